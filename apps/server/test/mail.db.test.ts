import { setImmediate } from 'node:timers/promises';
import { CountDueWithoutOutcome } from '../src/capabilities/reminder/count-due-without-outcome.js';
import { DeliverOutside } from '../src/capabilities/reminder/deliver-outside.js';
import { TellPeople } from '../src/capabilities/reminder/index.js';
import { QueueStranded } from '../src/capabilities/reminder/queue-stranded.js';
import { SendAgain } from '../src/capabilities/reminder/send-again.js';
import { TimerScheduler } from '../src/engine/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { MailTransport } from '../src/platform/mail/mail-transport.js';
import { type Manner, startSmtp, type TestSmtp } from './smtp.js';
import { at, liveUntil, publishedYear, type TownshipYear } from './township-year.js';

/** T−15 of the proposals due on 2026-12-10 comes to each of the twelve members at nine: each test has one of them. */
const RUNG = '2026-11-25T09:00';

let world: TownshipYear;
let smtp: TestSmtp;

beforeAll(async () => {
  world = await publishedYear();
  smtp = await startSmtp();
  await liveUntil(world, '2026-11-25T08:59');
  await world.owner(
    `insert into mail_server (host, port, security, sender_name, sender_address, public_address, changed_at, changed_by_account_id)
     values ('127.0.0.1', $1, 'none', '清溪县政协', 'office@qingxi.example', 'https://xushi.example', now(), $2)`,
    [smtp.port, world.township.accountId('administrator')],
  );
  for (let member = 1; member <= 12; member++) {
    await world.owner('update account set email = $2 where id = $1', [
      world.township.accountId(`member-${member}`),
      `weiyuan${member}@example.com`,
    ]);
  }
  await world.owner(`update committee set office_phone = '0578-2123456' where name = '云岭乡政协工委'`);
  await world.owner(`update account set mail_digest = false where id = $1`, [world.township.accountId('member-12')]);
  await liveUntil(world, RUNG);
  world.app.get(MailTransport).patience = { connect: 400, silence: 400, whole: 2_000 };
}, 60_000);

afterAll(async () => {
  await smtp.close();
  await world.close();
});

interface MailRow {
  mailboxId: string;
  messageId: string;
  status: string;
  reason: string | null;
  message_ref: string | null;
  slot: string;
  next_try_at: Temporal.Instant | null;
}

const mailsOf = (key: string) =>
  world.owner<MailRow>(
    `select committee_id as "mailboxId", id as "messageId", status, reason, message_ref, slot, next_try_at from message
     where channel = 'mail' and account_id = $1 order by due_at, id`,
    [world.township.accountId(key)],
  );
const mailOf = async (key: string) => (await mailsOf(key))[0]!;
const triesOf = async ({ messageId }: { messageId: string }) =>
  (
    await world.owner<{ status: string }>('select status from delivery where message_id = $1 order by attempt', [
      messageId,
    ])
  ).map((row) => row.status);
const received = (address: string) =>
  smtp.mails.filter((mail) => (mail.to as { text: string } | undefined)?.text.includes(`<${address}>`));

/** One try of a person's mail at the moment that is set for it, with the mail server behaving so. */
async function tryOnce(key: string, manner: Manner = 'takes'): Promise<MailRow> {
  const { mailboxId, messageId, next_try_at } = await mailOf(key);
  if (next_try_at !== null && Temporal.Instant.compare(next_try_at, world.clock.now()) > 0)
    world.clock.moveTo(next_try_at);
  smtp.manners.splice(0, smtp.manners.length, manner);
  await world.app.get(DeliverOutside).run([{ mailboxId, messageId }]);
  return mailOf(key);
}

const waitingJobs = (messageId: string) =>
  world.owner<{ after: number; data: object }>(
    `select extract(epoch from start_after - created_on)::int as after, data from pgboss.job
     where name = 'mail' and data->>'messageId' = $1 and state = 'created' order by created_on`,
    [messageId],
  );
const inTenants = <T>(work: Parameters<Doors['inTenant']>[1]) =>
  world.app.get(Doors).inTenant(world.township.tenants(), work) as Promise<T>;
const stuck = () => inTenants<{ messages: number }>((tx) => world.app.get(CountDueWithoutOutcome).run(tx));

test('each reminder in the app has one mail and one job that names it by ids alone; who turned mails off has none', async () => {
  const rows = await world.owner<{ n: number }>(`select count(*) as n from message where channel = 'mail'`);
  expect(rows).toEqual([{ n: 11 }]);
  expect(await mailsOf('member-12')).toEqual([]);
  const { mailboxId, messageId, status } = await mailOf('member-1');
  expect(status).toBe('queued');
  expect(await waitingJobs(messageId)).toEqual([{ after: 0, data: { mailboxId, messageId } }]);
});

