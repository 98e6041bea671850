import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { answer, endpoint } from '../account/index.js';
import { ActOnMatter } from './act-on-matter.js';
import { EndLinks } from './end-links.js';
import { ReadMemberPage } from './read-member-page.js';

const routes = contract.memberPage;

@Controller()
export class MemberPageController {
  constructor(
    private readonly page: ReadMemberPage,
    private readonly act: ActOnMatter,
    private readonly end: EndLinks,
  ) {}

  @Implement(routes.read)
  read() {
    return endpoint(routes.read).handler(({ context }) => this.page.run(context));
  }

  @Implement(routes.contribute)
  contribute() {
    return endpoint(routes.contribute).handler(async ({ input, context, errors }) =>
      answer(await this.act.contribute(context, input), errors),
    );
  }

  @Implement(routes.endLinks)
  endLinks() {
    return endpoint(routes.endLinks).handler(async ({ input, context: { actor } }) => {
      const ended = await this.end.run(actor, input);
      if (ended === null) throw new ORPCError('NOT_FOUND');
      return { ended };
    });
  }

  @Implement(routes.askLeave)
  askLeave() {
    return endpoint(routes.askLeave).handler(async ({ input, context, errors }) =>
      answer(await this.act.askLeave(context, input), errors),
    );
  }
}
