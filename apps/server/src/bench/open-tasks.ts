import { type BenchServer, sql } from './bench-server.js';

const OPEN_TASKS = 100_000;
const CASES = 500;

/**
 * A copy of a published database in which the committee has 100,000 open tasks of 500 cases, due on 400 days around
 * today: a quarter of them is late, was asked about once and will be looked at again next month.
 */
export async function openTasks(bench: BenchServer, published: string): Promise<string> {
  const database = await bench.create(published);
  await sql(database, CASES_OF_THEIR_OWN);
  await sql(database, TASKS);
  await sql(database, STORIES);
  await sql(database, 'vacuum analyze');
  return database;
}

const CASES_OF_THEIR_OWN = `
insert into workflow_instance
select made.* from (select i.* from workflow_instance i join task t on t.instance_id = i.id
    where t.kind = 'contribute' limit 1) as one,
  generate_series(1, ${CASES}) as n,
  jsonb_populate_record(null::workflow_instance,
    to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(), 'title', one.title || n)) as made`;

const TASKS = `
with one as (select * from task where kind = 'contribute' limit 1),
  holders as (select array_agg(holder_account_id order by id) as ids from task where kind = 'contribute'),
  cases as (select array_agg(i.id) as ids from workflow_instance i where not exists (
    select from task where instance_id = i.id) and i.definition = (
    select definition from workflow_instance c join one on c.id = one.instance_id)),
  gone as (delete from timer)
insert into task
select made.* from one, holders, cases, generate_series(1, ${OPEN_TASKS} - (select count(*) from task where status = 'open')) as n,
  jsonb_populate_record(null::task, to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(),
    'instance_id', cases.ids[1 + n % cardinality(cases.ids)],
    'holder_account_id', holders.ids[1 + n * 7 % cardinality(holders.ids)])) as made`;

const STORIES = `
with numbered as (select committee_id, id, row_number() over (order by id) as n from task where status = 'open'),
  dated as (
    update task t set due_on = current_date - 100 + (n % 400)::int, opens_on = current_date - 130 + (n % 400)::int
    from numbered where t.committee_id = numbered.committee_id and t.id = numbered.id
    returning t.committee_id, t.id, t.due_on),
  waiting as (
    insert into timer (committee_id, kind, subject_id, fire_at, payload)
    select committee_id, 'ladder', id, now() + interval '30 days', '{"settled": 0, "askedOn": null}' from dated)
insert into reminder (committee_id, task_id, rung, due_on, form, on_date, outcome, reason, recorded_at)
select committee_id, id, 'asked', due_on, 'ask-record', due_on + 1, 'sent', 'reached', now() from dated
where due_on < current_date`;
