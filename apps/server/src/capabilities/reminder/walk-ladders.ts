import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  dateIn,
  formFor,
  isImmediate,
  type LadderStep,
  messageMoment,
  recipientsOf,
  stepLadder,
  type TaskHolder,
  type ToldRung,
  tellStep,
} from '@xushi/domain';
import { CommitteeRules, type Rules, type Timer, TimerScheduler } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadRoster } from '../account/index.js';
import { type HolderColumns, holderOfRow } from '../task/index.js';
import { DIGEST_SLOT, type NoticeLine, type ReminderLine } from './fan-out.query.js';
import { LADDER_TIMER, momentsOf, payloadOf, progressOf, roundOf } from './ladder-walk.js';
import { TellPeople } from './tell-people.js';

interface TaskRecord extends HolderColumns {
  committee_id: string;
  id: string;
  leader_account_id: string | null;
  ladder: string;
  rule_profile_version: number;
  opens_on: string;
  due_on: string;
  status: 'open' | 'done' | 'cancelled';
  is_held: boolean;
}

/**
 * What happens when rungs fall due, for a whole batch of tasks at once: each task takes one step up its ladder, the
 * outcomes and notices of all are written in one statement, and each timer moves to its task's next rung.
 */
@Injectable()
export class WalkLadders implements OnModuleInit {
  constructor(
    private readonly scheduler: TimerScheduler,
    private readonly rules: CommitteeRules,
    private readonly people: TellPeople,
  ) {}

  onModuleInit(): void {
    this.scheduler.handle(LADDER_TIMER, (tx, timers) => this.run(tx, timers));
  }

  async run(tx: Tx, timers: readonly Timer[]): Promise<Timer[]> {
    const tasks = await loadTasks(tx, timers);
    const committeeIds = [...new Set(timers.map((timer) => timer.committeeId))];
    const holders = [...tasks.values()].map((task) => task.holder_account_id).filter((id) => id !== null);
    const rosters = await loadRoster(tx, committeeIds, { roles: ['staff', 'leader', 'unit'], accountIds: holders });
    const lookUp = await this.rules.forCases(tx, committeeIds);
    const stepOf = stepMemo(tx.now);
    const reminders: ReminderLine[] = [];
    const notices: NoticeLine[] = [];
    const next: Timer[] = [];
    for (const timer of timers) {
      const task = tasks.get(timer.subjectId);
      if (task === undefined || task.status !== 'open') continue;
      const rules = lookUp(task.committee_id, task.rule_profile_version);
      const { step, today } = stepOf(task, timer, rules);
      const roster = rosters.get(task.committee_id) ?? [];
      const round = roundOf(timer);
      for (const told of tellStep(step.outcomes, (to) => recipientsOf(to, dutyOf(task), roster, today))) {
        const line = lineOf(task, told, { round, today });
        reminders.push(line);
        notices.push(...noticesOf(tx, line, told, rules));
      }
      if (step.nextAt !== null) {
        next.push({ ...timer, fireAt: step.nextAt, payload: payloadOf(step.progress, round) });
      }
    }
    await this.people.run(tx, reminders, notices);
    return next;
  }
}

function lineOf(task: TaskRecord, told: ToldRung, at: { round: number; today: string }): ReminderLine {
  const { moment, form, outcome, reason } = told;
  return {
    committeeId: task.committee_id,
    taskId: task.id,
    rung: moment.rung,
    dueOn: task.due_on,
    round: at.round,
    form,
    onDate: at.today,
    outcome,
    reason,
  };
}

function noticesOf(tx: Tx, line: ReminderLine, told: ToldRung, rules: Rules): NoticeLine[] {
  if (told.recipients.length === 0) return [];
  const { reminder } = rules.profile;
  const messageDueAt = messageMoment(tx.now, rules.calendar, reminder);
  const messageOn = dateIn(reminder.zone, messageDueAt).toString();
  const slot = isImmediate(told.form) ? `${line.taskId} ${line.rung}` : DIGEST_SLOT;
  return told.recipients.map((accountId) => ({
    ...line,
    form: formFor(told, accountId),
    accountId,
    text: null,
    sentByAccountId: null,
    slot,
    messageOn,
    messageDueAt,
  }));
}

async function loadTasks(tx: Tx, timers: readonly Timer[]): Promise<Map<string, TaskRecord>> {
  const rows = await tx.query<TaskRecord>(
    `select t.committee_id, t.id, t.holder_account_id, t.holder_role, t.holder_unit_id, t.leader_account_id, t.ladder,
       t.rule_profile_version, t.opens_on,
       t.due_on, t.status, t.held_at is not null as is_held
     from unnest($1::uuid[], $2::uuid[]) as wanted (committee_id, id)
     join task t on t.committee_id = wanted.committee_id and t.id = wanted.id`,
    [timers.map((timer) => timer.committeeId), timers.map((timer) => timer.subjectId)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function dutyOf(task: TaskRecord): { holder: TaskHolder; leaderAccountId: string | null } {
  return { holder: holderOfRow(task), leaderAccountId: task.leader_account_id };
}

/** Tasks of one occurrence stand on the same rung: they take one step between them. */
function stepMemo(now: Temporal.Instant) {
  const steps = new Map<string, { step: LadderStep; today: string }>();
  return (task: TaskRecord, timer: Timer, rules: Rules) => {
    const key = [
      task.committee_id,
      task.rule_profile_version,
      task.ladder,
      task.opens_on,
      task.due_on,
      task.is_held,
      timer.payload.settled,
      timer.payload.askedOn,
    ].join(' ');
    let known = steps.get(key);
    if (known === undefined) {
      const { calendar, profile } = rules;
      const moments = momentsOf(
        { ...task, committeeId: task.committee_id, opensOn: task.opens_on, dueOn: task.due_on },
        rules,
      );
      const step = stepLadder(moments, progressOf(timer), { now, onHold: task.is_held }, calendar, profile.reminder);
      known = { step, today: dateIn(profile.reminder.zone, now).toString() };
      steps.set(key, known);
    }
    return known;
  };
}
