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

/** What may be added to an action and may be left out. */
const extras = [
  'annual-plan close: note (text)',
  'annual-plan record-approval: documentNumber (text)',
  'study-session arrange: place (text), topic (text)',
  'study-session hand-in-minutes: title (text)',
  'study-session record: attended (count), note (text)',
  'activity arrange: place (text)',
  'activity record: attended (count), note (text)',
  'inspection arrange: place (text), sites (text), team (text)',
  'inspection close: note (text)',
  'inspection record: sites (text), attended (count), note (text)',
  'inspection record-adoption: note (text)',
  'inspection send-suggestions: suggestions (count)',
  'consultation arrange: place (text), topic (text)',
  'consultation record: attended (count), note (text)',
  'consultation record-reply: note (text)',
  'consultation send-opinions: opinions (count)',
  'oversight arrange: place (text)',
  'oversight find-unrectified: note (text)',
  'oversight look-back: note (text)',
  'oversight record: attended (count), note (text)',
  'oversight record-issues: attended (count), note (text)',
  'oversight record-rectification: note (text)',
  'solicitation close: note (text)',
  'duty finish: note (text)',
  'supervision-slip close: note (text)',
  'leave approve: note (text)',
  'hand-over carry-out: note (text)',
  'passed-down-item accept: note (text)',
];

it('actions take these besides what they must be told; a withdrawal takes its reason', () => {
  const told = Object.values(definitions).flatMap(({ name, states }) =>
    Object.values(states).flatMap(({ on }) =>
      Object.entries(on ?? {}).flatMap(([event, transitions]) =>
        transitions.map(({ fields }) => {
          const optional = (fields ?? []).filter(({ required }) => !required);
          return `${name} ${event}: ${optional.map((field) => `${field.name} (${field.type})`).join(', ')}`;
        }),
      ),
    ),
  );
  const [withdrawals, others] = [true, false].map((isWanted) => [
    ...new Set(told.filter((line) => line.includes(' withdraw: ') === isWanted && !line.endsWith(': '))),
  ]);
  expect(others?.sort()).toEqual([...extras].sort());
  expect(new Set(withdrawals?.map((line) => line.split(': ')[1]))).toEqual(new Set(['reason (text)']));
  expect(withdrawals).toHaveLength(8);
});
