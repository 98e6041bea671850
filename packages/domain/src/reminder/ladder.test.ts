import fc from 'fast-check';
import { instantIn } from '../calendar/committee-time.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { defaultRuleProfile, ladderNames } from '../rule-profile/rule-profile.js';
import {
  atLadderFoot,
  firstMoment,
  foreseeLadder,
  type Ladder,
  nextLook,
  pendingRungs,
  type RungOutcome,
  rungMoments,
  stepLadder,
} from './ladder.js';

const calendar = new WorkingCalendar(officialYears);
const { ladders, reminder: rules } = defaultRuleProfile;
const on = (iso: string) => Temporal.PlainDate.from(iso);
const at = (iso: string, time = '09:00') => instantIn('Asia/Shanghai', on(iso), time);
const momentsFor = (opensOn: string, dueOn: string, ladder: (typeof ladderNames)[number] = 'duty') =>
  rungMoments(ladders[ladder], { opensOn: on(opensOn), dueOn: on(dueOn) }, calendar, rules);

/** Rung by rung: what is said when it is sent, else its outcome. */
const saidIn = (steps: readonly { outcomes: readonly RungOutcome[] }[]) =>
  steps.flatMap(({ outcomes }) =>
    outcomes.map(({ moment, form, outcome }) => `${moment.rung} ${outcome === 'sent' ? form : outcome}`),
  );

describe('the days of a ladder', () => {
  it('T−30 and T−15 are calendar days, nearer rungs working days, a day off moves to the working day before', () => {
    // Due Wednesday 2026-09-30, the last working day before the National Day holiday.
    expect(momentsFor('2026-07-01', '2026-09-30').map(({ rung, onDate }) => `${rung} ${onDate}`)).toEqual([
      'T-30 2026-08-31',
      'T-15 2026-09-15',
      'T-7 2026-09-20',
      'T-3 2026-09-24',
      'T-1 2026-09-29',
      'T+0 2026-09-30',
      'T+1 2026-10-08',
      'T+3 2026-10-10',
      'T+7 2026-10-15',
    ]);
  });

  it('a rung before the duty opens is not part of it', () => {
    expect(momentsFor('2026-09-21', '2026-09-30').map(({ rung }) => rung)).toEqual([
      'T-3',
      'T-1',
      'T+0',
      'T+1',
      'T+3',
      'T+7',
    ]);
  });

  it('rungs of one person that share a day merge, and the later of the ladder wins', () => {
    // Due on Thursday after the Spring Festival: T−1 and T−3 calendar days would both fall on 14 February.
    const ladder = [
      { name: 'T-5', offset: { unit: 'calendar-days', days: -5 }, to: 'holder', form: 'notice' },
      { name: 'T-2', offset: { unit: 'calendar-days', days: -2 }, to: 'holder', form: 'approaching' },
    ] as const;
    const duty = { opensOn: on('2026-01-05'), dueOn: on('2026-02-24') };
    expect(rungMoments(ladder, duty, calendar, rules).map(({ rung, onDate }) => `${rung} ${onDate}`)).toEqual([
      'T-2 2026-02-14',
    ]);
  });
});

describe('the order of a ladder is the order of time', () => {
  const cal = (days: number) => ({ unit: 'calendar-days', days }) as const;
  const wd = (days: number) => ({ unit: 'workdays', days }) as const;
  // Due Friday 2026-02-27: twelve calendar days before is a day of the Spring Festival (15 to 23 February), moved to
  // Saturday the 14th, which is worked; eight working days before is Tuesday the 10th.
  it.each<[string, Ladder, string[]]>([
    [
      'a rung of one person that would come after a nearer one merges into it',
      [
        { name: 'T-12', offset: cal(-12), to: 'holder', form: 'notice' },
        { name: 'T-8', offset: wd(-8), to: 'holder', form: 'approaching' },
      ],
      ['1 T-8 2026-02-10'],
    ],
    [
      'a rung of somebody else comes no later than the rung above it',
      [
        { name: 'T-12', offset: cal(-12), to: 'leader', form: 'notice' },
        { name: 'T-8', offset: wd(-8), to: 'holder', form: 'approaching' },
      ],
      ['0 T-12 2026-02-10', '1 T-8 2026-02-10'],
    ],
  ])('%s', (_, ladder, expected) => {
    const duty = { opensOn: on('2026-01-05'), dueOn: on('2026-02-27') };
    const moments = rungMoments(ladder, duty, calendar, rules);
    expect(moments.map(({ order, rung, onDate }) => `${order} ${rung} ${onDate}`)).toEqual(expected);
  });
});

