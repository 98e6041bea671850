import { Injectable } from '@nestjs/common';
import { callOutcomesFor, standingOf } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, committeeOf, todayIn } from '../account/index.js';
import { findContact, loadMattersOfCase } from '../member-page/index.js';
import { findPosting, loadCalls, loadPhones } from './delivery.query.js';

export interface CaseAddress {
  readonly committeeId: string;
  readonly instanceId: string;
}

/** Whom to call about a case, what there is to say, and what every call came to. Only reads. */
@Injectable()
export class ReadCallSheet {
  async run(tx: Tx, actor: Actor, { committeeId, instanceId }: CaseAddress) {
    const today = todayIn(actor, committeeId);
    const [instance] = await tx.query<{ title: string }>(
      'select title from workflow_instance where committee_id = $1 and id = $2',
      [committeeId, instanceId],
    );
    if (instance === undefined) return null;
    const matters = await loadMattersOfCase(tx, committeeId, instanceId);
    const taskIds = matters.map(({ taskId }) => taskId);
    const calls = await loadCalls(tx, committeeId, taskIds);
    const phones = await loadPhones(
      tx,
      matters.map(({ holderAccountId }) => holderAccountId),
    );
    const asked = matters.find(({ status, onHold }) => status === 'open' && !onHold);
    return {
      title: instance.title,
      committeeName: committeeOf(actor, committeeId)?.name ?? '',
      heldOn: matters.find(({ heldOn }) => heldOn !== null)?.heldOn ?? null,
      place: matters.find(({ place }) => place !== null)?.place ?? null,
      asked: asked === undefined ? null : { kind: asked.kind, dueOn: asked.dueOn },
      contact: await findContact(tx, committeeId, today),
      people: matters.map((matter) => {
        const own = calls.filter(({ taskId }) => taskId === matter.taskId);
        const { taskId, kind, dueOn, holderAccountId, holderName } = matter;
        return {
          taskId,
          kind,
          name: holderName ?? '',
          phone: phones.get(holderAccountId ?? '')?.phone ?? null,
          otherPhone: phones.get(holderAccountId ?? '')?.otherPhone ?? null,
          dueOn,
          standing: standingOf(matter),
          outcomes: callOutcomesFor(matter, today),
          calls: own.map(({ at, byName, outcome }) => ({ at: at.toString(), byName, outcome })),
          nextAttempt: own.filter((one) => one.dueOn === dueOn).length + 1,
        };
      }),
      posted: await findPosting(tx, committeeId, taskIds),
    };
  }
}
