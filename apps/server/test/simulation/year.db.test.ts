import { hasOnlyZeros, type SimulationLine } from '../../src/simulation/reckon.js';
import { ask, liveYear, ZEROS } from './live-year.js';

const quiet: SimulationLine = {
  scenario: 'small',
  seed: 1,
  days: 365,
  occurrences: 14,
  tasks: 100,
  reminders: { planned: 9, sent: 9, superseded: 0, skipped: 0, cancelled: 0, withoutOutcome: 0 },
  notices: 9,
  messages: 9,
  deliveries: 9,
  mails: { sent: 9, dropped: 0, withoutOutcome: 0 },
  failed: 0,
  inDoubt: 0,
  duplicates: 0,
  escalations: 0,
  changes: {
    leave: 0,
    handOvers: 0,
    standIns: 0,
    joined: 0,
    closings: 0,
    passedDown: 0,
    amendments: 0,
    moved: 0,
    movedByHand: 0,
  },
  rehearsal: { missing: 0, extra: 0 },
  seconds: 1,
};

describe('a simulated year', () => {
  // Fifty seeds: npm run -s simulate -- --seeds 50
  it.each([1, 2, 3, 4, 5])(
    'seed %i: everything planned has an outcome, nothing is told twice, rehearsal = what happened',
    async (seed) => {
      const { line, database } = await liveYear(seed);
      await database.drop();
      const { planned, sent, superseded, skipped, cancelled, withoutOutcome } = line.reminders;
      expect({ withoutOutcome, duplicates: line.duplicates, ...line.rehearsal }).toEqual(ZEROS);
      expect(sent + superseded + skipped + cancelled).toBe(planned);
      expect(line.days).toBe(365);
      // Those of the plan as first published; amendments add to them.
      expect(line.occurrences).toBeGreaterThanOrEqual(14);
      // A year in which nothing was sent, or nothing late climbed to anybody, would prove nothing.
      expect(sent).toBeGreaterThan(50);
    },
    120_000,
  );

  it.each([
    [{}, true],
    [{ duplicates: 1 }, false],
    [{ mails: { sent: 8, dropped: 0, withoutOutcome: 1 } }, false],
    [{ rehearsal: { missing: 1, extra: 0 } }, false],
    [{ rehearsal: { missing: 0, extra: 1 } }, false],
    [{ reminders: { planned: 9, sent: 8, superseded: 0, skipped: 0, cancelled: 0, withoutOutcome: 1 } }, false],
  ])('%j: has only zeros: %s', (change, isClean) => {
    expect(hasOnlyZeros({ ...quiet, ...change })).toBe(isClean);
  });

  it('the same seed prints the same line', async () => {
    const [first, second] = [await liveYear(4), await liveYear(4)];
    await Promise.all([first.database.drop(), second.database.drop()]);
    expect({ ...second.line, seconds: 0 }).toEqual({ ...first.line, seconds: 0 });
  }, 120_000);

  it('its figures are those anybody counts in the database', async () => {
    const { line, database } = await liveYear(5);
    const rows = await ask(
      database.url,
      `select (select count(*)::int from task) as tasks, (select count(*)::int from occurrence) as occurrences,
         (select count(*)::int from reminder where outcome = 'sent' and form <> 'urging') as sent,
         (select count(*)::int from reminder where outcome = 'cancelled') as cancelled,
         (select count(*)::int from reminder where outcome = 'superseded') as superseded,
         (select count(*)::int from message where channel = 'mail' and status = 'sent') as mails,
         (select count(*)::int from notice n where not exists (
            select from mention x where x.task_id = n.task_id and x.rung = n.rung and x.due_on = n.due_on
              and x.round = n.round and x.account_id = n.account_id)
            and exists (select from message m where m.id = n.message_id and m.status = 'sent')) as never_mailed,
         (select count(*)::int from notice) as notices, (select count(*)::int from message) as messages,
         (select count(*)::int from delivery) as deliveries,
         (select count(*)::int from reminder where form = 'escalation' and outcome = 'sent') as escalations,
         (select count(*)::int from timer where fire_at < '2027-01-01T00:00:00+08:00') as overdue_timers,
         (select count(*)::int from message m where status = 'sent' and not exists (
            select from delivery d where d.committee_id = m.committee_id and d.message_id = m.id)) as undelivered,
         (select count(*)::int from reminder e where e.form = 'escalation' and e.outcome = 'sent' and not exists (
            select from reminder a where a.task_id = e.task_id and a.due_on = e.due_on and a.form = 'ask-record'
              and a.outcome in ('sent', 'held') and a.on_date < e.on_date)) as leaders_told_first,
         (select count(*)::int from reminder r join task t on t.id = r.task_id
            where r.outcome = 'sent' and r.form <> 'urging' and t.status <> 'open' and r.recorded_at > t.recorded_at) as after_done`,
    );
    await database.drop();
    expect(rows).toEqual([
      {
        tasks: line.tasks,
        occurrences: line.occurrences,
        sent: line.reminders.sent,
        cancelled: line.reminders.cancelled,
        superseded: line.reminders.superseded,
        mails: line.mails.sent,
        never_mailed: 0,
        notices: line.notices,
        messages: line.messages,
        deliveries: line.deliveries,
        escalations: line.escalations,
        overdue_timers: 0,
        undelivered: 0,
        leaders_told_first: 0,
        after_done: 0,
      },
    ]);
  }, 120_000);
});
