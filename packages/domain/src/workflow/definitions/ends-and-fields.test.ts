import { definitions } from './index.js';

/** In which states a case has come to its end. */
const ends = {
  'annual-plan': ['closed'],
  'study-session': ['closed', 'dropped', 'withdrawn'],
  activity: ['closed', 'dropped', 'withdrawn'],
  inspection: ['closed', 'dropped', 'withdrawn'],
  consultation: ['closed', 'dropped', 'withdrawn'],
  oversight: ['closed', 'dropped', 'withdrawn'],
  solicitation: ['closed', 'dropped', 'withdrawn'],
  duty: ['closed', 'dropped', 'withdrawn'],
  'supervision-slip': ['closed', 'rescinded'],
  urging: ['answered', 'settled'],
  leave: ['approved', 'refused', 'cancelled', 'lapsed'],
  'hand-over': ['carried-out', 'abandoned'],
  'passed-down-item': ['accepted', 'adapted', 'declined', 'withdrawn'],
};

it('a case ends in these states and in no other', () => {
  const told = Object.values(definitions).map(({ name, states }) => [
    name,
    Object.keys(states).filter((state) => states[state]?.final === true),
  ]);
  expect(Object.fromEntries(told)).toEqual(ends);
});

/** What each action is told with; a question mark: what may be left out. */
const fields = [
  'annual-plan record-approval: meeting text, approvedOn date-done, documentNumber? text',
  'annual-plan send-back: reason text',
  'annual-plan close: note? text',
  'annual-plan publish-amendment: reason text',
  'study-session arrange: heldOn date-planned, place? text, topic? text',
  'study-session record: doneOn date-done, topic text, attended? count, note? text',
  'study-session hand-in-minutes: doneOn date-done, title? text',
  'activity arrange: heldOn date-planned, place? text',
  'activity record: doneOn date-done, attended? count, note? text',
  'activity hand-in-report: doneOn date-done, title text',
  'inspection arrange: heldOn date-planned, place? text, sites? text, team? text',
  'inspection record: doneOn date-done, sites? text, attended? count, note? text',
  'inspection hand-in-report: doneOn date-done, title text',
  'inspection send-suggestions: doneOn date-done, departments text, suggestions? count',
  'inspection close: note? text',
  'inspection record-adoption: doneOn date-done, adopted count, note? text',
  'inspection close: reason text',
  'consultation arrange: heldOn date-planned, place? text, topic? text',
  'consultation record: doneOn date-done, topic text, attended? count, note? text',
  'consultation send-opinions: doneOn date-done, departments text, opinions? count',
  'consultation close: reason text',
  'consultation record-reply: doneOn date-done, note? text',
  'oversight arrange: heldOn date-planned, place? text',
  'oversight record: doneOn date-done, attended? count, note? text',
  'oversight record-issues: doneOn date-done, issues count, rectifyBy date-planned, attended? count, note? text',
  'oversight record-rectification: doneOn date-done, note? text',
  'oversight extend: rectifyBy date-planned, reason text',
  'oversight look-back: doneOn date-done, note? text',
  'oversight find-unrectified: doneOn date-done, rectifyBy date-planned, note? text',
  'solicitation close: note? text',
  'duty finish: doneOn date-done, note? text',
  'supervision-slip reply: reply text',
  'supervision-slip rescind: reason text',
  'supervision-slip close: note? text',
  'supervision-slip demand-again: reason text',
  'urging answer: reply text',
  'urging urge-again: text text',
  'leave approve: note? text',
  'leave refuse: reason text',
  'hand-over carry-out: note? text',
  'hand-over abandon: reason text',
  'passed-down-item accept: note? text',
  'passed-down-item adapt: differences text',
  'passed-down-item decline: reason text',
];

it('each action is told with these fields; a withdrawal with its reason, if there is one', () => {
  const told = Object.values(definitions).flatMap(({ name, states }) =>
    Object.values(states).flatMap(({ on }) =>
      Object.entries(on ?? {}).flatMap(([event, transitions]) =>
        transitions.map((one) => {
          const words = (one.fields ?? []).map((field) => `${field.name}${field.required ? '' : '?'} ${field.type}`);
          return { event, line: `${name} ${event}: ${words.join(', ')}`, words: words.join(', ') };
        }),
      ),
    ),
  );
  const isShared = (event: string) => event === 'withdraw' || event === 'drop';
  const others = told.filter(({ event, words }) => !isShared(event) && words !== '');
  expect(new Set(others.map(({ line }) => line))).toEqual(new Set(fields));
  const wordsOf = (wanted: string) => new Set(told.filter(({ event }) => event === wanted).map(({ words }) => words));
  expect(wordsOf('withdraw')).toEqual(new Set(['reason? text']));
  expect(wordsOf('drop')).toEqual(new Set(['reason text']));
});