test('the mail says what, why, by when and whom to call, in text and in HTML, with one link of its own', async () => {
  const sent = await tryOnce('member-1');
  expect(sent).toMatchObject({ status: 'sent', reason: null });
  const [mail] = received('weiyuan1@example.com');
  expect(mail!.subject).toBe('【云岭乡政协工委】事项提醒：每位委员提交两份有质量的提案');
  expect(mail!.from!.text).toBe('"清溪县政协" <office@qingxi.example>');
  expect(mail!.messageId).toBe(sent.message_ref);
  for (const part of [mail!.text!, mail!.html as string]) {
    expect(part).toContain('陈小满');
    expect(part).toContain('诚请您于12月10日(周四)前提交');
    expect(part).toContain('12月10日(周四)，含当日');
    expect(part).toContain('按工作安排提前告知');
    expect(part).toContain('0578-2123456');
    expect(part).toContain('https://xushi.example/m#');
    expect(part).not.toMatch(/逾期|督办/);
  }
  expect(mail!.html).not.toMatch(/<img|<script|http-equiv/i);
  const unsubscribe = mail!.headers.get('list') as { unsubscribe?: { url?: string } };
  expect(unsubscribe.unsubscribe?.url).toMatch(/^https:\/\/xushi\.example\/stop-mail\?of=.+\.digest\./);
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
});

test('a server that refuses the connection: tried again a minute later by a job put in with the outcome', async () => {
  await world.owner('update mail_server set port = 1');
  const deferred = await tryOnce('member-2');
  expect(deferred).toMatchObject({ status: 'sending', reason: null });
  expect(deferred.next_try_at!.toString()).toBe(world.clock.now().add({ minutes: 1 }).toString());
  expect((await waitingJobs(deferred.messageId)).map((job) => job.after)).toEqual([0, 60]);
  await world.owner('update mail_server set port = $1', [smtp.port]);
  // The first job comes late: before its moment nothing is tried.
  await world.app.get(DeliverOutside).run([deferred]);
  expect(await triesOf(deferred)).toEqual(['deferred']);
  const sent = await tryOnce('member-2');
  expect(sent).toMatchObject({ status: 'sent', message_ref: deferred.message_ref });
  expect(await triesOf(sent)).toEqual(['deferred', 'delivered']);
  expect(received('weiyuan2@example.com').map((mail) => mail.messageId)).toEqual([deferred.message_ref]);
});

test.each<[string, string, Manner]>([
  ['member-3', 'says nothing', 'silent'],
  ['member-4', 'answers the recipient with 450', { recipient: 450 }],
  ['member-5', 'answers the mail with 451', { content: 451 }],
])('%s: a server that %s is tried again, and one mail comes', async (key, _, manner) => {
  expect(await tryOnce(key, manner)).toMatchObject({ status: 'sending' });
  expect(await tryOnce(key)).toMatchObject({ status: 'sent' });
  expect(await triesOf(await mailOf(key))).toEqual(['deferred', 'delivered']);
  expect(received(`weiyuan${key.split('-')[1]}@example.com`)).toHaveLength(1);
});

test('a recipient refused for good is a dead letter; staff mend the address and it goes there', async () => {
  const failed = await tryOnce('member-6', { recipient: 550 });
  expect(failed).toMatchObject({ status: 'failed', reason: 'refused', next_try_at: null });
  expect((await waitingJobs(failed.messageId)).map((job) => job.after)).toEqual([0]);
  const clerk = world.township.actor('clerk', world.clock.now());
  const again = { committeeId: world.committeeId, messageIds: [failed.messageId] };
  const wrong = await world.app.get(SendAgain).run(clerk, { ...again, email: 'not an address' });
  expect(wrong).toMatchObject({ ok: false, reason: 'email-invalid', field: 'email' });
  const queued = await world.app.get(SendAgain).run(clerk, { ...again, email: 'mended@example.com' });
  expect(queued).toMatchObject({ ok: true, value: { queued: 1 } });
  expect(await world.app.get(SendAgain).run(clerk, { ...again, email: null })).toMatchObject({
    reason: 'nothing-to-send',
  });
  expect(await tryOnce('member-6')).toMatchObject({ status: 'sent', message_ref: failed.message_ref });
  expect(received('mended@example.com')).toHaveLength(1);
  expect(received('weiyuan6@example.com')).toEqual([]);
});

