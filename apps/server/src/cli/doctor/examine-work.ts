import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, type WorkingCalendar } from '@xushi/domain';
import { loadTopCommittee } from '../../capabilities/committee/index.js';
import { CountDueWithoutOutcome } from '../../capabilities/reminder/index.js';
import { everyCommittee, WorkCalendars } from '../../capabilities/work-calendar/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Finding, fine, say, wrong } from './finding.js';

/** Longer than a server needs to come to a due timer, and than it sleeps at most. */
const LATE_MINUTES = 5;

/** The work under way, through the server's own doors: the calendar, the timers, and what has no outcome. */
export async function examineWork(app: INestApplicationContext): Promise<Finding[]> {
  const doors = app.get(Doors);
  const top = await doors.beforeSignIn(loadTopCommittee);
  const timers = await doors.asScheduler(
    async (tx) => ({ claim: await loadTimers(tx), committees: [] }),
    async (_, all) => all,
  );
  if (top === null) {
    const calendar = await doors.beforeSignIn(async (tx) => ({
      calendar: await calendarOf(app, tx),
      today: dateIn('Asia/Shanghai', tx.now),
    }));
    return [judgeCalendar(calendar.calendar, calendar.today), judgeTimers(timers ?? NO_TIMERS)];
  }
  const everywhere = await doors.inTenant(new Map([[top.id, top.id]]), everyCommittee);
  return doors.inTenant(everywhere, async (tx) => [
    judgeCalendar(await calendarOf(app, tx), dateIn(top.zone, tx.now)),
    judgeTimers(timers ?? NO_TIMERS),
    judgeOutcomes(await app.get(CountDueWithoutOutcome).run(tx)),
  ]);
}

async function calendarOf(app: INestApplicationContext, tx: Tx): Promise<WorkingCalendar> {
  const [first = ''] = tx.committees;
  return (await app.get(WorkCalendars).of(tx, tx.committees))(first);
}

/** Whether this year's and the next year's holidays are known. The State Council publishes a year's in the autumn before. */
export function judgeCalendar(calendar: Pick<WorkingCalendar, 'status'>, today: Temporal.PlainDate): Finding {
  const years = Array.from({ length: 100 }, (_, index) => 2000 + index);
  const published = years.filter((year) => calendar.status(year) === 'published');
  const facts = { published, provisional: [today.year, today.year + 1].filter((year) => !published.includes(year)) };
  const range = published.length === 0 ? '–' : `${published[0]}–${published.at(-1)}`;
  const [unknown] = facts.provisional;
  const said = say(`published: ${range}`, `已公布：${range}`);
  if (unknown === undefined) return fine('calendar', said, facts);
  return wrong(
    'calendar',
    unknown === today.year ? 'fault' : 'warning',
    say(`${said.english}; ${unknown} is provisional`, `${said.chinese}；${unknown} 年为暂定`),
    {
      remedy: say(
        `when the State Council's notice for ${unknown} is out, enter it: npm run -s xushi -- calendar import FILE, or on the calendar's page`,
        `国务院 ${unknown} 年放假通知公布后，请用 npm run -s xushi -- calendar import FILE 或在日历页面录入`,
      ),
      facts,
    },
  );
}

interface TimerCounts {
  readonly waiting: number;
  readonly overdue: number;
  readonly dead: number;
  /** A server process is there that works on them. */
  readonly isServed: boolean;
}
const NO_TIMERS: TimerCounts = { waiting: 0, overdue: 0, dead: 0, isServed: false };

async function loadTimers(tx: Tx): Promise<TimerCounts> {
  const [row] = await tx.query<TimerCounts>(
    `select count(*) filter (where dead_at is null) as waiting, count(*) filter (where dead_at is not null) as dead,
       count(*) filter (where dead_at is null and fire_at < $1) as overdue,
       exists (select from pg_stat_activity where datname = current_database() and application_name = 'xushi-listener')
         as "isServed"
     from timer`,
    [tx.now.subtract({ minutes: LATE_MINUTES })],
  );
  return row ?? NO_TIMERS;
}

export function judgeTimers(counts: TimerCounts): Finding {
  const { waiting, overdue, dead, isServed } = counts;
  const served = isServed ? say('a server runs', '服务正在运行') : say('no server runs', '服务未运行');
  const said = say(
    `${waiting} wait, ${overdue} overdue, ${dead} dead; ${served.english}`,
    `等待 ${waiting}，超时 ${overdue}，搁置 ${dead}；${served.chinese}`,
  );
  if (dead > 0) {
    return wrong('timers', 'fault', said, {
      remedy: say(
        'see last_error of the timers with dead_at (docs/operations/running.md, Logs); mend the cause and let them run again',
        '查看 dead_at 不为空的计时器的 last_error（见 docs/operations/running.md 日志一节），排除原因后重新启用',
      ),
      facts: counts,
    });
  }
  if (overdue === 0) return fine('timers', said, counts);
  return wrong('timers', isServed ? 'fault' : 'warning', said, {
    remedy: isServed
      ? say(
          "the server does not keep up: look into its log, and at the machine's load",
          '服务未能及时处理：请查看日志和机器负载',
        )
      : say('start the server; it works on them at once', '请启动服务，会立即处理'),
    facts: counts,
  });
}

export function judgeOutcomes(counts: { readonly reminders: number; readonly messages: number }): Finding {
  const total = counts.reminders + counts.messages;
  const said = say(
    `due with no outcome: ${counts.reminders} reminders, ${counts.messages} messages`,
    `到期无结果：提醒 ${counts.reminders}，消息 ${counts.messages}`,
  );
  if (total === 0) return fine('outcomes', said, counts);
  return wrong('outcomes', 'fault', said, {
    remedy: say(
      'start the server, or see why it does not work (timers above); it must become 0 within minutes',
      '请启动服务，或查明其未处理的原因（见上文计时器）；数分钟内应归零',
    ),
    facts: counts,
  });
}
