import {
  builtInWording,
  type NoticeFamily,
  type NoticeForm,
  type TaskKind,
  type WordingKey,
  wordingKeys,
} from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** What a committee's notices say now, in the order of the rules. */
export async function listWordings(tx: Tx, committeeId: string) {
  const rows = await tx.query<{
    family: NoticeFamily;
    form: NoticeForm;
    own: string | null;
    version: number;
    changed_at: Temporal.Instant;
    changedByName: string;
  }>(
    `select w.family, w.form, w.text as own, w.version, w.changed_at, a.name as "changedByName"
     from notice_wording w join account a on a.id = w.changed_by_account_id
     where w.committee_id = $1 and w.is_current`,
    [committeeId],
  );
  return wordingKeys.map(({ family, form }) => {
    const changed = rows.find((row) => row.family === family && row.form === form);
    return {
      family,
      form,
      builtIn: builtInWording({ family, form }),
      own: changed?.own ?? null,
      version: changed?.version ?? 0,
      changedAt: changed?.changed_at.toString() ?? null,
      changedByName: changed?.changedByName ?? null,
    };
  });
}

/** Makes a text the current one, as the version after `version`; false when somebody else did so before. */
export async function writeWording(
  tx: Tx,
  committeeId: string,
  { family, form }: WordingKey,
  change: { text: string | null; version: number; byAccountId: string },
): Promise<boolean> {
  await tx.query(
    `update notice_wording set is_current = false
     where committee_id = $1 and family = $2 and form = $3 and version = $4`,
    [committeeId, family, form, change.version],
  );
  const written = await tx.query(
    `insert into notice_wording (committee_id, family, form, version, text, is_current, changed_at, changed_by_account_id)
     values ($1, $2, $3, $4, $5, true, $6, $7) on conflict do nothing returning 1`,
    [committeeId, family, form, change.version + 1, change.text, tx.now, change.byAccountId],
  );
  return written.length > 0;
}

/** The version that is current; 0 before any change. */
export async function currentVersion(tx: Tx, committeeId: string, { family, form }: WordingKey): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select version from notice_wording where committee_id = $1 and family = $2 and form = $3 and is_current for update',
    [committeeId, family, form],
  );
  return row?.version ?? 0;
}

export interface ShownMatter {
  readonly taskKind: TaskKind;
  readonly title: string;
  readonly occurrenceKey: string | null;
  readonly dueOn: string;
  readonly holderName: string | null;
  readonly isOwn: boolean;
  readonly committeeName: string;
  readonly officePhone: string | null;
}

/** A matter to show a wording on: the person's own if there is one, an open one before others, the nearest first. */
export async function findMatterToShow(
  tx: Tx,
  committeeId: string,
  family: NoticeFamily,
  accountId: string,
): Promise<ShownMatter | null> {
  const [row] = await tx.query<ShownMatter>(
    `select t.kind as "taskKind", i.title, o.key as "occurrenceKey", t.due_on as "dueOn", h.name as "holderName",
       coalesce(t.holder_account_id = $3, false) as "isOwn", c.name as "committeeName", c.office_phone as "officePhone"
     from task t
     join committee c on c.id = t.committee_id
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     left join account h on h.id = t.holder_account_id
     where t.committee_id = $1
       and case when $2 = 'plain' then t.kind not in ('contribute', 'answer-invitation') else t.kind = $2 end
     order by "isOwn" desc, t.status = 'open' desc, t.due_on, i.title limit 1`,
    [committeeId, family, accountId],
  );
  return row ?? null;
}

/** The name of somebody of this committee; null for anybody else. */
export async function nameOf(tx: Tx, committeeId: string, accountId: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `select a.name from account a where a.id = $2
       and exists (select from membership m where m.committee_id = $1 and m.account_id = a.id)`,
    [committeeId, accountId],
  );
  return row?.name ?? null;
}
