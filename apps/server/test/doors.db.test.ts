import { TimerScheduler } from '../src/engine/index.js';
import { Doors, type Tenants } from '../src/platform/database/doors.js';
import type { Tx } from '../src/platform/database/tx.js';
import { newId } from '../src/platform/ids.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import type { Scenario } from '../src/scenarios/scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

/** The same township in another county: an installation's second tree, of which the first must see nothing. */
const otherScenario: Scenario = {
  ...townshipScenario,
  people: townshipScenario.people.map((person) => ({
    ...person,
    loginName: person.loginName === null ? null : `other-${person.loginName}`,
  })),
};

let server: TestServer;
let doors: Doors;
let a: LoadedScenario;
let b: LoadedScenario;
/** Every table with a committee_id, from the catalog: a table added tomorrow is tested tomorrow. */
let tables: string[];
const APPEND_ONLY = [
  'member_link',
  'year_figure', // but for being taken back
  'workflow_event',
  'reminder',
  'plan_revision',
  'contribution',
  'kept_rehearsal',
  'supervision_slip',
  'hand_over',
  'rule_profile',
  'roster_change',
  // Only ended.
  'stand_in',
  // Only followed by another.
  'notice_wording',
];
const DELETABLE = ['timer', 'closing_day', 'anchor', 'kept_rehearsal'];

beforeAll(async () => {
  // One connection: what a transaction leaves behind in the session meets the next one.
  server = await startServer({ poolSize: 1 });
  doors = server.app.get(Doors);
  a = await fill(townshipScenario);
  b = await fill(otherScenario);
  server.clock.moveTo(Temporal.Instant.from('2026-03-31T02:00:00Z'));
  // Without a mail server what falls due lies in the outbox as well.
  await server.owner(`update account set email = 'somebody@example.com'`);
  await server.app.get(TimerScheduler).runDue();
  await server.app.get(JobQueue).drain();
  for (const loaded of [a, b]) await fillByHand(loaded);
  const rows = await server.owner<{ table_name: string }>(
    `select c.table_name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'committee_id' and t.table_type = 'BASE TABLE'
     order by 1`,
  );
  tables = rows.map((row) => row.table_name);
}, 60_000);

afterAll(() => server.close());