describe('a new holiday notice in the middle of a ladder', () => {
  // Due Tuesday 2026-03-31; Wednesday to Friday of the week before become days off.
  const duty = { opensOn: on('2026-01-01'), dueOn: on('2026-03-31') };
  const closed = ['2026-03-25', '2026-03-26', '2026-03-27'].map((day) => ({ on: day, name: '休息日' }));
  const after = new WorkingCalendar(officialYears, closed);
  const ladder = ladders.duty;

  it('what was settled stays settled, what is to come is counted anew', () => {
    const before = rungMoments(ladder, duty, calendar, rules);
    const { progress } = stepLadder(before, atLadderFoot, { now: at('2026-03-16'), onHold: false }, calendar, rules);
    expect(progress.settled).toBe(2);
    const moved = rungMoments(ladder, duty, after, rules);
    expect(pendingRungs(moved, progress).map(({ rung, onDate }) => `${rung} ${onDate}`)).toEqual([
      'T-7 2026-03-17',
      'T-3 2026-03-23',
      'T-1 2026-03-30',
      'T+0 2026-03-31',
      'T+1 2026-04-01',
      'T+3 2026-04-03',
      'T+7 2026-04-10',
    ]);
  });

  it('a rung that only the old days kept apart is not sent after the one above it', () => {
    // Both rungs on Saturday 14 February merge; with only the statutory days off they would not have.
    const pair: Ladder = [
      { name: 'T-5', offset: { unit: 'calendar-days', days: -5 }, to: 'holder', form: 'notice' },
      { name: 'T-2', offset: { unit: 'calendar-days', days: -2 }, to: 'holder', form: 'approaching' },
    ];
    const festival = { opensOn: on('2026-01-05'), dueOn: on('2026-02-24') };
    const merged = rungMoments(pair, festival, calendar, rules);
    const { progress } = stepLadder(merged, atLadderFoot, { now: at('2026-02-14'), onHold: false }, calendar, rules);
    const ordinary = rungMoments(pair, festival, new WorkingCalendar([]), rules);
    expect(ordinary.map(({ rung, onDate }) => `${rung} ${onDate}`)).toEqual(['T-5 2026-02-13', 'T-2 2026-02-20']);
    expect(pendingRungs(ordinary, progress)).toEqual([]);
  });
});

describe('published late', () => {
  it('the highest rung reached goes the next working morning, those below it are superseded', () => {
    const moments = momentsFor('2026-01-01', '2026-03-31');
    const publishedAt = at('2026-03-20', '17:30'); // a Friday
    const nextAt = firstMoment(moments, publishedAt, calendar, rules);
    expect(nextAt).toEqual(at('2026-03-23'));
    const foreseen = foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, rules);
    expect(foreseen.slice(0, 2).map(({ happensAt }) => happensAt)).toEqual([at('2026-03-23'), at('2026-03-26')]);
    expect(saidIn(foreseen).slice(0, 4)).toEqual([
      'T-30 superseded',
      'T-15 superseded',
      'T-7 approaching',
      'T-3 approaching',
    ]);
  });
});

describe('when a ladder is looked at next', () => {
  // Due Tuesday 2026-03-31; the clerk is asked on 1 April, 4 to 6 April are Qingming.
  const moments = momentsFor('2026-01-01', '2026-03-31');
  const asked = on('2026-04-01');
  it.each([
    ['at the next rung', 2, null, '2026-03-16 09:00', '2026-03-20 09:00'],
    ['a rung reached this very moment, next working morning', 2, null, '2026-03-20 09:00', '2026-03-23 09:00'],
    ['a rung that slipped into the past, next working morning', 2, null, '2026-03-20 17:30', '2026-03-23 09:00'],
    ['before nine, the same morning', 2, null, '2026-03-23 08:59', '2026-03-23 09:00'],
    ['on a Saturday off, on Monday', 2, null, '2026-03-21 08:00', '2026-03-23 09:00'],
    ['a leader, when the clerk had two working days', 7, asked, '2026-04-03 08:00', '2026-04-03 09:00'],
    ['asked later, the leader later', 7, on('2026-04-02'), '2026-04-03 10:00', '2026-04-07 09:00'],
    ['a leader who should have heard, next working morning', 7, asked, '2026-04-03 10:00', '2026-04-07 09:00'],
    ['a leader whom no question went before, next working morning', 7, null, '2026-04-03 10:00', '2026-04-07 09:00'],
    ['what does not climb waits for no answer', 5, on('2026-04-02'), '2026-04-02 10:00', '2026-04-03 09:00'],
    ['the ladder has ended', 9, asked, '2026-04-20 09:00', null],
  ])('%s', (_, settled, askedOn, now, expected) => {
    const [date = '', time = ''] = now.split(' ');
    const from = { progress: { settled, askedOn }, now: at(date, time) };
    const nextAt = nextLook(moments, from, calendar, rules);
    expect(nextAt?.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString() ?? null).toBe(
      expected === null ? null : `${expected.replace(' ', 'T')}:00`,
    );
  });

  it('a ladder without rungs is never looked at', () => {
    expect(firstMoment([], at('2026-01-05'), calendar, rules)).toBeNull();
  });
});

