import {
  type Category,
  type DueReason,
  dateIn,
  isDoneLate,
  isLate,
  isMerelyMember,
  type Light,
  light,
  type Role,
  type TaskKind,
  type TaskOrigin,
  workdaysLeft,
} from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadOfficeNames, loadRoster } from '../account/index.js';

interface TaskRecord {
  id: string;
  committee_id: string;
  committee_name: string;
  instance_id: string;
  kind: TaskKind;
  title: string;
  category: Category | null;
  occurrence_key: string | null;
  holder_account_id: string | null;
  holder_name: string | null;
  holder_role: Role | null;
  holder_unit_id: string | null;
  held_on: string | null;
  place: string | null;
  opens_on: string;
  due_on: string;
  due_reason: DueReason;
  target: number;
  progress: number;
  by_contribution: boolean;
  status: 'open' | 'done' | 'cancelled';
  done_on: string | null;
  recorded_at: Temporal.Instant | null;
  held_at: Temporal.Instant | null;
  hold_reason: string | null;
  held_by_name: string | null;
  origin: TaskOrigin;
  confirmed_not_done_on: string | null;
  lock_version: number;
}

/** What every list of tasks selects; a `where` and an order follow. */
export const selectTask = `
  select t.id, t.committee_id, c.name as committee_name, t.instance_id, t.kind, i.title, i.category,
    o.key as occurrence_key, t.holder_account_id, coalesce(h.name, u.name) as holder_name, t.holder_role,
    t.holder_unit_id, arranged.held_on, arranged.place, t.opens_on, t.due_on,
    t.due_reason, t.target, t.progress, t.by_contribution, t.status, t.done_on, t.recorded_at, t.held_at,
    t.hold_reason, b.name as held_by_name, t.origin, t.confirmed_not_done_on, t.lock_version
  from task t
  join committee c on c.id = t.committee_id
  join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
  left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
  left join account h on h.id = t.holder_account_id
  left join handling_unit u on u.committee_id = t.committee_id and u.id = t.holder_unit_id
  left join account b on b.id = t.held_by_account_id
  left join lateral (
    select e.input ->> 'heldOn' as held_on, e.input ->> 'place' as place from workflow_event e
    where (t.kind = 'answer-invitation' or i.state = 'arranged') and e.committee_id = t.committee_id and e.instance_id = t.instance_id
      and e.event = 'arrange'
    order by e.seq desc limit 1) arranged on true`;

/** One task as the contract sends it, with the light of today. */
export interface TaskView {
  readonly id: string;
  readonly committeeId: string;
  readonly committeeName: string;
  readonly instanceId: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly category: Category | null;
  readonly occurrenceKey: string | null;
  readonly holder: {
    accountId: string | null;
    name: string | null;
    role: Role | null;
    unitId: string | null;
    isMember: boolean;
    inOffice: string[];
  };
  readonly heldOn: string | null;
  readonly place: string | null;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
  readonly workdaysLeft: number;
  readonly target: number;
  readonly progress: number;
  readonly byContribution: boolean;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly doneOn: string | null;
  readonly recordedAt: string | null;
  readonly isDoneLate: boolean;
  readonly isLate: boolean;
  readonly light: Light | null;
  readonly hold: { reason: string | null; since: string; byName: string | null } | null;
  readonly origin: TaskOrigin;
  readonly confirmedNotDoneOn: string | null;
  readonly lockVersion: number;
}

/**
 * Rows of `selectTask` as views, each under the lights its committee uses today. The light is left out where the reader
 * is the one who owes the task as a member: members see no colours.
 */
export async function presentTasks(
  tx: Tx,
  rules: CommitteeRules,
  records: readonly unknown[],
  hidesLight: (task: { committeeId: string; holderAccountId: string | null }) => boolean,
): Promise<TaskView[]> {
  if (records.length === 0) return [];
  const rows = records as TaskRecord[];
  const lookUp = await rules.allInForce(tx, [...new Set(rows.map((row) => row.committee_id))]);
  const namesInOffice = await loadOfficeNames(
    tx,
    rows.flatMap((row) => (row.holder_role === null ? [] : [{ committeeId: row.committee_id, role: row.holder_role }])),
  );
  const holders = [...new Set(rows.flatMap((row) => row.holder_account_id ?? []))];
  const rosters = await loadRoster(tx, [...new Set(rows.map((row) => row.committee_id))], {
    roles: [],
    accountIds: holders,
  });
  return rows.map((row) => {
    const { calendar, profile } = lookUp(row.committee_id);
    const today = dateIn(profile.reminder.zone, tx.now);
    const dates = {
      opensOn: row.opens_on,
      dueOn: row.due_on,
      status: row.status,
      doneOn: row.done_on,
      onHold: row.held_at !== null,
    };
    const isHidden = hidesLight({ committeeId: row.committee_id, holderAccountId: row.holder_account_id });
    return {
      id: row.id,
      committeeId: row.committee_id,
      committeeName: row.committee_name,
      instanceId: row.instance_id,
      kind: row.kind,
      title: row.title,
      category: row.category,
      occurrenceKey: row.occurrence_key,
      holder: {
        accountId: row.holder_account_id,
        name: row.holder_name,
        role: row.holder_role,
        unitId: row.holder_unit_id,
        isMember:
          row.holder_account_id !== null &&
          isMerelyMember(row.holder_account_id, rosters.get(row.committee_id) ?? [], today.toString()),
        inOffice: row.holder_role === null ? [] : namesInOffice(row.committee_id, row.holder_role, today.toString()),
      },
      heldOn: row.held_on,
      place: row.place,
      opensOn: row.opens_on,
      dueOn: row.due_on,
      dueReason: row.due_reason,
      workdaysLeft: workdaysLeft(row.due_on, today, calendar),
      target: row.target,
      progress: row.progress,
      byContribution: row.by_contribution,
      status: row.status,
      doneOn: row.done_on,
      recordedAt: row.recorded_at?.toString() ?? null,
      isDoneLate: isDoneLate(dates),
      isLate: isLate(dates, today),
      light: isHidden ? null : light(dates, today, calendar, profile.lights),
      hold:
        row.held_at === null
          ? null
          : { reason: row.hold_reason, since: row.held_at.toString(), byName: row.held_by_name },
      origin: row.origin,
      confirmedNotDoneOn: row.confirmed_not_done_on,
      lockVersion: row.lock_version,
    };
  });
}
