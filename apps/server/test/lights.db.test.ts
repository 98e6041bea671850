import { type LightMeaning, type LightScheme, lightMeanings, lightSchemes } from '@xushi/domain';
import { ReadBoard } from '../src/capabilities/supervision/read-board.js';
import { ListTasks } from '../src/capabilities/task/list-tasks.js';
import { Doors } from '../src/platform/database/doors.js';
import type { Tx } from '../src/platform/database/tx.js';
import { at, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
beforeAll(async () => {
  world = await publishedYear();
  // Of the twelve members' proposals one is done, one cancelled, one on hold.
  await world.owner(
    `update task set status = case holder_account_id when $1 then 'done' when $2 then 'cancelled' else status end,
       done_on = case when holder_account_id = $1 then date '2026-09-02' end,
       held_at = case when holder_account_id = $3 then timestamptz '2026-09-02T02:00:00Z' end where kind = 'contribute'`,
    ['member-1', 'member-2', 'member-3'].map((key) => world.township.accountId(key)),
  );
});
afterAll(() => world.close());

const inTownship = <T>(work: (tx: Tx) => Promise<T>) =>
  world.app.get(Doors).inTenant(new Map([[world.committeeId, world.township.committeeId('county')]]), work);

async function use(scheme: LightScheme) {
  await world.owner(`update rule_profile set data = jsonb_set(data, '{lights}', $1)`, [JSON.stringify(scheme)]);
}

/** The list narrowed to one word, or the whole list. */
const list = (light?: LightMeaning) =>
  inTownship((tx) =>
    world.app.get(ListTasks).page(tx, { committeeId: world.committeeId, status: 'all', light, page: 1, pageSize: 200 }),
  );

// One day after the other, because the clock does not go back: before opening, near, on and after several due dates.
describe.each(['2026-03-19', '2026-03-31', '2026-04-01', '2026-04-08', '2026-09-20', '2026-10-05', '2026-12-25'])(
  'on %s',
  (day) => {
    it.each(Object.entries(lightSchemes))(
      '%s: list, narrowed list and board show the same lights',
      async (_, scheme) => {
        world.clock.moveTo(at(`${day}T10:00`));
        await use(scheme);
        const { rows } = await list();
        const byMeaning = Map.groupBy(rows, (row) => row.light?.meaning);
        for (const meaning of lightMeanings) {
          const narrowed = await list(meaning);
          expect(narrowed.rows.map(({ id }) => id).sort()).toEqual(
            (byMeaning.get(meaning) ?? []).map(({ id }) => id).sort(),
          );
        }
        const board = await inTownship((tx) => world.app.get(ReadBoard).run(tx, world.committeeId, { pageSize: 200 }));
        for (const { meaning, colour, count } of board.lights) {
          const ofMeaning = byMeaning.get(meaning) ?? [];
          expect(ofMeaning).toHaveLength(count);
          expect(new Set(ofMeaning.map((row) => row.light?.colour))).toEqual(new Set(count === 0 ? [] : [colour]));
        }
        expect(board.lights.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
        expect(board.lateCount).toBe(board.late.length);
        expect(board.listedCount).toBe(board.late.length);
        expect(board.late.map(({ id }) => id).sort()).toEqual(
          rows
            .filter(({ isLate }) => isLate)
            .map(({ id }) => id)
            .sort(),
        );
      },
    );
  },
);

// The last moment the days above came to: proposals of nine members, an activity and a report are late.
describe.each(['committee', 'holder', 'category'] as const)('the board divided by %s', (by) => {
  const board = (part?: string) =>
    inTownship((tx) => world.app.get(ReadBoard).run(tx, world.committeeId, { by, part }));

  it('counts each late task in one part, and a part lists what it counts and nothing else', async () => {
    const { parts, late, lateCount, listedCount } = await board();
    expect(listedCount).toBe(lateCount);
    expect(lateCount).toBeGreaterThan(5);
    expect(parts.length).toBeGreaterThanOrEqual({ committee: 1, holder: 5, category: 2 }[by]);
    expect(parts.map(({ count }) => count)).toEqual(parts.map(({ count }) => count).sort((a, b) => b - a));
    const seen: string[] = [];
    for (const { key, count, oldestDueOn } of parts) {
      const { late: listed, listedCount: listedHere } = await board(key);
      expect(listed).toHaveLength(count);
      expect(listedHere).toBe(count);
      expect(listed[0]?.dueOn).toBe(oldestDueOn);
      seen.push(...listed.map(({ id }) => id));
    }
    expect(seen.sort()).toEqual(late.map(({ id }) => id).sort());
  });

  it('a part that is not there lists nothing', async () => {
    expect((await board('nobody')).late).toEqual([]);
  });
});

it('page after page, the board lists what is late once each, the longest overdue first', async () => {
  const read = (page: number, pageSize: number) =>
    inTownship((tx) => world.app.get(ReadBoard).run(tx, world.committeeId, { page, pageSize }));
  const whole = await read(1, 200);
  const paged: typeof whole.late = [];
  for (let page = 1; page <= Math.ceil(whole.lateCount / 2) + 1; page++) {
    const { late, listedCount } = await read(page, 2);
    expect(listedCount).toBe(whole.lateCount);
    expect(late.length).toBeLessThanOrEqual(2);
    paged.push(...late);
  }
  expect(paged.map(({ id }) => id)).toEqual(whole.late.map(({ id }) => id));
  expect(paged.map(({ dueOn }) => dueOn)).toEqual(paged.map(({ dueOn }) => dueOn).sort());
  expect(paged.length).toBeGreaterThan(5);
});

it('undivided, the board has no parts, and a part without a division is not looked for', async () => {
  const whole = await inTownship((tx) => world.app.get(ReadBoard).run(tx, world.committeeId, { part: 'nobody' }));
  expect(whole.parts).toEqual([]);
  expect(whole.late).toHaveLength(whole.lateCount);
});

it('a county sees its townships each under their own scheme', async () => {
  await use(lightSchemes['green-yellow-red']);
  await world.owner(`update rule_profile set data = jsonb_set(data, '{lights}', $1) where committee_id = $2`, [
    JSON.stringify(lightSchemes['blue-orange-red']),
    world.committeeId,
  ]);
  const board = await world.app
    .get(Doors)
    .inTenant(world.township.tenants(), (tx) => world.app.get(ReadBoard).run(tx, world.township.committeeId('county')));
  const shown = board.lights.map(({ meaning, colour, count }) => `${meaning} ${colour} ${count}`);
  // The county’s own words first, it has no tasks itself; the township’s other ones after them, red is common to both.
  expect(shown.slice(0, 3)).toEqual(['not-started grey 0', 'on-course green 0', 'near-due yellow 0']);
  expect(shown).toContain('remind blue 2');
  expect(shown.find((one) => one.startsWith('done green'))).toBe('done green 3');
  expect(shown.find((one) => one.startsWith('done blue'))).toBe('done blue 0');
});