describe('a rung says what is true on the day it can be read', () => {
  const duty = { opensOn: on('2026-01-01'), dueOn: on('2026-03-31') };
  const rungsAt = (date: string, time: string, due = duty) => {
    const moments = rungMoments(ladders.duty, due, calendar, rules);
    const step = stepLadder(
      moments,
      { settled: 5, askedOn: null },
      { now: at(date, time), onHold: false },
      calendar,
      rules,
    );
    return saidIn([step]);
  };
  // T+0 of Tuesday 2026-03-31, looked at late.
  it.each([
    ['on its day', '2026-03-31', '09:00', ['T+0 due-today']],
    ['on its day, the last minute before quiet hours', '2026-03-31', '19:59', ['T+0 due-today']],
    ['at night it is read the next morning', '2026-03-31', '20:00', ['T+0 past-due']],
    ['the day after, before the question is due', '2026-04-01', '08:30', ['T+0 past-due']],
    ['the day after', '2026-04-01', '11:00', ['T+0 past-due', 'T+1 ask-record']],
  ])('%s', (_, date, time, expected) => {
    expect(rungsAt(date, time)).toEqual(expected);
  });

  it('due on a day off it approaches on the working day before, and is due that day only', () => {
    // Due Saturday 2026-10-03, within the National Day holiday: Wednesday 30 September is the last working day.
    const holiday = { opensOn: on('2026-07-01'), dueOn: on('2026-10-03') };
    expect(rungsAt('2026-09-30', '09:00', holiday)).toEqual(['T+0 approaching']);
    expect(rungsAt('2026-10-03', '09:00', holiday)).toEqual(['T+0 past-due']);
  });

  it('a notice that nothing overtook does not announce a day gone by', () => {
    const ladder: Ladder = [{ name: 'T-3', offset: { unit: 'workdays', days: -3 }, to: 'holder', form: 'notice' }];
    const moments = rungMoments(ladder, duty, calendar, rules);
    const late = stepLadder(moments, atLadderFoot, { now: at('2026-04-02'), onHold: false }, calendar, rules);
    expect(saidIn([late])).toEqual(['T-3 past-due']);
    const onTime = stepLadder(moments, atLadderFoot, { now: at('2026-03-31'), onHold: false }, calendar, rules);
    expect(saidIn([onTime])).toEqual(['T-3 notice']);
    const early = stepLadder(moments, atLadderFoot, { now: at('2026-03-26'), onHold: false }, calendar, rules);
    expect(saidIn([early])).toEqual(['T-3 notice']);
  });

  it('every outcome has its reason', () => {
    const moments = rungMoments(ladders.duty, duty, calendar, rules);
    const reasons = (onHold: boolean) => {
      const from = { settled: 4, askedOn: null };
      const { outcomes } = stepLadder(moments, from, { now: at('2026-03-31', '11:00'), onHold }, calendar, rules);
      return outcomes.map(({ moment, outcome, reason }) => `${moment.rung} ${outcome} ${reason}`);
    };
    expect(reasons(false)).toEqual(['T-1 superseded overtaken', 'T+0 sent reached']);
    expect(reasons(true)).toEqual(['T-1 held on-hold', 'T+0 held on-hold']);
  });

  it('a hold over the question counts as its answer, and before it as none', () => {
    const moments = rungMoments(ladders.duty, duty, calendar, rules);
    const held = (date: string) =>
      stepLadder(moments, { settled: 5, askedOn: null }, { now: at(date), onHold: true }, calendar, rules);
    expect(held('2026-03-31').progress).toEqual({ settled: 6, askedOn: null });
    expect(held('2026-04-01').progress).toEqual({ settled: 7, askedOn: on('2026-04-01') });
  });

  it('a second question over an outage does not keep the leader waiting for ever', () => {
    const after = (days: number, form: 'ask-record' | 'escalation') =>
      ({
        name: `T+${days}`,
        offset: { unit: 'workdays', days },
        to: form === 'ask-record' ? 'record-keeper' : 'leader',
        form,
      }) as const;
    const twice = [after(1, 'ask-record'), after(3, 'escalation'), after(4, 'ask-record'), after(6, 'escalation')];
    const moments = rungMoments(twice, duty, calendar, rules);
    // Due Tuesday 31 March, the server comes back on Friday 10 April (Monday the 6th is Qingming's day off).
    const foreseen = foreseeLadder(moments, { progress: atLadderFoot, nextAt: at('2026-04-10') }, calendar, rules);
    expect(
      foreseen.map(({ happensAt, outcomes }) => [
        happensAt.toZonedDateTimeISO(rules.zone).toPlainDate().toString(),
        ...outcomes.map(({ moment, outcome }) => `${moment.rung} ${outcome}`),
      ]),
    ).toEqual([
      ['2026-04-10', 'T+1 sent'],
      ['2026-04-14', 'T+3 sent', 'T+4 sent'],
      ['2026-04-16', 'T+6 sent'],
    ]);
  });

  it('what is not sent keeps the form of its rung', () => {
    const moments = rungMoments(ladders.duty, duty, calendar, rules);
    const held = stepLadder(
      moments,
      { settled: 5, askedOn: null },
      { now: at('2026-04-10'), onHold: true },
      calendar,
      rules,
    );
    expect(held.outcomes.map(({ moment, form }) => `${moment.rung} ${form}`)).toEqual([
      'T+0 due-today',
      'T+1 ask-record',
      'T+3 escalation',
      'T+7 escalation',
    ]);
  });
});

