import { type BrokenTry, outcomeOfBrokenTry, secondsToNextTry } from './tries.js';

/** Where the conversation ended, what the server said, and what it means for the mail. */
test.each<[BrokenTry['stage'], number | null, string]>([
  ['connect', null, 'deferred'], // refused, no such name, silent, TLS
  ['connect', 421, 'deferred'],
  ['connect', 554, 'deferred'], // "no service for you": about the connection, not this mail
  ['sign-in', 535, 'deferred'], // a wrong password is mended in the settings
  ['sender', null, 'deferred'],
  ['sender', 451, 'deferred'],
  ['sender', 553, 'deferred'], // a wrong sender is mended in the settings
  ['recipient', null, 'deferred'],
  ['recipient', 450, 'deferred'],
  ['recipient', 550, 'failed'],
  ['data', null, 'deferred'], // broken off before the whole mail was there
  ['data', 452, 'deferred'],
  ['data', 554, 'failed'],
  ['answer', 451, 'deferred'],
  ['answer', 552, 'failed'],
  ['answer', null, 'in-doubt'], // the whole mail was there and nobody said a word
])('%s, %s: %s', (stage, code, outcome) => {
  expect(outcomeOfBrokenTry({ stage, code })).toBe(outcome);
});

test('tries grow rarer and end after about a day', () => {
  const waits = Array.from({ length: 9 }, (_, index) => secondsToNextTry(index + 1));
  expect(waits).toEqual([60, 300, 900, 3_600, 7_200, 14_400, 28_800, 43_200, null]);
});