async function fill(scenario: Scenario): Promise<LoadedScenario> {
  const loaded = await loadScenario(server.app, scenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const [plan] = scenario.plans;
  const now = server.clock.now();
  const planId = await draftPlan(server.app, loaded, plan!, { clerk: 'clerk', year: 2026, now });
  await publishScenarioPlan(server.app, loaded, { committee: 'township', planId, now });
  return loaded;
}

/** Rows of the tables that no use case writes yet, and a contribution. */
async function fillByHand(loaded: LoadedScenario): Promise<void> {
  const committeeId = loaded.committeeId('township');
  await server.owner('insert into handling_unit (committee_id, id, name) values ($1, $2, $3)', [
    committeeId,
    newId(),
    '社会事务办',
  ]);
  await server.owner(
    `insert into stand_in (committee_id, id, account_id, stand_in_account_id, kind, from_on, entered_at, entered_by_account_id)
     values ($1, $4, $2, $3, 'stand-in', '2026-03-31', '2026-03-31T02:00:00Z', $2)`,
    [committeeId, loaded.accountId('clerk'), loaded.accountId('leader'), newId()],
  );
  await server.owner(`insert into member_group (committee_id, id, kind, name) values ($1, $2, 'sector', '农业界')`, [
    committeeId,
    newId(),
  ]);
  await server.owner(`insert into closing_day (committee_id, on_date, name) values ($1, '2026-04-07', '乡庆')`, [
    committeeId,
  ]);
  await server.owner(
    `insert into anchor (committee_id, year, key, name, is_provisional) values ($1, 2026, 'plenary-session', '全会', false)`,
    [committeeId],
  );
  const firstCase = '(select id from workflow_instance where committee_id = $1 order by id limit 1)';
  const firstPerson = '(select account_id from membership where committee_id = $1 order by account_id limit 1)';
  const lastPerson = '(select account_id from membership where committee_id = $1 order by account_id desc limit 1)';
  for (const statement of [
    `insert into roster_change (committee_id, id, batch_id, at, by_account_id, kind, account_id, detail)
     values ($1, gen_random_uuid(), gen_random_uuid(), '2026-03-31T02:00:00Z', ${firstPerson}, 'added', ${lastPerson}, '{}')`,
    `insert into supervision_slip (committee_id, instance_id, year, number, demand, issued_on)
     values ($1, ${firstCase}, 2026, 1, '请抓紧办理', '2026-03-31')`,
    `insert into hand_over (committee_id, instance_id, from_account_id, to_account_id)
     values ($1, ${firstCase}, ${firstPerson}, ${lastPerson})`,
    `insert into held_record (committee_id, instance_id, year, precision, source_name, source_line, source_text,
       confirmed_by_account_id, confirmed_at)
     values ($1, ${firstCase}, 2025, 'year', '2025年工作汇报', 3, '组织视察4次', ${firstPerson}, '2026-03-31T02:00:00Z')`,
    `insert into year_figure (committee_id, id, year, key, name, value, unit, bound, source_name, source_line,
       source_text, confirmed_by_account_id, confirmed_at)
     values ($1, gen_random_uuid(), 2025, null, '收到提案', 83, '件', 'exact', '2025年工作汇报', 5, '收到提案83件',
       ${firstPerson}, '2026-03-31T02:00:00Z')`,
    `insert into kept_rehearsal (committee_id, plan_id, rehearsed_at, rehearsed_by, digest)
     values ($1, (select id from plan where committee_id = $1), '2026-03-31T02:00:00Z', ${firstPerson}, '{}')`,
    `insert into passed_down_item (committee_id, instance_id, source_committee_id, source_item_id, source_name, year, item)
     values ($1, ${firstCase}, $1, (select id from plan_item where committee_id = $1 limit 1), '上级', 2026, '{}')`,
    `insert into notice_wording (committee_id, family, form, version, text, is_current, changed_at, changed_by_account_id)
     values ($1, 'plain', 'notice', 1, '{{事项}}，{{期限}}前。', true, '2026-03-31T02:00:00Z', ${firstPerson})`,
  ]) {
    await server.owner(statement, [committeeId]);
  }
  const [task] = await server.owner<{ id: string }>(
    `select id from task where committee_id = $1 and by_contribution limit 1`,
    [committeeId],
  );
  await server.owner(
    `insert into member_link (committee_id, token_hash, account_id, task_id, created_at)
     values ($1, uuid_send(gen_random_uuid()), ${firstPerson}, $2, '2026-03-31T02:00:00Z')`,
    [committeeId, task!.id],
  );
  // The solicitation opens in September: the record itself is what this test needs.
  await server.owner(
    `insert into contribution (committee_id, id, task_id, kind, amount, done_on, recorded_at)
     values ($1, $2, $3, 'contribute', 1, '2026-03-31', '2026-03-31T02:00:00Z')`,
    [committeeId, newId(), task!.id],
  );
}

const treeOf = (loaded: LoadedScenario) => [...loaded.tenants().keys()];
const only = (loaded: LoadedScenario, key: string): Tenants => {
  const id = loaded.committeeId(key);
  return new Map([[id, loaded.tenants().get(id)!]]);
};
/** Messages and deliveries live in the mailbox of the tree's root, as do the mails kept of them. */
const homeOf = (table: string, loaded: LoadedScenario) =>
  loaded.committeeId(['message', 'delivery', 'outbox_mail'].includes(table) ? 'county' : 'township');
const count = async (tx: Tx, table: string, committeeIds: readonly string[]) => {
  const [row] = await tx.query<{ n: number }>(`select count(*) as n from ${table} where committee_id = any($1)`, [
    committeeIds,
  ]);
  return row!.n;
};

test('every table with a committee_id has row-level security, a policy, and starts its primary key with it', async () => {
  expect(tables).toEqual(
    expect.arrayContaining(['task', 'timer', 'plan', 'notice', 'message', 'delivery', 'membership']),
  );
  const unguarded = await server.owner(
    `select c.relname from pg_class c join pg_attribute k on k.attrelid = c.oid and k.attname = 'committee_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
  );
  expect(unguarded).toEqual([]);
  const keyElsewhere = await server.owner(
    `select c.relname from pg_class c join pg_attribute k on k.attrelid = c.oid and k.attname = 'committee_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indkey[0] = k.attnum)`,
  );
  expect(keyElsewhere).toEqual([]);
});

test('the roles behind the doors own nothing, are no superusers and bypass nothing', async () => {
  const roles = await server.owner(
    `select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcanlogin,
       exists (select from pg_class c where c.relowner = r.oid) as owns
     from pg_roles r where r.rolname in ('xushi_app', 'xushi_scheduler') order by 1`,
  );
  const harmless = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: false };
  expect(roles).toEqual([
    { rolname: 'xushi_app', ...harmless },
    { rolname: 'xushi_scheduler', ...harmless },
  ]);
  const inside = await doors.inTenant(only(a, 'township'), (tx) => tx.query('select current_user as who'));
  expect(inside).toEqual([{ who: 'xushi_app' }]);
});

