import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { type DocumentOrder, datesByPerson, drawWallChart, type PlanPaper } from '@xushi/documents';
import { Doors } from '../../platform/database/doors.js';
import { DocumentWriter } from '../../platform/documents/document-writer.js';
import { download } from '../../platform/documents/download.js';
import { type Actor, endpoint, tenantsOf } from '../account/index.js';
import { ReadPlanPaper } from './read-plan-paper.js';

const routes = contract.planPaper;

/** A file: what is ordered, and what it is called after the committee's name and the year. */
const files = {
  'key-points': [{ document: 'key-points' }, '年度工作要点.docx'],
  'task-breakdown': [{ document: 'task-breakdown' }, '年度任务分解表.docx'],
  workbook: [{ document: 'workbook' }, '年度计划表.xlsx'],
  'wall-chart-a3': [{ document: 'wall-chart', size: 'A3' }, '年度挂图（A3）.pdf'],
  'wall-chart-a4': [{ document: 'wall-chart', size: 'A4' }, '年度挂图（A4）.pdf'],
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
      const [order, name] = files[input.document];
      return this.#write({ ...order, paper }, name);
    });
  }

  @Implement(routes.wallChart)
  wallChart() {
    return endpoint(routes.wallChart).handler(async ({ input, context }) =>
      drawWallChart(await this.#paper(context.actor, input), 'A3'),
    );
  }

  @Implement(routes.people)
  people() {
    return endpoint(routes.people).handler(async ({ input, context }) => {
      const paper = await this.#paper(context.actor, input);
      return datesByPerson(paper).map(({ dates, ...person }) => ({ ...person, dates: dates.length }));
    });
  }

  @Implement(routes.personYear)
  personYear() {
    return endpoint(routes.personYear).handler(async ({ input, context }) => {
      const { accountId } = input;
      const paper = await this.#paper(context.actor, input);
      const person = paper.people.find((one) => one.accountId === accountId);
      if (person === undefined) throw new ORPCError('NOT_FOUND');
      return this.#write({ document: 'person-year', accountId, paper }, `年度安排（${person.name}）.docx`);
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
