import { staffAnswer } from './staff-answer';

const MONDAY = '2026-11-23';
const duty = (id: string, dueOn: string, light: object | null = {}) => ({ id, dueOn, light, isLate: dueOn < MONDAY });

it.each([
  ['nothing at all', [], [], { late: 0, week: 0, questions: 0 }],
  ['a report 33 working days late is not "nothing"', [duty('a', '2026-10-08')], [], { late: 1, week: 0, questions: 0 }],
  ['late and asked about counts once', [duty('a', '2026-10-08')], [{ id: 'a' }], { late: 0, week: 0, questions: 1 }],
  ['due on Sunday is this week', [duty('a', '2026-11-29')], [], { late: 0, week: 1, questions: 0 }],
  ['due next Monday is not', [duty('a', '2026-11-30')], [], { late: 0, week: 0, questions: 0 }],
  ['owed as a member', [duty('a', '2026-11-20', null)], [], { late: 0, week: 0, questions: 0 }],
])('%s', (_case, duties, questions, answer) => {
  expect(staffAnswer(duties, questions, MONDAY)).toEqual(answer);
});
