import { allowedActions } from '@xushi/domain';
import { type EngineActor, loadInstance, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';

interface HistoryRecord {
  seq: number;
  event: string;
  from_state: string | null;
  to_state: string;
  actor_name: string | null;
  on_behalf_of_name: string | null;
  at: Temporal.Instant;
  input: Record<string, string | number>;
}

/** A case as one person sees it: what they may do is read from the definition, never decided by a screen. */
export async function readCase(tx: Tx, committeeId: string, instanceId: string, actor: EngineActor) {
  const instance = await loadInstance(tx, committeeId, instanceId, { forUpdate: false });
  return instance === null ? null : caseView(tx, instance, actor);
}

async function caseView(tx: Tx, instance: WorkflowInstance, actor: EngineActor) {
  const key = [instance.committeeId, instance.id];
  const history = await tx.query<HistoryRecord>(
    `select e.seq, e.event, e.from_state, e.to_state, a.name as actor_name, b.name as on_behalf_of_name, e.at, e.input
     from workflow_event e
     left join account a on a.id = e.actor_account_id
     left join account b on b.id = e.on_behalf_of_account_id
     where e.committee_id = $1 and e.instance_id = $2 order by e.seq`,
    key,
  );
  const [occurrence] = await tx.query<{ key: string; fromOn: string; toOn: string; dueOn: string }>(
    `select o.key, o.from_on as "fromOn", o.to_on as "toOn", o.due_on as "dueOn"
     from workflow_instance i join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     where i.committee_id = $1 and i.id = $2`,
    key,
  );
  const actions = instance.isFinal ? [] : allowedActions(instance.definition, instance, actor);
  return {
    instanceId: instance.id,
    definition: instance.definition.name,
    title: instance.title,
    state: instance.state,
    isFinal: instance.isFinal,
    lockVersion: instance.lockVersion,
    allowedActions: actions.map(({ event, fields }) => ({ event, fields: fields.map((field) => ({ ...field })) })),
    occurrence: occurrence ?? null,
    history: history.map((line) => ({
      seq: line.seq,
      event: line.event,
      fromState: line.from_state,
      toState: line.to_state,
      actorName: line.actor_name,
      onBehalfOfName: line.on_behalf_of_name,
      at: line.at.toString(),
      input: line.input,
    })),
  };
}

export type CaseView = Awaited<ReturnType<typeof caseView>>;
