import { Injectable } from '@nestjs/common';
import { cleanPhones, groupKey, shownPhones } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf } from '../account/index.js';
import { loadNames, lockRoster } from './roster.query.js';
import { insertGroups, insertUnits, noteChanges, renameGroup, updateUnit } from './write-roster.query.js';

/** Handling units (承办单位), groups and sectors, one at a time. */
@Injectable()
export class KeepUnit {
  constructor(private readonly doors: Doors) {}

  saveUnit(
    actor: Actor,
    input: { committeeId: string; unitId: string | null; name: string; phone: string },
  ): Promise<Result<null, 'name-missing' | 'name-taken' | 'phone-invalid' | 'phone-rounded'>> {
    const { committeeId, unitId } = input;
    return this.#keep(actor, committeeId, async (tx) => {
      const name = input.name.normalize('NFKC').trim();
      const numbers = cleanPhones([input.phone]);
      if (!numbers.ok) return refused(numbers.code, 'phone');
      const { units } = await loadNames(tx, committeeId);
      const objection = judgeName(name, unitId, units);
      if (objection !== null) return objection;
      const unit = { id: unitId ?? newId(), name, phone: shownPhones(numbers.value) };
      if (unitId === null) await insertUnits(tx, committeeId, [unit]);
      else await updateUnit(tx, committeeId, unit);
      const batch = { committeeId, byAccountId: actor.accountId, batchId: newId() };
      await noteChanges(tx, batch, [{ kind: 'unit', accountId: null, detail: unit }]);
      return ok(null);
    });
  }

  saveGroup(
    actor: Actor,
    input: {
      committeeId: string;
      groupId: string | null;
      kind: 'liaison' | 'sector' | 'special-committee';
      name: string;
    },
  ): Promise<Result<null, 'name-missing' | 'name-taken'>> {
    const { committeeId, groupId, kind } = input;
    return this.#keep(actor, committeeId, async (tx) => {
      const name = input.name.normalize('NFKC').trim();
      const { groups } = await loadNames(tx, committeeId);
      const alike = groups.filter((one) => (one.kind === 'sector') === (kind === 'sector'));
      const objection = judgeName(name, groupId, alike);
      if (objection !== null) return objection;
      const id = groupId ?? newId();
      if (groupId === null) await insertGroups(tx, committeeId, [{ id, kind, name }]);
      else await renameGroup(tx, committeeId, { id, name });
      const batch = { committeeId, byAccountId: actor.accountId, batchId: newId() };
      await noteChanges(tx, batch, [{ kind: 'group', accountId: null, detail: { kind, name } }]);
      return ok(null);
    });
  }

  #keep<T>(actor: Actor, committeeId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      await lockRoster(tx, committeeId);
      return work(tx);
    });
  }
}

function judgeName(name: string, ownId: string | null, known: readonly { id: string; name: string }[]) {
  if (name === '') return refused('name-missing', 'name');
  if (ownId !== null && !known.some(({ id }) => id === ownId)) return missing;
  const isTaken = known.some((one) => one.id !== ownId && groupKey(one.name) === groupKey(name));
  return isTaken ? refused('name-taken', 'name') : null;
}