test('inside A no row of B exists, whatever the table; the owner and B itself do see them', async () => {
  for (const table of tables) {
    const [seenByOwner] = await server.owner<{ n: number }>(
      `select count(*) as n from ${table} where committee_id = any($1)`,
      [treeOf(b)],
    );
    // Negative control: there is something to hide.
    expect({ table, n: seenByOwner!.n > 0 }).toEqual({ table, n: true });
    const asB = await doors.inTenant(b.tenants(), (tx) => count(tx, table, treeOf(b)));
    expect({ table, n: asB }).toEqual({ table, n: seenByOwner!.n });
    const asA = await doors.inTenant(a.tenants(), (tx) => count(tx, table, treeOf(b)));
    expect({ table, n: asA }).toEqual({ table, n: 0 });
    // And not by leaving the condition out either.
    const foreign = await doors.inTenant(a.tenants(), (tx) =>
      tx.query(`select committee_id from ${table} where not committee_id = any($1) limit 1`, [treeOf(a)]),
    );
    expect({ table, foreign }).toEqual({ table, foreign: [] });
  }
});

test('a sibling and the parent of the same tree are as invisible as a stranger', async () => {
  for (const table of tables.filter((one) => !['message', 'delivery'].includes(one))) {
    const seen = await doors.inTenant(only(a, 'sibling'), (tx) =>
      count(
        tx,
        table,
        treeOf(a).filter((id) => id !== a.committeeId('sibling')),
      ),
    );
    expect({ table, seen }).toEqual({ table, seen: 0 });
  }
  const committees = await doors.inTenant(only(a, 'sibling'), (tx) => tx.query('select id from committee'));
  expect(committees).toEqual([{ id: a.committeeId('sibling') }]);
});

test('inside A no row of B can be changed or taken away', async () => {
  for (const table of tables) {
    const change = `update ${table} set committee_id = committee_id where committee_id = any($1) returning 1`;
    const byOwner = await server.owner(change, [treeOf(b)]);
    expect({ table, n: byOwner.length > 0 }).toEqual({ table, n: true });
    const byA = doors.inTenant(a.tenants(), (tx) => tx.query(change, [treeOf(b)]));
    if (APPEND_ONLY.includes(table)) await expect(byA).rejects.toThrow('permission denied');
    else expect({ table, rows: await byA }).toEqual({ table, rows: [] });

    const removal = doors.inTenant(a.tenants(), (tx) =>
      tx.query(`delete from ${table} where committee_id = any($1) returning 1`, [treeOf(b)]),
    );
    if (DELETABLE.includes(table)) expect(await removal).toEqual([]);
    else await expect(removal).rejects.toThrow('permission denied');
  }
});

test('inside A no row can be written into B, nor moved there', async () => {
  for (const table of tables) {
    const home = homeOf(table, b);
    const [sample] = await server.owner<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where committee_id = $1 limit 1`,
      [home],
    );
    const columns = Object.keys(sample!.row).join(', ');
    const copy = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`;
    const insert = doors.inTenant(a.tenants(), (tx) => tx.query(copy, [JSON.stringify(sample!.row)]));
    await expect(insert).rejects.toThrow(`row-level security policy for table "${table}"`);
    // Negative control: behind B's own door the same statement gets past the policy, as far as the primary key.
    const insertByB = doors.inTenant(b.tenants(), (tx) => tx.query(copy, [JSON.stringify(sample!.row)]));
    await expect(insertByB).rejects.toThrow('duplicate key value');

    const move = doors.inTenant(a.tenants(), (tx) =>
      tx.query(`update ${table} set committee_id = $1 where committee_id = any($2)`, [home, treeOf(a)]),
    );
    await expect(move).rejects.toThrow(
      APPEND_ONLY.includes(table) ? 'permission denied' : `row-level security policy for table "${table}"`,
    );
  }
});

