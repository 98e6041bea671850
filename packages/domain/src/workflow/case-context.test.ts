import { isAddressee, isPerformer } from './case-context.js';
import { plainFacts } from './case-facts.js';

const clerk = { accountId: 'clerk', roles: ['staff'] } as const;

describe('a case is addressed', () => {
  it.each([
    ['to nobody', null, false],
    ['to an account', { kind: 'account', accountId: 'clerk' }, true],
    ['to another account', { kind: 'account', accountId: 'another' }, false],
    ['to an office they hold', { kind: 'role', role: 'staff' }, true],
    ['to an office they do not hold', { kind: 'role', role: 'leader' }, false],
    ['to a unit', { kind: 'unit', unitId: 'water-board' }, false],
  ] as const)('%s', (_to, addressee, isTheirs) => {
    expect(isAddressee(clerk, { addressee })).toBe(isTheirs);
  });

  it('to the unit somebody speaks for', () => {
    const speaker = { ...clerk, unitIds: ['water-board'] };
    expect(isAddressee(speaker, { addressee: { kind: 'unit', unitId: 'water-board' } })).toBe(true);
    expect(isAddressee(speaker, { addressee: { kind: 'unit', unitId: 'forestry' } })).toBe(false);
  });
});

it('a stand-in performs what the other is responsible for; who stands in for nobody does not', () => {
  const facts = { ...plainFacts, responsibleAccountId: 'away' };
  expect(isPerformer(['responsible'], clerk, facts)).toBe(false);
  expect(isPerformer(['responsible'], { ...clerk, standsInFor: ['away'] }, facts)).toBe(true);
});
