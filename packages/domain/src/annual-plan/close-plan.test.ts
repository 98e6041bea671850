import { definitions } from '../workflow/definitions/index.js';
import { judgeClosing, standingAtClose } from './close-plan.js';

describe('where a run stands when its plan is closed', () => {
  it.each([
    ['an activity nobody arranged', 'activity', 'planned', false, 'undone'],
    ['an activity that has a day but was not recorded', 'activity', 'arranged', false, 'undone'],
    ['a duty nobody finished', 'duty', 'open', false, 'undone'],
    ['proposals that did not all come in', 'solicitation', 'open', false, 'undone'],
    ['an activity that was held', 'activity', 'closed', true, 'done'],
    ['an activity that was called off', 'activity', 'dropped', false, 'not-done'],
    ['oversight that was carried out and is being rectified', 'oversight', 'rectifying', true, 'owed'],
    ['oversight whose look-back was waived', 'oversight', 'dropped', true, 'done'],
    ['an inspection whose report is owed', 'inspection', 'reporting', true, 'owed'],
  ] as const)('%s: %s in %s, held %s, is %s', (_what, name, state, isHeld, standing) => {
    const definition = definitions[name];
    expect(Object.keys(definition.states)).toContain(state);
    const isFinal = definition.states[state as keyof typeof definition.states]?.final === true;
    expect(standingAtClose({ definition, state, isFinal, isHeld })).toBe(standing);
  });
});

describe('the reasons a plan is closed with', () => {
  const undone = [
    { instanceId: 'a', lockVersion: 1 },
    { instanceId: 'b', lockVersion: 2 },
  ];
  const a = { instanceId: 'a', lockVersion: 1, reason: '条件不具备' };
  const b = { instanceId: 'b', lockVersion: 2, reason: '经研究取消' };
  it.each([
    ['each has its own', [a, b], []],
    ['one is left out', [a], [{ instanceId: 'b', why: 'reason-missing' }]],
    ['one is blank', [a, { ...b, reason: ' 　' }], [{ instanceId: 'b', why: 'reason-missing' }]],
    ['one was touched meanwhile', [a, { ...b, lockVersion: 1 }], [{ instanceId: 'b', why: 'changed' }]],
    ['one was finished meanwhile', [a, b, { ...a, instanceId: 'c' }], [{ instanceId: 'c', why: 'changed' }]],
  ])('%s', (_what, given, faults) => {
    expect(judgeClosing(undone, given)).toEqual(faults);
  });
  it('a year in which nothing is undone asks for none', () => {
    expect(judgeClosing([], [])).toEqual([]);
  });
});
