import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import type { DocumentOrder, PlanPaper } from '@xushi/documents';
import { Doors } from '../../platform/database/doors.js';
import { DocumentWriter } from '../../platform/documents/document-writer.js';
import { download } from '../../platform/documents/download.js';
import { type Actor, endpoint, tenantsOf } from '../account/index.js';
import { ReadPlanPaper } from './read-plan-paper.js';

const routes = contract.planPaper;

/** What each document is called as a file. */
const namesOf = {
  'key-points': '年度工作要点.docx',
  'task-breakdown': '年度任务分解表.docx',
} as const;

/** A plan's documents. They are read in one transaction and written outside it. */
@Controller()
export class PlanPaperController {
  constructor(
    private readonly doors: Doors,
    private readonly readPaper: ReadPlanPaper,
    private readonly writer: DocumentWriter,
  ) {}

  @Implement(routes.document)
  document() {
    return endpoint(routes.document).handler(async ({ input, context }) => {
      const paper = await this.#paper(context.actor, input);
      return this.#write({ document: input.document, paper }, namesOf[input.document]);
    });
  }

  async #paper(actor: Actor, { committeeId, planId }: { committeeId: string; planId: string }): Promise<PlanPaper> {
    const paper = await this.doors.inTenant(tenantsOf(actor, committeeId), (tx) =>
      this.readPaper.run(tx, committeeId, planId),
    );
    if (paper === null) throw new ORPCError('NOT_FOUND');
    return paper;
  }

  async #write(order: DocumentOrder, name: string) {
    const { committee, year } = order.paper;
    return download(await this.writer.write(order), `${committee}${year}${name}`);
  }
}