it('a duty entered after its day has passed still asks the clerk before it climbs', () => {
  expect(momentsFor('2026-04-20', '2026-03-31').map(({ rung, onDate }) => `${rung} ${onDate}`)).toEqual([
    'T+0 2026-03-31',
    'T+1 2026-04-01',
    'T+3 2026-04-03',
    'T+7 2026-04-10',
  ]);
});

describe('nothing climbs to a leader before the clerk was asked and had time to answer', () => {
  it('after ninety days of downtime the clerk is asked first, the leader hears two working days later, once', () => {
    const moments = momentsFor('2026-01-01', '2026-03-31');
    const back = at('2026-06-29', '11:00');
    const first = stepLadder(moments, atLadderFoot, { now: back, onHold: false }, calendar, rules);
    expect(saidIn([first]).slice(-2)).toEqual(['T+0 past-due', 'T+1 ask-record']);
    expect(
      new Set(
        saidIn([first])
          .slice(0, -2)
          .map((one) => one.split(' ')[1]),
      ),
    ).toEqual(new Set(['superseded']));
    expect(first.nextAt).toEqual(at('2026-07-01'));
    const second = stepLadder(moments, first.progress, { now: at('2026-07-01'), onHold: false }, calendar, rules);
    expect(saidIn([second])).toEqual(['T+3 superseded', 'T+7 escalation']);
    expect(second.nextAt).toBeNull();
  });

  it('while on hold every rung is recorded as held', () => {
    const moments = momentsFor('2026-01-01', '2026-03-31');
    const step = stepLadder(moments, atLadderFoot, { now: at('2026-04-10'), onHold: true }, calendar, rules);
    expect(new Set(step.outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['held']));
    expect(step.outcomes).toHaveLength(9);
  });
});

const anyDuty = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 200 }), fc.constantFrom(...ladderNames))
  .map(([from, length, ladder]) => {
    const opensOn = on('2024-03-01').add({ days: from });
    const dueOn = calendar.onOrAfter(opensOn.add({ days: length }));
    return { ladder, moments: momentsFor(opensOn.toString(), dueOn.toString(), ladder) };
  });

it('however irregularly the server looks, every rung gets one outcome and no two of one person are sent at once', () => {
  fc.assert(
    fc.property(anyDuty, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), ({ moments }, pauses) => {
      const [start] = moments;
      if (start === undefined) return true;
      const outcomes: string[] = [];
      let progress = atLadderFoot;
      let now = start.at;
      let nextAt: Temporal.Instant | null = now;
      for (const days of [...pauses, 400, 30, 30]) {
        now = now.add({ hours: days * 24 });
        const step = stepLadder(moments, progress, { now, onHold: false }, calendar, rules);
        const sentTo = step.outcomes.filter(({ outcome }) => outcome === 'sent').map(({ moment }) => moment.to);
        if (new Set(sentTo).size !== sentTo.length) return false;
        outcomes.push(...step.outcomes.map(({ moment }) => moment.rung));
        ({ progress, nextAt } = step);
      }
      return nextAt === null && outcomes.join() === moments.map(({ rung }) => rung).join();
    }),
  );
});

it('what is foreseen happens on working days at nine, in order', () => {
  fc.assert(
    fc.property(anyDuty, ({ moments }) => {
      const openedAt = (moments[0]?.at ?? at('2026-01-05')).subtract({ hours: 1 });
      const nextAt = firstMoment(moments, openedAt, calendar, rules);
      const foreseen = foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, rules);
      return foreseen.every(({ happensAt }, index) => {
        const local = happensAt.toZonedDateTimeISO('Asia/Shanghai');
        const previous = foreseen[index - 1]?.happensAt ?? happensAt;
        return (
          local.hour === 9 &&
          calendar.isWorkday(local.toPlainDate()) &&
          Temporal.Instant.compare(previous, happensAt) <= 0
        );
      });
    }),
  );
});