test('people are seen by the committees they serve in, and by no other', async () => {
  const asSibling = await doors.inTenant(only(b, 'sibling'), (tx) =>
    tx.query<{ name: string }>('select name from account'),
  );
  expect(asSibling).toEqual([{ name: '罗春禾' }]);
  const clerk = b.accountId('clerk');
  const changed = await doors.inTenant(a.tenants(), (tx) =>
    tx.query(`update account set name = 'x' where id = $1 returning id`, [clerk]),
  );
  expect(changed).toEqual([]);
});

describe('before sign-in', () => {
  test('no row of any tenant exists, nor any person', async () => {
    for (const table of [...tables, 'committee', 'account']) {
      const rows = await doors.beforeSignIn((tx) => tx.query(`select 1 from ${table} limit 1`));
      expect({ table, rows }).toEqual({ table, rows: [] });
      const [seenByOwner] = await server.owner<{ n: number }>(`select count(*) as n from ${table}`);
      expect({ table, any: seenByOwner!.n > 0 }).toEqual({ table, any: true });
    }
  });

  test.each(['credential', 'session', 'sign_in_failure'])(
    '%s cannot be read, written or emptied, not even from inside a tenant',
    async (table) => {
      for (const sql of [
        `select 1 from ${table}`,
        `update ${table} set ${table === 'sign_in_failure' ? 'failed = 0' : 'account_id = account_id'}`,
        `delete from ${table}`,
        `insert into ${table} default values`,
      ]) {
        await expect(doors.beforeSignIn((tx) => tx.query(sql))).rejects.toThrow(`permission denied for table ${table}`);
        await expect(doors.inTenant(b.tenants(), (tx) => tx.query(sql))).rejects.toThrow('permission denied');
      }
    },
  );

  test('the definer functions do answer', async () => {
    const found = await doors.beforeSignIn((tx) => tx.query(`select name from find_credential('other-ganshi')`));
    expect(found).toEqual([{ name: '林晓雨' }]);
  });

  test('nobody else may call the definer functions', async () => {
    const open = await server.owner(
      `select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
         and has_function_privilege('public', p.oid, 'execute')`,
    );
    expect(open).toEqual([]);
  });
});

describe('the scheduler', () => {
  const asScheduler = (sql: string, parameters: readonly unknown[] = []) =>
    doors.asScheduler(
      async (tx) => ({ claim: await tx.query(sql, parameters), committees: [] }),
      async (_tx, claim) => claim,
    );

  test('sees the timers of all tenants and no other table', async () => {
    const rows = await asScheduler('select distinct committee_id from timer');
    expect(rows).toHaveLength(2);
    for (const table of [...tables.filter((one) => one !== 'timer'), 'committee', 'account', 'credential', 'session']) {
      await expect(asScheduler(`select 1 from ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
    }
  });

  test('neither sets nor removes timers', async () => {
    await expect(asScheduler('delete from timer')).rejects.toThrow('permission denied');
    await expect(asScheduler('insert into timer default values')).rejects.toThrow('permission denied');
  });

  test('enters only the tenants of its claim', async () => {
    const seen = await doors.asScheduler(
      async () => ({ claim: null, committees: [a.committeeId('township')] }),
      (tx) => tx.query<{ committee_id: string }>('select distinct committee_id from task'),
    );
    expect(seen).toEqual([{ committee_id: a.committeeId('township') }]);
  });
});

test('a door leaves nothing behind in the pooled session: neither role nor tenants', async () => {
  await doors.inTenant(a.tenants(), (tx) => tx.query('select 1'));
  const [row] = await doors.beforeSignIn((tx) =>
    tx.query<{ committees: string; tasks: number }>(
      `select current_setting('xushi.committees', true) as committees, (select count(*) from task) as tasks`,
    ),
  );
  expect(row).toEqual({ committees: '', tasks: 0 });
  await expect(
    doors.inTenant(a.tenants(), async (tx) => {
      await tx.query('select nothing from nowhere');
    }),
  ).rejects.toThrow('nowhere');
  const after = await doors.beforeSignIn((tx) => tx.query('select 1 from task limit 1'));
  expect(after).toEqual([]);
});
