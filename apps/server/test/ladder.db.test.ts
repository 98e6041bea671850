import type { QueryRunner } from 'typeorm';
import { LadderProgress1764000000004 } from '../src/migrations/0004-ladder-progress.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
beforeEach(async () => {
  world = await publishedYear();
});
afterEach(() => world.close());

test('ladders that counted positions among moments go on at the same rung', async () => {
  // The first quarter's leader has heard once, the second quarter's clerk was reminded, the others not yet.
  await liveUntil(world, '2026-06-16T10:00');
  const payloads = () =>
    world.owner<{ payload: { settled: number } }>('select subject_id, payload from timer order by 1');
  const before = await payloads();
  expect([...new Set(before.map((one) => one.payload.settled))].sort()).toEqual([0, 2]);
  await world.owner(`update timer set payload = jsonb_build_object('position', 99, 'askedOn', payload -> 'askedOn')`);
  const runner = { query: (sql: string) => world.owner(sql) } as unknown as QueryRunner;
  await new LadderProgress1764000000004().up(runner);
  expect(await payloads()).toEqual(before);
});
