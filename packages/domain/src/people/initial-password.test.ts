import { hasInitialPasswordLapsed, initialPasswordLapsesAt } from './initial-password.js';

const given = Temporal.Instant.from('2026-02-20T09:00:00+08:00');

describe('an initial password', () => {
  it('is open for fourteen days', () =>
    expect(initialPasswordLapsesAt(given).equals(Temporal.Instant.from('2026-03-06T09:00:00+08:00'))).toBe(true));

  it.each([
    ['2026-02-20T09:00:00+08:00', false],
    ['2026-03-06T08:59:59+08:00', false],
    ['2026-03-06T09:00:00+08:00', true],
    ['2027-01-01T00:00:00+08:00', true],
  ])('at %s has lapsed: %s', (now, lapsed) =>
    expect(hasInitialPasswordLapsed(given, Temporal.Instant.from(now))).toBe(lapsed),
  );
});