test.each<[string, string, Manner]>([
  ['member-7', 'breaks off', 'drops-after-data'],
  ['member-8', 'falls silent', 'hangs-after-data'],
])(
  '%s: when the connection %s after the mail, it is in doubt and comes again under the same number',
  async (key, _, manner) => {
    const doubted = await tryOnce(key, manner);
    expect(doubted).toMatchObject({ status: 'sending' });
    expect(await triesOf(doubted)).toEqual(['in-doubt']);
    expect(await tryOnce(key)).toMatchObject({ status: 'sent' });
    const copies = received(`weiyuan${key.split('-')[1]}@example.com`).map((mail) => mail.messageId);
    expect(copies).toEqual([doubted.message_ref, doubted.message_ref]);
  },
);

test('after three tries in doubt it waits for a person', async () => {
  for (let times = 0; times < 3; times++) await tryOnce('member-9', 'drops-after-data');
  expect(await mailOf('member-9')).toMatchObject({ status: 'failed', reason: 'in-doubt', next_try_at: null });
});

test('two workers at once hold one conversation about it, also while that is under way', async () => {
  const mail = await mailOf('member-10');
  const deliver = world.app.get(DeliverOutside);
  smtp.manners.splice(0, smtp.manners.length, 'hangs-after-data');
  const both = Promise.all([deliver.run([mail]), deliver.run([mail])]);
  while (received('weiyuan10@example.com').length === 0) await setImmediate();
  await deliver.run([mail]);
  expect(await triesOf(mail)).toEqual(['leased']);
  await both;
  expect(await triesOf(mail)).toEqual(['in-doubt']);
  expect(received('weiyuan10@example.com')).toHaveLength(1);
});

describe('a notice that joins the digest', () => {
  /** Says one more thing to a person in the digest of the rung's day, as a hand-over does. */
  async function assign(key: string, rung: string): Promise<void> {
    const accountId = world.township.accountId(key);
    const [task] = await world.owner<{ id: string; due_on: string }>(
      'select id, due_on from task where holder_account_id = $1 and by_contribution',
      [accountId],
    );
    const line = {
      committeeId: world.committeeId,
      taskId: task!.id,
      rung,
      dueOn: task!.due_on,
      round: 1,
      form: 'assigned' as const,
      onDate: '2026-11-25',
      outcome: 'sent' as const,
      reason: 'handed-over',
    };
    const notice = {
      ...line,
      accountId,
      text: null,
      sentByAccountId: null,
      slot: 'digest',
      messageOn: '2026-11-25',
      messageDueAt: at(RUNG),
    };
    await inTenants((tx) => world.app.get(TellPeople).run(tx, [line], [notice]));
  }
  const said = (messageId: string) =>
    world.owner<{ rung: string }>('select rung from mention where message_id = $1 order by rung', [messageId]);

  test('is in the mail that has not left yet', async () => {
    await assign('member-11', 'assigned before');
    expect(await mailsOf('member-11')).toHaveLength(1);
    const sent = await tryOnce('member-11');
    expect(await said(sent.messageId)).toEqual([{ rung: 'T-15' }, { rung: 'assigned before' }]);
  });

  test('goes in one more mail, an hour later, with all else that joined', async () => {
    await assign('member-11', 'assigned later');
    await assign('member-11', 'assigned last');
    const [, later, ...none] = await mailsOf('member-11');
    expect(none).toEqual([]);
    expect(later).toMatchObject({ status: 'waiting', slot: 'digest +1' });
    await liveUntil(
      world,
      world.clock.now().add({ minutes: 61 }).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString(),
    );
    expect((await mailsOf('member-11'))[1]).toMatchObject({ status: 'queued' });
    await world.app.get(DeliverOutside).run([later!]);
    expect((await mailsOf('member-11'))[1]).toMatchObject({ status: 'sent' });
    expect(await said(later!.messageId)).toEqual([{ rung: 'assigned last' }, { rung: 'assigned later' }]);
    expect(received('weiyuan11@example.com')).toHaveLength(2);
  });
});

