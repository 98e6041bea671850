import { Injectable } from '@nestjs/common';
import { heldWorkflow, judgeFigure, judgeHeld, plainFacts, type YearRecordFault } from '@xushi/domain';
import { WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf, todayIn } from '../account/index.js';
import { isRecordable } from './recordable-year.js';
import {
  type FigureRecord,
  type HeldRecord,
  insertFigures,
  insertHeld,
  knownRecords,
  listFigures,
} from './year-record.query.js';

export interface ConfirmedFindings {
  readonly committeeId: string;
  readonly year: number;
  readonly sourceName: string;
  readonly held: readonly HeldRecord[];
  readonly figures: readonly FigureRecord[];
}

/**
 * Puts what the clerk has confirmed of a past year on record, all of it or nothing: what was held as closed cases of
 * the workflow its kind runs by, without task, timer or word to anyone; figures beside them, each known one once a
 * year. Ids are the caller's, so that a second click records nothing twice.
 */
@Injectable()
export class ConfirmFindings {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
  ) {}

  run(
    actor: Actor,
    input: ConfirmedFindings,
  ): Promise<Result<null, 'year-out-of-range' | 'figure-known' | YearRecordFault['code']>> {
    const { committeeId, year } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (!isRecordable(actor, input)) return refused('year-out-of-range', 'year');
      const fault = faultOf(input, todayIn(actor, committeeId).toString());
      if (fault !== null) return refused(fault.code, fault.field);
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`year-record ${committeeId} ${year}`]);
      const known = await knownRecords(
        tx,
        committeeId,
        [...input.held, ...input.figures].map(({ id }) => id),
      );
      const isNew = ({ id }: { readonly id: string }) => !known.has(id);
      const fresh = { ...input, held: input.held.filter(isNew), figures: input.figures.filter(isNew) };
      if (await hasKeyTwice(tx, fresh)) return refused('figure-known', 'figures');
      await this.#record(tx, actor, fresh);
      return ok(null);
    });
  }

  async #record(tx: Tx, actor: Actor, { committeeId, year, sourceName, held, figures }: ConfirmedFindings) {
    const batch = { committeeId, year, sourceName: sourceName.trim(), confirmedBy: actor.accountId };
    await this.engine.enterEnded(
      tx,
      held.map(({ id, title, category, source }) => ({
        committeeId,
        id,
        definition: heldWorkflow[category],
        state: 'closed',
        title: title.trim(),
        category,
        occurrenceId: null,
        facts: { ...plainFacts, origin: 'backfilled' },
        input: { year, source: source.text },
      })),
      actorIn(actor, committeeId),
    );
    await insertHeld(tx, batch, held);
    await insertFigures(tx, batch, figures);
  }
}

function faultOf({ year, held, figures }: ConfirmedFindings, today: string): YearRecordFault | null {
  for (const one of held) {
    const fault = judgeHeld(one, { year, today });
    if (fault !== null) return fault;
  }
  return figures.map(judgeFigure).find((fault) => fault !== null) ?? null;
}

/** Whether a known figure would stand twice in the year, on record or among the new ones. */
async function hasKeyTwice(tx: Tx, { committeeId, year, figures }: ConfirmedFindings): Promise<boolean> {
  const recorded = await listFigures(tx, committeeId, year);
  const keys = [...recorded, ...figures].flatMap(({ key }) => key ?? []);
  return figures.length > 0 && new Set(keys).size < keys.length;
}
