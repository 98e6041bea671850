import { createServer } from 'node:http';
import pg from 'pg';

/**
 * What `board` is held against: the same page of late tasks with the same story, and the same counts, by node:http and
 * pg alone: prepared statements as the owner, no session, no row-level security, no rules. Runs as a process of its own.
 */
const { DATABASE_URL: connectionString, BENCH_TODAY: today, BENCH_BANDS: bandsJson = '[]' } = process.env;
/** From the lightest to the gravest, each until a due date; the last to the first that has none. */
const bands = JSON.parse(bandsJson) as { meaning: string; dueUntil: string | null }[];
const PAGE_SIZE = 50;

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const pool = new pg.Pool({ connectionString, max: 10 });

const PAGE = `
with page as (
  select committee_id, id from task
  where committee_id = $1 and status = 'open' and due_on < $2 and held_at is null and kind <> 'answer-urging'
  order by due_on, instance_id, id limit ${PAGE_SIZE} offset $3)
select t.id, t.committee_id as "committeeId", c.name as "committeeName", t.instance_id as "instanceId", t.kind, i.title,
  i.category, o.key as "occurrenceKey", t.holder_account_id as "holderAccountId", h.name as "holderName",
  t.holder_role as "holderRole", t.holder_unit_id as "holderUnitId", t.opens_on as "opensOn", t.due_on as "dueOn",
  t.due_reason as "dueReason", t.target, t.progress, t.by_contribution as "byContribution", t.status,
  t.origin, t.confirmed_not_done_on as "confirmedNotDoneOn", t.lock_version as "lockVersion", r.asked_on as "askedOn",
  r.escalated_on as "escalatedOn", r.urged_times as "urgedTimes", s.slip, m.fire_at as "nextAt"
from page join task t using (committee_id, id)
join committee c on c.id = t.committee_id
join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
left join account h on h.id = t.holder_account_id
left join timer m on m.committee_id = t.committee_id and m.kind = 'ladder' and m.subject_id = t.id
cross join lateral (
  select max(on_date) filter (where form = 'ask-record' and due_on = t.due_on) as asked_on,
    max(on_date) filter (where form = 'escalation' and due_on = t.due_on) as escalated_on,
    count(*) filter (where form = 'urging')::int as urged_times
  from reminder where committee_id = t.committee_id and task_id = t.id and outcome = 'sent') r
left join lateral (
  select jsonb_build_object('instanceId', x.id, 'year', p.year, 'number', p.number, 'state', x.state) as slip
  from workflow_instance x join supervision_slip p on p.committee_id = x.committee_id and p.instance_id = x.id
  where x.committee_id = t.committee_id and x.about_task_id = t.id and not x.is_final limit 1) s on true
order by t.due_on, t.instance_id, t.id`;

const running = `status = 'open' and held_at is null`;
const ahead = `(opens_on > $2 and due_on >= $2)`;
const counted: readonly (readonly [string, string])[] = [
  ['late', `${running} and due_on < $2`],
  ['not-started', `${running} and ${ahead}`],
  ['paused', `status = 'open' and held_at is not null`],
  ['done', `status = 'done'`],
  ['cancelled', `status = 'cancelled'`],
  ...bands.map(({ meaning, dueUntil }, rank) => {
    const after = bands[rank + 1]?.dueUntil ?? '-infinity';
    return [
      meaning,
      `${running} and due_on > '${after}' and due_on <= '${dueUntil ?? 'infinity'}' and not ${ahead}`,
    ] as const;
  }),
];
const COUNTS = `
select ${counted.map(([name, condition]) => `count(*) filter (where ${condition})::int as "${name}"`).join(', ')}
from task where committee_id = $1 and kind <> 'answer-urging'`;

const server = createServer((request, response) => {
  answer(new URL(request.url ?? '/', 'http://localhost')).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

async function answer({ searchParams }: URL): Promise<string> {
  const committeeId = searchParams.get('committeeId');
  const offset = (Number(searchParams.get('page') ?? 1) - 1) * PAGE_SIZE;
  const [page, counts] = await Promise.all([
    pool.query({ name: 'page', text: PAGE, values: [committeeId, today, offset] }),
    pool.query<Record<string, number>>({
      name: 'counts',
      text: COUNTS,
      values: [committeeId, today],
    }),
  ]);
  const { late: lateCount, ...lights } = counts.rows[0] ?? {};
  return JSON.stringify({
    asOf: today,
    late: page.rows,
    lights: Object.entries(lights).map(([meaning, count]) => ({ meaning, count })),
    lateCount,
  });
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  process.send?.({ type: 'ready', address: `http://127.0.0.1:${port}` });
});
process.on('SIGTERM', () => process.exit(0));
