import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { answer, endpoint } from '../account/index.js';
import { KeepNoticeWordings } from './keep-notice-wordings.js';

const routes = contract.noticeWording;

@Controller()
export class NoticeWordingController {
  constructor(private readonly wordings: KeepNoticeWordings) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context: { actor } }) =>
      this.wordings.list(actor, input.committeeId),
    );
  }

  @Implement(routes.save)
  save() {
    return endpoint(routes.save).handler(async ({ input, context: { actor }, errors }) => {
      answer(await this.wordings.save(actor, input), errors);
      return this.wordings.list(actor, input.committeeId);
    });
  }

  @Implement(routes.preview)
  preview() {
    return endpoint(routes.preview).handler(async ({ input, context: { actor }, errors }) =>
      answer(await this.wordings.preview(actor, input), errors),
    );
  }
}
