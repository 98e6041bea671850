import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { databaseUser } from './identity.js';
import { checkServer, judgeServer, removeEmbedded, startEmbedded } from './index.js';
import { placePrograms } from './place.js';

const scratch = path.join(os.tmpdir(), `xushi-database-${randomBytes(4).toString('hex')}`);
const dataDir = path.join(scratch, 'database');
const isRoot = process.getuid() === 0;
const quiet = () => {};

beforeAll(() => mkdirSync(scratch, { mode: 0o755 }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the built-in PostgreSQL', () => {
  let database;
  const start = async (options) => {
    database = await startEmbedded({ dataDir, ...options });
    return database;
  };
  afterEach(() => database?.stop());

  test('the first start makes a UTF-8 database, on the loopback address only, behind a secret password', async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      `select current_database() as name, current_setting('server_encoding') as encoding, datctype as ctype,
              current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
              current_setting('fsync') as fsync
         from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      name: 'xushi',
      encoding: 'UTF8',
      ctype: 'C.UTF-8',
      listens: '127.0.0.1',
      sockets: '',
      fsync: 'on',
    });
    expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    expect(await checkServer(url)).toBeUndefined();
    await query(url, `create table kept as select '政协' as word`);
  });

  test('the second start keeps the data and is quick', async () => {
    const began = Date.now();
    const { url } = await start({ fast: true });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await query(url, 'select word, length(word) from kept')).toEqual([{ word: '政协', length: 2 }]);
  });

  test('data in use: another program joins, or is refused if it wants them alone', async () => {
    const { url } = await start();
    const guest = await startEmbedded({ dataDir });
    expect(guest).toMatchObject({ url, joined: true });
    await guest.stop();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(startEmbedded({ dataDir, join: false })).rejects.toMatchObject({ code: 'folder-in-use' });
  });

  test.each([
    ['a process that is gone', 4_000_000],
    ['a process that is somebody else', process.pid],
  ])('a stale postmaster.pid naming %s is cleared', async (_name, pid) => {
    writeFileSync(path.join(dataDir, 'postmaster.pid'), `${pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    const { url } = await start();
    expect(await query(url, 'select word from kept')).toHaveLength(1);
  });

  test('a PostgreSQL that is really left over is stopped first', async () => {
    const user = await databaseUser(dataDir);
    const programs = await placePrograms(user, quiet);
    const flags = ['-D', dataDir, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${dataDir}`];
    const left = spawn(path.join(programs, 'postgres'), flags, { ...user, cwd: '/', stdio: 'ignore', detached: true });
    const ended = once(left, 'exit');
    const isReady = () => readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').includes('ready');
    for (;;) {
      await pause(50);
      try {
        if (isReady()) break;
      } catch {
        // not yet written
      }
    }
    const told = [];
    const { url } = await start({ log: (english) => told.push(english) });
    expect(await ended).toEqual([0, null]);
    expect(told).toEqual([`A PostgreSQL left over from an earlier start (process ${left.pid}) is stopped first.`]);
    expect(await query(url, 'select word from kept')).toHaveLength(1);
  });

  test('a program that is killed takes its PostgreSQL with it, and the next start is clean', async () => {
    const index = fileURLToPath(new URL('./index.js', import.meta.url));
    const program = `import { startEmbedded } from ${JSON.stringify(index)};
      const { port } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} }); console.log(port); setInterval(() => {}, 1e3);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const pid = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    child.kill('SIGKILL');
    const isGone = () => !/^\d+ \(postgres\) [^Z]/.test(statOf(pid));
    for (let waited = 0; waited < 5_000 && !isGone(); waited += 50) await pause(50);
    expect(isGone()).toBe(true);
    const { url } = await start();
    expect(await query(url, 'select word from kept')).toHaveLength(1);
  });

  test('a lost password file is told, not worked around', async () => {
    const secret = readFileSync(`${dataDir}.password`);
    rmSync(`${dataDir}.password`);
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'database-password' });
    writeFileSync(`${dataDir}.password`, secret, { mode: 0o600 });
  });
});

