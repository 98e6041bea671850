import { Injectable } from '@nestjs/common';
import { type Category, isCountable, isInOffice, plainFacts } from '@xushi/domain';
import { WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, loadRoster, tenantsOf, todayIn } from '../account/index.js';

export interface DutyInput {
  readonly committeeId: string;
  readonly title: string;
  readonly category: Category;
  readonly dueOn: string;
  /** Null: whoever is on the staff. */
  readonly responsibleAccountId: string | null;
  readonly note: string | null;
  readonly idempotencyKey: string;
}

/**
 * Enters a duty beside the plan (计划外): one call, and it is owed and reminded of like any other. The idempotency key is
 * its case's id: a double click enters one. Answers the id of its task.
 */
@Injectable()
export class EnterDuty {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
  ) {}

  run(
    actor: Actor,
    input: DutyInput,
  ): Promise<Result<string, 'title-missing' | 'date-in-past' | 'year-out-of-range' | 'responsible-unknown'>> {
    const { committeeId, dueOn, responsibleAccountId, idempotencyKey } = input;
    const title = input.title.trim();
    const today = todayIn(actor, committeeId).toString();
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (title === '') return refused('title-missing', 'title');
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`duty ${idempotencyKey}`]);
      const known = await findDuty(tx, committeeId, idempotencyKey);
      // A key that stands for something else is not this one's second click.
      if (known !== null) return known.title === title ? ok(known.taskId) : missing;
      if (dueOn < today) return refused('date-in-past', 'dueOn');
      if (!isCountable(Temporal.PlainDate.from(dueOn))) return refused('year-out-of-range', 'dueOn');
      if (responsibleAccountId !== null && !(await isSomeoneHere(tx, committeeId, responsibleAccountId, today))) {
        return refused('responsible-unknown', 'responsibleAccountId');
      }
      const note = input.note?.trim() ?? '';
      await this.engine.start(
        tx,
        [
          {
            committeeId,
            id: idempotencyKey,
            definition: 'duty',
            title,
            category: input.category,
            occurrenceId: null,
            facts: {
              ...plainFacts,
              occurrence: { from: today, dueOn, dueReason: { rule: 'date-given', from: dueOn, provisional: false } },
              responsibleAccountId,
              origin: 'unplanned',
            },
            input: note === '' ? {} : { note },
          },
        ],
        actorIn(actor, committeeId, ['staff', 'leader']),
      );
      const entered = await findDuty(tx, committeeId, idempotencyKey);
      if (entered === null) throw new Error(`The duty ${idempotencyKey} opened no task.`);
      return ok(entered.taskId);
    });
  }
}

async function findDuty(tx: Tx, committeeId: string, instanceId: string) {
  const [row] = await tx.query<{ title: string; taskId: string }>(
    `select i.title, t.id as "taskId"
     from workflow_instance i join task t on t.committee_id = i.committee_id and t.instance_id = i.id
     where i.committee_id = $1 and i.id = $2 and i.definition = 'duty'`,
    [committeeId, instanceId],
  );
  return row ?? null;
}

async function isSomeoneHere(tx: Tx, committeeId: string, accountId: string, today: string): Promise<boolean> {
  const roster = await loadRoster(tx, [committeeId], { roles: [], accountIds: [accountId] });
  return roster.get(committeeId)?.some((one) => isInOffice(one, today)) === true;
}
