import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { answer, endpoint } from '../account/index.js';
import { ActOnMatter } from './act-on-matter.js';
import { ReadMemberPage } from './read-member-page.js';

const routes = contract.memberPage;

@Controller()
export class MemberPageController {
  constructor(
    private readonly page: ReadMemberPage,
    private readonly act: ActOnMatter,
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

  @Implement(routes.askLeave)
  askLeave() {
    return endpoint(routes.askLeave).handler(async ({ input, context, errors }) =>
      answer(await this.act.askLeave(context, input), errors),
    );
  }
}
