import { lastDayBefore, type RosterFate, shownPhones } from '@xushi/domain';
import type { JudgedList } from './judge-list.js';

/** A judged list as the contract sends it. */
export function presentList(list: JudgedList, effectiveOn: string | null) {
  const count = (fate: RosterFate['fate']) => list.fates.filter((one) => one.fate === fate).length;
  return {
    fingerprint: list.fingerprint,
    rows: list.fates.map(presentFate),
    counts: {
      rows: list.fates.length,
      add: count('add'),
      update: count('update'),
      unchanged: count('unchanged'),
      faulty: count('faulty'),
      leftOut: count('left-out'),
    },
    unusedColumns: [...list.unusedColumns],
    newGroups: list.newGroups.map(({ name }) => name),
    newUnits: [...list.newUnits],
    asked: [...list.asked],
    term:
      effectiveOn === null
        ? null
        : {
            effectiveOn,
            lastOn: lastDayBefore(effectiveOn),
            leavers: list.leavers.map(({ person, offices, ...leaver }) => ({
              ...leaver,
              accountId: person.accountId,
              name: person.name,
              sector: offices.at(-1)?.sector ?? null,
              group: offices.at(-1)?.group ?? null,
            })),
          },
  };
}

function presentFate(one: RosterFate) {
  const { sheet, row, fate } = one;
  const nothing = { why: null, text: '', changes: [], faults: [], raw: {}, role: null, isKnown: false };
  if (fate === 'left-out') {
    const nobody = { name: null, phone: null, sector: null, group: null, employer: null, unit: null };
    return { sheet, row, fate, ...nothing, ...nobody, why: one.why, text: one.text };
  }
  const { name, sector, group, employer, unit } = one.person;
  const said = { sheet, row, fate, ...nothing, name, phone: shownPhones(one.person), sector, group, employer, unit };
  if (one.fate === 'faulty') {
    return {
      ...said,
      faults: one.faults.map((fault) => ({ ...fault, candidates: [...fault.candidates] })),
      raw: one.raw,
    };
  }
  return { ...said, role: one.role, isKnown: one.accountId !== null, changes: [...one.changes] };
}
