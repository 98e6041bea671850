import { setTimeout as sleep } from 'node:timers/promises';
import { startSmtp } from '../smtp.js';
import { liveUntil, publishedYear } from '../township-year.js';
import { endServerProcess, startServerProcess } from './server-process.js';

const RUNG = '2026-11-25T09:00';

async function until(isSo: () => boolean | Promise<boolean>, seconds: number): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < seconds * 1_000) {
    if (await isSo()) return (performance.now() - begun) / 1_000;
    await sleep(100);
  }
  throw new Error(`Not so after ${seconds} s.`);
}

test('a process killed between the mail and its record: another one finds it in doubt and sends it again, the same', async () => {
  const world = await publishedYear();
  const smtp = await startSmtp();
  await liveUntil(world, RUNG.replace('09:00', '08:59'));
  await world.owner(
    `insert into mail_server (host, port, security, sender_name, sender_address, changed_at, changed_by_account_id)
     values ('127.0.0.1', $1, 'none', '清溪县政协', 'office@qingxi.example', now(), $2)`,
    [smtp.port, world.township.accountId('administrator')],
  );
  await world.owner(`update account set email = 'weiyuan@example.com' where id = $1`, [
    world.township.accountId('member-1'),
  ]);
  await liveUntil(world, RUNG);
  const shiftMs = world.clock.now().epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
  smtp.manners.push('hangs-after-data');

  const first = startServerProcess(world.database.url, shiftMs);
  await until(() => smtp.mails.length === 1, 30);
  await endServerProcess(first, 'SIGKILL');
  const [left] = await world.owner<{
    status: string;
  }>(`select d.status from delivery d join message m on m.id = d.message_id
    where m.channel = 'mail'`);
  expect(left).toEqual({ status: 'leased' });

  const killedAt = performance.now();
  const second = startServerProcess(world.database.url, shiftMs);
  await until(() => smtp.mails.length === 2, 40);
  const seconds = (performance.now() - killedAt) / 1_000;
  const tries = () =>
    world.owner<{ status: string; error: string | null }>(
      `select d.status, d.error from delivery d join message m on m.id = d.message_id where m.channel = 'mail' order by attempt`,
    );
  await until(async () => (await tries()).at(-1)?.status === 'delivered', 5);
  expect(await tries()).toEqual([
    { status: 'in-doubt', error: 'lost' },
    { status: 'delivered', error: null },
  ]);
  expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(1);
  // Stranded work runs again within half a minute of its process's death.
  expect(seconds).toBeLessThan(30);
  await endServerProcess(second, 'SIGTERM');
  await smtp.close();
  await world.close();
}, 120_000);