describe('a mail whose job is gone', () => {
  const lose = (messageId: string) =>
    world.owner(`delete from pgboss.job where name = 'mail' and data->>'messageId' = $1`, [messageId]);
  const queueStranded = () => world.app.get(QueueStranded).run();
  let lost: MailRow;

  test('is queued again on the beat, once, and sent; one that has its job is left alone', async () => {
    await world.app.get(JobQueue).drain();
    expect(await queueStranded()).toBe(0);
    lost = await mailOf('member-10');
    await world.owner(`update message set status = 'queued', next_try_at = $2 where id = $1`, [
      lost.messageId,
      world.clock.now(),
    ]);
    await world.owner('update message set due_at = $2 where id = $1', [lost.messageId, world.clock.now()]);
    await lose(lost.messageId);
    // Its moment has only just come.
    expect(await queueStranded()).toBe(0);
    world.clock.moveTo(world.clock.now().add({ minutes: 2 }));
    const scheduler = world.app.get(TimerScheduler);
    await scheduler.start();
    await scheduler.beat();
    await scheduler.stop();
    expect(await waitingJobs(lost.messageId)).toHaveLength(1);
    expect(await queueStranded()).toBe(0);
    await world.app.get(JobQueue).drain();
    expect((await mailOf('member-10')).status).toBe('sent');
  });

  test('under way when its job was lost, it is left to its lease, then in doubt and tried again', async () => {
    const before = (await triesOf(lost)).length;
    await world.owner(`update message set status = 'sending', next_try_at = null where id = $1`, [lost.messageId]);
    await world.owner(
      `insert into delivery (committee_id, message_id, attempt, status, leased_until, at) values ($1, $2, $3, 'leased', $4, $5)`,
      [lost.mailboxId, lost.messageId, before + 1, world.clock.now().add({ seconds: 15 }), world.clock.now()],
    );
    await lose(lost.messageId);
    expect(await queueStranded()).toBe(0);
    world.clock.moveTo(world.clock.now().add({ minutes: 2 }));
    expect(await queueStranded()).toBe(1);
    await world.app.get(JobQueue).drain();
    expect((await triesOf(lost)).slice(before)).toEqual(['in-doubt', 'delivered']);
  });
});

describe('once more, from the outbox', () => {
  let kept: MailRow;

  test('without a mail server it is kept as it would look, and nothing says that it was sent', async () => {
    await world.owner('delete from mail_server');
    await world.owner(
      `update message set status = 'queued', next_try_at = due_at where channel = 'mail' and account_id = $1`,
      [world.township.accountId('member-9')],
    );
    await world.owner('update message set due_at = $2 where channel = $1', ['mail', world.clock.now()]);
    kept = await tryOnce('member-9');
    expect(kept).toMatchObject({ status: 'outbox' });
    const [mail] = await world.owner<{ subject: string; text: string; html: string; recipient: string }>(
      'select * from outbox_mail where message_id = $1',
      [kept.messageId],
    );
    expect(mail).toMatchObject({
      subject: '【云岭乡政协工委】事项提醒：每位委员提交两份有质量的提案',
      recipient: expect.stringContaining('<weiyuan9@example.com>'),
    });
    const clerk = world.township.actor('clerk', world.clock.now());
    const again = { committeeId: world.committeeId, messageIds: [kept.messageId], email: null };
    expect(await world.app.get(SendAgain).run(clerk, again)).toMatchObject({ reason: 'no-mail-server' });
  });

  test('nothing of it is past due without an outcome; what nobody takes up is', async () => {
    await world.app.get(JobQueue).drain();
    expect(await stuck()).toMatchObject({ messages: 0 });
    await world.owner(`update message set status = 'queued', next_try_at = $2 where id = $1`, [
      kept.messageId,
      world.clock.now().subtract({ minutes: 6 }),
    ]);
    expect(await stuck()).toMatchObject({ messages: 1 });
    await tryOnce('member-9');
    expect(await stuck()).toMatchObject({ messages: 0 });
  });
});

test('what is settled before it leaves is not sent, and neither is what is three days old', async () => {
  const [settled, old] = [await mailOf('member-1'), await mailOf('member-2')];
  for (const { messageId } of [settled, old]) {
    await world.owner(`update message set status = 'queued', next_try_at = $2, due_at = $2 where id = $1`, [
      messageId,
      world.clock.now(),
    ]);
  }
  await world.owner(`update task set status = 'cancelled' where holder_account_id = $1 and by_contribution`, [
    world.township.accountId('member-1'),
  ]);
  expect(await tryOnce('member-1')).toMatchObject({ status: 'dropped', reason: 'settled' });
  expect(await world.owner('select dropped_because from mention where message_id = $1', [settled.messageId])).toEqual([
    { dropped_because: 'task-cancelled' },
  ]);
  world.clock.moveTo(world.clock.now().add({ hours: 73 }));
  expect(await tryOnce('member-2')).toMatchObject({ status: 'dropped', reason: 'too-old' });
});
