import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { startSmtp, type TestSmtp } from './smtp.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

/** T−15 of the proposals due on 2026-12-10 comes to every member at nine. */
const BEFORE_RUNG = '2026-11-25T08:59';
const AT_RUNG = '2026-11-25T09:00';

let world: TownshipYear;
let smtp: TestSmtp;

beforeAll(async () => {
  world = await publishedYear();
  smtp = await startSmtp();
  await liveUntil(world, BEFORE_RUNG);
  await world.owner(
    `insert into mail_server (host, port, security, sender_name, sender_address, public_address, changed_at, changed_by_account_id)
     values ('127.0.0.1', $1, 'none', '清溪县政协', 'zhengxie@qingxi.example', 'https://xushi.example', now(), $2)`,
    [smtp.port, world.township.accountId('administrator')],
  );
  await world.owner(`update account set email = 'm1@example.com' where id = $1`, [
    world.township.accountId('member-1'),
  ]);
}, 60_000);

afterAll(async () => {
  await smtp.close();
  await world.close();
});

test('what falls due in the app leaves as a mail that can be read', async () => {
  await liveUntil(world, AT_RUNG);
  expect(await world.app.get(JobQueue).drain()).toBe(1);
  expect(smtp.mails).toHaveLength(1);
  const [mail] = smtp.mails;
  expect(mail?.subject).toContain('提案');
});
