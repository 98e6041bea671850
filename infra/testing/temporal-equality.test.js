/** Guards against a false green: were the set-up forgotten, every one of these assertions on dates would pass. */
const date = (text) => Temporal.PlainDate.from(text);

test('equal dates are equal, alone and inside objects, arrays and calls', () => {
  expect(date('2026-06-30')).toEqual(date('2026-06-30'));
  expect({ due: [date('2026-06-30')] }).toStrictEqual({ due: [date('2026-06-30')] });
});

test.each([
  ['another day', () => expect(date('2026-06-30')).toEqual(date('2026-07-01'))],
  ['inside an object', () => expect({ due: date('2026-06-30') }).toEqual({ due: date('2026-07-01') })],
  ['inside an array', () => expect([date('2026-06-30')]).toStrictEqual([date('2026-07-01')])],
  ['inside toMatchObject', () => expect({ due: date('2026-06-30') }).toMatchObject({ due: date('2026-07-01') })],
  ['toContainEqual', () => expect([date('2026-06-30')]).toContainEqual(date('2026-07-01'))],
  ['another type', () => expect(date('2026-06-30')).toEqual(Temporal.PlainDateTime.from('2026-06-30'))],
  ['a date and its text', () => expect(date('2026-06-30')).toEqual('2026-06-30')],
  [
    'an instant',
    () => expect(Temporal.Instant.from('2026-06-30T01:00Z')).toEqual(Temporal.Instant.from('2026-06-30T01:00:01Z')),
  ],
  ['a length', () => expect(Temporal.Duration.from({ days: 1 })).toEqual(Temporal.Duration.from({ days: 2 }))],
])('unequal: %s', (_name, assertion) => {
  expect(assertion).toThrow();
});
