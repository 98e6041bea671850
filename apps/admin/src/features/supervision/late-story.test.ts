import { lateStory } from './late-story';

const nothing = { askedOn: null, confirmedNotDoneOn: null, escalatedOn: null, urged: null };
const urged = (lastAt: string) => ({ times: 4, lastAt, lastByName: '许建章' });

it.each([
  ['nothing was done', nothing, []],
  [
    'the clerk answers weeks after the leader heard',
    { ...nothing, askedOn: '2026-10-09', escalatedOn: '2026-10-12', confirmedNotDoneOn: '2026-11-09' },
    ['asked 2026-10-09', 'escalated 2026-10-12', 'notDone 2026-11-09'],
  ],
  [
    'on one day in the order in which it climbs',
    { askedOn: '2026-10-09', confirmedNotDoneOn: '2026-10-09', escalatedOn: '2026-10-09', urged: null },
    ['asked 2026-10-09', 'notDone 2026-10-09', 'escalated 2026-10-09'],
  ],
  [
    'an urging late at night in UTC is of the next day here',
    { ...nothing, askedOn: '2026-11-17', urged: urged('2026-11-16T16:30:00Z') },
    ['asked 2026-11-17', 'urged 2026-11-17'],
  ],
])('%s', (_case, task, steps) => {
  expect(lateStory(task).map(({ step, on }) => `${step} ${on}`)).toEqual(steps);
});