describe('folders', () => {
  test('one that nobody may write: one sentence', async () => {
    const refused = startEmbedded({ dataDir: '/sys/xushi/database' });
    await expect(refused).rejects.toMatchObject({ code: 'folder-read-only' });
  });

  (isRoot ? test.skip : test)('a read-only one, as an ordinary user: one sentence', async () => {
    const readOnly = path.join(scratch, 'read-only');
    mkdirSync(readOnly, { mode: 0o555 });
    const refused = startEmbedded({ dataDir: path.join(readOnly, 'database') });
    await expect(refused).rejects.toMatchObject({ code: 'folder-read-only' });
  });

  (isRoot ? test : test.skip)(
    'a 0700 one, as root: the data are kept elsewhere, told once, and found again',
    async () => {
      const told = [];
      const hidden = mkdtempSync(path.join(scratch, 'private-'));
      const options = { dataDir: path.join(hidden, 'database'), log: (english) => told.push(english), fast: true };
      const first = await startEmbedded(options);
      await query(first.url, 'create table kept (id int)');
      await first.stop();
      expect(first.folder).toMatch(/^\/var\/lib\/xushi\/\w+\/database$/);
      expect(told).toEqual([`The database's user cannot enter this folder, so the data are kept in ${first.folder}.`]);
      chmodSync(hidden, 0o755); // which must not make it begin anew in the folder itself
      const second = await startEmbedded(options);
      expect(await query(second.url, 'select count(*)::int as count from kept')).toEqual([{ count: 0 }]);
      expect(told).toHaveLength(1);
      await second.stop();
      await removeEmbedded({ ...options, folder: second.folder });
      expect(() => statSync(path.dirname(second.folder))).toThrow();
    },
  );

  (isRoot ? test : test.skip)(
    'data that the database user can no longer enter are not replaced by empty ones',
    async () => {
      const folder = path.join(scratch, 'closed-later');
      mkdirSync(folder, { mode: 0o755 });
      const options = { dataDir: path.join(folder, 'database'), fast: true };
      await (await startEmbedded(options)).stop();
      chmodSync(folder, 0o700);
      await expect(startEmbedded(options)).rejects.toMatchObject({ code: 'folder-cannot-be-entered' });
    },
  );
});

describe('a database of somebody else', () => {
  test.each([
    [150_010, 'UTF8', 'database-too-old'],
    [90_600, 'UTF8', 'database-too-old'],
    [Number.NaN, 'UTF8', 'database-too-old'],
    [160_000, 'SQL_ASCII', 'database-encoding'],
    [180_004, 'EUC_CN', 'database-encoding'],
    [160_000, 'UTF8', undefined],
    [180_004, 'UTF8', undefined],
  ])('version %i, encoding %s: %s', (version, encoding, code) => {
    expect(judgeServer(version, encoding, 'host/name')?.code).toBe(code);
  });

  test.each(['', 'localhost:5432', 'mysql://u:p@host/db', 'postgres:///db'])('address "%s" is refused', async (url) => {
    expect(await checkServer(url)).toMatchObject({ code: 'database-address' });
  });

  test('each trouble in one sentence, without the password', async () => {
    const database = await startEmbedded({ dataDir, fast: true });
    const url = new URL(database.url);
    await query(database.url, `create database ascii encoding 'SQL_ASCII' locale 'C' template template0`);
    const withUrl = (change) => Object.assign(new URL(url), change).href;
    const cases = [
      [withUrl({ password: 'hidden-secret' }), 'the user name or password is wrong'],
      [withUrl({ pathname: '/nowhere' }), 'there is no database of that name'],
      [withUrl({ port: '1' }), 'nothing answers on that host and port'],
      [withUrl({ hostname: 'no-such-host.invalid' }), 'the host name'],
      [withUrl({ pathname: '/ascii' }), 'SQL_ASCII'],
    ];
    for (const [address, sentence] of cases) {
      const refusal = await checkServer(address);
      expect(refusal?.english).toContain(sentence);
      expect(refusal.english + refusal.chinese).not.toMatch(/\n|hidden-secret/);
      expect(refusal.english).not.toContain(url.password);
    }
    await database.stop();
  });

  test('one that answers nothing is given up after 5 seconds', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const refusal = await checkServer(`postgres://u:p@127.0.0.1:${silent.address().port}/x`);
    expect(refusal.english).toContain('did not answer within 5 seconds');
    silent.close();
  });
});

function statOf(pid) {
  try {
    return execFileSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
