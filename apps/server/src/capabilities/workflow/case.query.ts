import { allowedActions, isAddressee, type Role, type WorkflowDefinition, type WorkflowName } from '@xushi/domain';
import { loadInstance, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, actorIn, keepsRecord, rolesIn, stoodFor } from '../account/index.js';

interface HistoryRecord {
  seq: number;
  event: string;
  from_state: string | null;
  to_state: string;
  actor_name: string | null;
  on_behalf_of_name: string | null;
  by_link: boolean;
  at: Temporal.Instant;
  input: Record<string, string | number>;
}

export interface Addressee {
  readonly name: string | null;
  readonly role: Role | null;
}

interface CaseRefRecord {
  instanceId: string;
  definition: WorkflowName;
  title: string;
  state: string;
  isFinal: boolean;
  aboutTaskId: string | null;
  addressee: Addressee | null;
  openedAt: Temporal.Instant;
}

/**
 * A case as one person sees it: what they may do is read from the definition, never decided by a screen. Whoever keeps
 * no record here sees what there is for them to do, and not what was said about it; its addressee reads its steps.
 */
export async function readCase(tx: Tx, target: { committeeId: string; instanceId: string }, actor: Actor) {
  const instance = await loadInstance(tx, target.committeeId, target.instanceId, { forUpdate: false });
  return instance === null ? null : caseView(tx, instance, actor);
}

async function caseView(tx: Tx, instance: WorkflowInstance, actor: Actor) {
  const { committeeId, id, definition, parentId } = instance;
  const [occurrence] = await tx.query<{ key: string; fromOn: string; toOn: string; dueOn: string }>(
    `select o.key, o.from_on as "fromOn", o.to_on as "toOn", o.due_on as "dueOn"
     from workflow_instance i join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     where i.committee_id = $1 and i.id = $2`,
    [committeeId, id],
  );
  const [own] = await loadRefs(tx, 'id', committeeId, id);
  const [parent] = parentId === null ? [] : await loadRefs(tx, 'id', committeeId, parentId);
  const reader = {
    ...actorIn(actor, committeeId),
    standsInFor: await stoodFor(tx, actor, committeeId, namedIn(instance)),
  };
  const actions = instance.isFinal
    ? []
    : allowedActions(definition, instance, { ...reader, roles: rolesIn(actor, committeeId) });
  const isKeeper = keepsRecord(actor, committeeId);
  return {
    instanceId: id,
    definition: definition.name,
    title: instance.title,
    state: instance.state,
    isFinal: instance.isFinal,
    lockVersion: instance.lockVersion,
    allowedActions: actions.map(({ event, fields }) => ({ event, fields: fields.map((field) => ({ ...field })) })),
    occurrence: occurrence ?? null,
    aboutTaskId: instance.aboutTaskId,
    addressee: own?.addressee ?? null,
    parent: parent ?? null,
    children: isKeeper ? await loadRefs(tx, 'parent_id', committeeId, id) : [],
    history: isKeeper
      ? await loadHistory(tx, committeeId, id)
      : isAddressee(reader, instance.facts)
        ? stepsOf(definition, await loadHistory(tx, committeeId, id))
        : [],
  };
}

async function loadRefs(tx: Tx, by: 'id' | 'parent_id', committeeId: string, instanceId: string) {
  const rows = await tx.query<CaseRefRecord>(
    `select i.id as "instanceId", i.definition, i.title, i.state, i.is_final as "isFinal", i.opened_at as "openedAt",
       i.about_task_id as "aboutTaskId",
       case when jsonb_typeof(i.facts -> 'addressee') = 'object' then
         jsonb_build_object('name', coalesce(a.name, u.name), 'role', i.facts -> 'addressee' -> 'role') end as addressee
     from workflow_instance i
     left join account a on a.id = (i.facts -> 'addressee' ->> 'accountId')::uuid
     left join handling_unit u on u.committee_id = i.committee_id and u.id = (i.facts -> 'addressee' ->> 'unitId')::uuid
     where i.committee_id = $1 and i.${by} = $2 order by i.opened_at desc, i.id`,
    [committeeId, instanceId],
  );
  return rows.map((row) => ({ ...row, openedAt: row.openedAt.toString() }));
}

async function loadHistory(tx: Tx, committeeId: string, instanceId: string) {
  const history = await tx.query<HistoryRecord>(
    `select e.seq, e.event, e.from_state, e.to_state, a.name as actor_name, b.name as on_behalf_of_name, e.by_link, e.at, e.input
     from workflow_event e
     left join account a on a.id = e.actor_account_id
     left join account b on b.id = e.on_behalf_of_account_id
     where e.committee_id = $1 and e.instance_id = $2 order by e.seq`,
    [committeeId, instanceId],
  );
  return history.map((line) => ({
    seq: line.seq,
    event: line.event,
    fromState: line.from_state,
    toState: line.to_state,
    actorName: line.actor_name,
    onBehalfOfName: line.on_behalf_of_name,
    isByLink: line.by_link,
    at: line.at.toString(),
    input: line.input,
  }));
}

/** The people a case names as those who may act in it. */
export function namedIn({ facts }: Pick<WorkflowInstance, 'facts'>): (string | null)[] {
  const { addressee, responsibleAccountId } = facts;
  return [responsibleAccountId, addressee?.kind === 'account' ? addressee.accountId : null];
}

/** The lines that moved a case, without what was noted beside it. */
function stepsOf<Line extends { event: string }>({ states }: WorkflowDefinition, history: readonly Line[]): Line[] {
  const events = new Set(Object.values(states).flatMap(({ on }) => Object.keys(on ?? {})));
  return history.filter(({ event }) => event === 'start' || events.has(event));
}

export type CaseView = Awaited<ReturnType<typeof caseView>>;
