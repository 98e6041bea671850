import { type ActionInput, type CaseFacts, definitions, plainFacts } from '@xushi/domain';
import type { Tx } from '../platform/database/tx.js';
import type { EngineActor, WorkflowInstance } from './workflow-instance.js';

interface InstanceRecord {
  committee_id: string;
  id: string;
  definition: string;
  state: string;
  is_final: boolean;
  lock_version: number;
  rule_profile_version: number;
  occurrence_id: string | null;
  parent_id: string | null;
  about_task_id: string | null;
  title: string;
  category: string | null;
  facts: Partial<CaseFacts>;
}

/** Reads one case; with `forUpdate` it is locked until the transaction ends. Null when no such case can be seen. */
export async function loadInstance(
  tx: Tx,
  committeeId: string,
  instanceId: string,
  { forUpdate }: { forUpdate: boolean },
): Promise<WorkflowInstance | null> {
  const [row] = await tx.query<InstanceRecord>(
    `select committee_id, id, definition, state, is_final, lock_version, rule_profile_version, occurrence_id,
            parent_id, about_task_id, title, category, facts
     from workflow_instance where committee_id = $1 and id = $2 ${forUpdate ? 'for update' : ''}`,
    [committeeId, instanceId],
  );
  if (row === undefined) return null;
  const definition = Object.values(definitions).find((known) => known.name === row.definition);
  if (definition === undefined) throw new Error(`Case ${row.id} runs ${row.definition}, which is not a definition.`);
  return {
    committeeId: row.committee_id,
    id: row.id,
    definition,
    state: row.state,
    isFinal: row.is_final,
    lockVersion: row.lock_version,
    ruleProfileVersion: row.rule_profile_version,
    occurrenceId: row.occurrence_id,
    parentId: row.parent_id,
    aboutTaskId: row.about_task_id,
    title: row.title,
    category: row.category,
    // Rows written before a fact was known lack it.
    facts: { ...plainFacts, ...row.facts },
  };
}

/** Locks the case that a case hangs on, if it has one: parent before child, so that two steps never wait in a ring. */
export async function lockParent(tx: Tx, child: { committeeId: string; instanceId: string }): Promise<void> {
  await tx.query(
    `select from workflow_instance where committee_id = $1
       and id = (select parent_id from workflow_instance where committee_id = $1 and id = $2) for update`,
    [child.committeeId, child.instanceId],
  );
}

/** Writes new cases with the first line of their history, in two statements however many there are. */
export async function insertInstances(
  tx: Tx,
  cases: readonly { readonly instance: WorkflowInstance; readonly input: ActionInput }[],
  by: Pick<EngineActor, 'accountId' | 'onBehalfOfAccountId' | 'isByLink'>,
): Promise<void> {
  await tx.query(
    `insert into workflow_instance (committee_id, id, definition, definition_version, state, is_final,
        rule_profile_version, occurrence_id, parent_id, about_task_id, title, category, facts, opened_at)
     select committee_id, id, definition, definition_version, state, is_final, rule_profile_version, occurrence_id,
        parent_id, about_task_id, title, category, facts, $1
     from jsonb_to_recordset($2) as i (committee_id uuid, id uuid, definition text, definition_version int, state text,
        is_final boolean, rule_profile_version int, occurrence_id uuid, parent_id uuid, about_task_id uuid, title text,
        category text, facts jsonb)`,
    [
      tx.now,
      JSON.stringify(
        cases.map(({ instance: one }) => ({
          committee_id: one.committeeId,
          id: one.id,
          definition: one.definition.name,
          definition_version: one.definition.version,
          state: one.state,
          is_final: one.isFinal,
          rule_profile_version: one.ruleProfileVersion,
          occurrence_id: one.occurrenceId,
          parent_id: one.parentId,
          about_task_id: one.aboutTaskId,
          title: one.title,
          category: one.category,
          facts: one.facts,
        })),
      ),
    ],
  );
  await tx.query(
    `insert into workflow_event (committee_id, instance_id, seq, event, to_state, actor_account_id,
        on_behalf_of_account_id, by_link, at, input)
     select committee_id, id, 1, 'start', state, $1, $2, $8, $3, input
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::jsonb[]) as i (committee_id, id, state, input)`,
    [
      by.accountId,
      by.onBehalfOfAccountId,
      tx.now,
      cases.map(({ instance }) => instance.committeeId),
      cases.map(({ instance }) => instance.id),
      cases.map(({ instance }) => instance.state),
      cases.map(({ input }) => JSON.stringify(input)),
      by.isByLink ?? false,
    ],
  );
}

/** Moves a locked case to its next state and counts its lock version up. */
export async function updateInstance(tx: Tx, moved: WorkflowInstance): Promise<void> {
  await tx.query(
    `update workflow_instance set state = $3, is_final = $4, lock_version = $5, closed_at = $6
     where committee_id = $1 and id = $2`,
    [moved.committeeId, moved.id, moved.state, moved.isFinal, moved.lockVersion, moved.isFinal ? tx.now : null],
  );
}

/** Writes what is known of a locked case anew and counts its lock version up. */
export async function updateFacts(tx: Tx, changed: WorkflowInstance): Promise<void> {
  await tx.query('update workflow_instance set facts = $3, lock_version = $4 where committee_id = $1 and id = $2', [
    changed.committeeId,
    changed.id,
    JSON.stringify(changed.facts),
    changed.lockVersion,
  ]);
}

/** Renames a locked case and counts its lock version up. */
export async function updateTitle(tx: Tx, instance: WorkflowInstance): Promise<void> {
  await tx.query(
    `update workflow_instance set title = $3, lock_version = lock_version + 1 where committee_id = $1 and id = $2`,
    [instance.committeeId, instance.id, instance.title],
  );
}

/** Appends one line to a case's history. */
export async function appendEvent(
  tx: Tx,
  instance: { committeeId: string; id: string },
  line: {
    event: string;
    fromState: string;
    toState: string;
    actorAccountId: string | null;
    onBehalfOfAccountId: string | null;
    isByLink: boolean;
    input: Readonly<Record<string, string | number>>;
  },
): Promise<void> {
  await tx.query(
    `insert into workflow_event (committee_id, instance_id, seq, event, from_state, to_state, actor_account_id,
        on_behalf_of_account_id, at, input, by_link)
     select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
     from workflow_event where committee_id = $1 and instance_id = $2`,
    [
      instance.committeeId,
      instance.id,
      line.event,
      line.fromState,
      line.toState,
      line.actorAccountId,
      line.onBehalfOfAccountId,
      tx.now,
      JSON.stringify(line.input),
      line.isByLink,
    ],
  );
}
