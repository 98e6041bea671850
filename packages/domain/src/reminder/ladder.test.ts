import fc from 'fast-check';
import { instantIn } from '../calendar/committee-time.js';
import { officialYears } from '../calendar/official-years.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { defaultRuleProfile, ladderNames } from '../rule-profile/rule-profile.js';
import { atLadderFoot, firstMoment, foreseeLadder, rungMoments, stepLadder, validateLadder } from './ladder.js';

const calendar = new WorkingCalendar(officialYears);
const { ladders, reminder: rules } = defaultRuleProfile;
const on = (iso: string) => Temporal.PlainDate.from(iso);
const at = (iso: string, time = '09:00') => instantIn('Asia/Shanghai', on(iso), time);
const momentsFor = (opensOn: string, dueOn: string, ladder: (typeof ladderNames)[number] = 'duty') =>
  rungMoments(ladders[ladder], { opensOn: on(opensOn), dueOn: on(dueOn) }, calendar, rules);

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

describe('published late', () => {
  it('the highest rung reached goes the next working morning, those below it are superseded', () => {
    const moments = momentsFor('2026-01-01', '2026-03-31');
    const publishedAt = at('2026-03-20', '17:30'); // a Friday
    const nextAt = firstMoment(moments, publishedAt, calendar, rules);
    expect(nextAt).toEqual(at('2026-03-23'));
    const foreseen = foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, rules);
    expect(foreseen.slice(0, 4).map(({ moment, outcome }) => `${moment.rung} ${outcome}`)).toEqual([
      'T-30 superseded',
      'T-15 superseded',
      'T-7 sent',
      'T-3 sent',
    ]);
  });
});

describe('nothing climbs to a leader before the clerk was asked and had time to answer', () => {
  it('after ninety days of downtime the clerk is asked first, the leader hears two working days later, once', () => {
    const moments = momentsFor('2026-01-01', '2026-03-31');
    const back = at('2026-06-29', '11:00');
    const first = stepLadder(moments, atLadderFoot, { now: back, onHold: false }, calendar, rules);
    expect(first.outcomes.filter(({ outcome }) => outcome === 'sent').map(({ moment }) => moment.rung)).toEqual([
      'T+0',
      'T+1',
    ]);
    expect(first.nextAt).toEqual(at('2026-07-01'));
    const second = stepLadder(moments, first.progress, { now: at('2026-07-01'), onHold: false }, calendar, rules);
    expect(second.outcomes.map(({ moment, outcome }) => `${moment.rung} ${outcome}`)).toEqual([
      'T+3 superseded',
      'T+7 sent',
    ]);
    expect(second.nextAt).toBeNull();
  });

  it('while on hold every rung is recorded as held', () => {
    const moments = momentsFor('2026-01-01', '2026-03-31');
    const step = stepLadder(moments, atLadderFoot, { now: at('2026-04-10'), onHold: true }, calendar, rules);
    expect(new Set(step.outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['held']));
    expect(step.outcomes).toHaveLength(9);
  });
});

it('the ladders that come with the product can be used, faulty ones are named', () => {
  expect(ladderNames.map((name) => validateLadder(ladders[name]))).toEqual([null, null, null, null, null]);
  const workday = (days: number) => ({ unit: 'workdays', days }) as const;
  const climb = { name: 'T+3', offset: workday(3), to: 'leader', form: 'escalation' } as const;
  expect(validateLadder([climb])).toBe('leader-before-question');
  expect(validateLadder([climb, { ...climb, name: 'T+1', offset: workday(1) }])).toBe('rungs-out-of-order');
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
