import pg from 'pg';
import { readMigrationState } from '../../platform/database/migration-state.query.js';
import { schema } from '../../schema.js';
import { type Finding, fine, say, wrong } from './finding.js';

/** The database as its owner sees it, in a transaction that cannot write: text, schema, roles, row-level security. */
export async function examineDatabase(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'xushi-doctor' });
  await client.connect();
  try {
    await client.query('begin read only');
    const findings = [await examineText(client), judgeMigrations(await readMigrationState(client, schema))];
    if (findings.some(({ level }) => level === 'fault')) return findings;
    return [...findings, await examineRoles(client), await examineRowLevelSecurity(client)];
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

/** Chinese words are found only where PostgreSQL knows a Chinese character for a letter. */
async function examineText(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string; encoding: string; ctype: string; isletter: boolean }>(
    `select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding, datctype as ctype,
       '政协' ~ '^\\w+$' as isletter
     from pg_database where datname = current_database()`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The database does not know itself.');
  const facts = { version: row.version, encoding: row.encoding, ctype: row.ctype };
  const said = `PostgreSQL ${row.version}, ${row.encoding}, ${row.ctype}`;
  if (row.encoding === 'UTF8' && row.isletter) return fine('encoding', say(said, said), facts);
  return wrong('encoding', 'fault', say(`${said}: Chinese text is not searched well`, `${said}：无法正确检索中文`), {
    remedy: say(
      "make the database anew with encoding UTF8 and a UTF-8 locale: create database … encoding 'UTF8' locale 'C.UTF-8' template template0",
      "请以 UTF8 编码和 UTF-8 区域重新建库：create database … encoding 'UTF8' locale 'C.UTF-8' template template0",
    ),
    facts,
  });
}

export function judgeMigrations(state: { pending: readonly string[]; unknown: readonly string[] }): Finding {
  const { pending, unknown } = state;
  if (unknown.length > 0) {
    return wrong(
      'migrations',
      'fault',
      say(
        `the database knows ${unknown.length} migrations that this version does not`,
        `数据库中有 ${unknown.length} 个本版本没有的迁移`,
      ),
      {
        remedy: say('update the program: it is older than its database', '请更新程序：程序版本低于数据库'),
        facts: state,
      },
    );
  }
  if (pending.length > 0) {
    return wrong('migrations', 'fault', say(`${pending.length} migrations pending`, `${pending.length} 个迁移未执行`), {
      remedy: say('start the server once; it runs them', '请启动一次服务，启动时会自动执行'),
      facts: state,
    });
  }
  return fine('migrations', say('none pending', '没有待执行的迁移'), state);
}

const ROLES = ['xushi_app', 'xushi_scheduler'];

/** The roles the doors work as: they own nothing, sign in nowhere and are bound by row-level security. */
async function examineRoles(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; istoomighty: boolean; ismember: boolean; owns: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcanlogin as istoomighty,
       pg_has_role(current_user, oid, 'member') as ismember,
       exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p')) as owns
     from pg_roles where rolname = any($1)`,
    [ROLES],
  );
  const missing = ROLES.filter((role) => !rows.some((row) => row.name === role && row.ismember));
  const mighty = rows.filter((row) => row.istoomighty || row.owns).map(({ name }) => name);
  const facts = { missing, mighty };
  if (missing.length > 0) {
    const names = missing.join(', ');
    return wrong('roles', 'fault', say(`not granted to this user: ${names}`, `未授予当前用户：${names}`), {
      remedy: say(
        `as a superuser: grant ${names} to the user of DATABASE_URL`,
        `请以超级用户将 ${names} 授予 DATABASE_URL 的用户`,
      ),
      facts,
    });
  }
  if (mighty.length > 0) {
    const names = mighty.join(', ');
    return wrong('roles', 'fault', say(`may do more than they should: ${names}`, `权限过大：${names}`), {
      remedy: say(
        `as a superuser: alter role ${mighty[0]} nologin nosuperuser nobypassrls, and let it own no table`,
        `请以超级用户执行 alter role ${mighty[0]} nologin nosuperuser nobypassrls，并确保其不拥有任何表`,
      ),
      facts,
    });
  }
  return fine('roles', say('in place, with no more rights than needed', '已就位，权限适当'), facts);
}

/** Every table that holds a committee's rows is guarded; and, tried, nobody who entered no committee sees one. */
async function examineRowLevelSecurity(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; isguarded: boolean }>(
    `select c.relname as name, c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as isguarded
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (c.relname in ('committee', 'account')
       or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'committee_id' and not a.attisdropped))
     order by c.relname`,
  );
  const unguarded = rows.filter(({ isguarded }) => !isguarded).map(({ name }) => name);
  await client.query('set local role xushi_app');
  const { rows: leaked } = await client.query<{ count: string }>(
    'select (select count(*) from committee) + (select count(*) from task) + (select count(*) from account) as count',
  );
  await client.query('reset role');
  const visible = Number(leaked[0]?.count ?? 0);
  const facts = { tables: rows.length, unguarded, visibleToNobody: visible };
  if (unguarded.length === 0 && visible === 0) {
    return fine(
      'row-level-security',
      say(
        `${rows.length} tables guarded, tried without a committee: 0 rows`,
        `${rows.length} 张表受保护，未进入单位时可见 0 行`,
      ),
      facts,
    );
  }
  const what = unguarded.length > 0 ? unguarded.join(', ') : `${visible} rows`;
  return wrong('row-level-security', 'fault', say(`not guarded: ${what}`, `未受保护：${what}`), {
    remedy: say(
      'stop the server; restore the database from a backup, or have the policies of the migrations put back',
      '请停止服务；从备份恢复数据库，或恢复迁移中定义的行级策略',
    ),
    facts,
  });
}
