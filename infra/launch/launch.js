import { checkServer, Refusal, startEmbedded } from '../database/index.js';
import { readPort, refuseTakenPort } from './port.js';
import { startServer } from './server-process.js';
import { watchSignals } from './signals.js';
import { formatTable } from './table.js';

/** Words for the codes that the server sends; a code without words is shown as it is. */
const STEPS = {
  migrating: ['Bringing the tables up to date …', '正在更新数据表……'],
  'removing a demo that broke off': ['Removing a demo that broke off …', '正在清除未完成的演示数据……'],
  'loading the demo': [
    'Living two years of the demo; this takes about half a minute …',
    '正在生成两年的演示数据，约需半分钟……',
  ],
};
const ROLES = {
  administrator: 'Administrator 管理员',
  leader: 'Leader 领导',
  staff: 'Staff 工作人员',
  member: 'Member 委员',
  unit: 'Handling unit 承办单位',
};

/**
 * Database, then server, until asked to stop; then server, then database. Returns the exit code: 0 when it was asked,
 * 1 when something refused or broke.
 *
 * @param {{ serverFile: string, dataDir: string, env?: NodeJS.ProcessEnv }} options
 */
export async function launch({ serverFile, dataDir, env = process.env }) {
  const started = Date.now();
  const tell = (english, chinese) => {
    const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
    console.log(`${seconds} s  ${english}${chinese ? `  ${chinese}` : ''}`);
  };
  process.stdout.on('error', () => {}); // the terminal may be closed while we still clean up
  const signals = watchSignals();
  let database;
  try {
    const port = readPort(env.PORT);
    await refuseTakenPort(port, env.HOST);
    database = await openDatabase({ url: env.DATABASE_URL, dataDir, tell });
    if (signals.isStopping()) return 0;
    tell('Starting the server …', '正在启动服务……');
    const server = startServer(serverFile, { ...env, DATABASE_URL: database.url, PORT: String(port) });
    return await serve({ server, database, signals, tell });
  } catch (error) {
    if (signals.isStopping()) return 0; // Ctrl-C ended a helper such as initdb half-way
    if (!(error instanceof Refusal)) throw error;
    console.error(`✗ ${error.english}\n  ${error.chinese}`);
    return 1;
  } finally {
    await database?.stop();
    if (signals.isStopping()) tell('Stopped.', '已停止。');
  }
}

async function openDatabase({ url, dataDir, tell }) {
  if (url) {
    tell('Checking the database of DATABASE_URL …', '正在检查 DATABASE_URL 指定的数据库……');
    const refusal = await checkServer(url);
    if (refusal) throw refusal;
    return { url, exited: new Promise(() => {}), stop: async () => {} };
  }
  tell('Starting the database …', '正在启动数据库……');
  return startEmbedded({ dataDir, log: tell, join: false });
}

async function serve({ server, database, signals, tell }) {
  const refused = new Promise((resolve) => {
    server.onMessage((message) => {
      if (message?.type === 'progress') tell(...(STEPS[message.text] ?? [message.text]));
      if (message?.type === 'ready') announce(message, tell);
      if (message?.type === 'refused') resolve(message.text);
    });
  });
  const ending = await Promise.race([
    signals.stopping.then(() => ({ code: 0, tell: () => tell('Stopping …', '正在停止……') })),
    refused.then((text) => ({ code: 1, tell: () => console.error(`✗ ${text}`) })),
    server.exited.then((how) => ({
      code: 1,
      tell: () => console.error(`✗ The server ended unexpectedly (${how}).\n  服务意外退出（${how}）。`),
    })),
    database.exited.then((how) => ({
      code: 1,
      tell: () => console.error(`✗ The database ended unexpectedly (${how}).\n  数据库意外退出（${how}）。`),
    })),
  ]);
  ending.tell();
  await server.stop(signals.forced);
  return ending.code;
}

function announce({ address, accounts = [], demo, firstRun }, tell) {
  tell(`Ready: ${address}`, '已就绪，请在浏览器中打开');
  if (accounts.length > 0) {
    console.log('\n  Demo accounts 演示账号\n');
    const rows = accounts.map(({ role, committee, loginName, password }) => [
      ROLES[role] ?? role,
      committee,
      loginName,
      password,
    ]);
    console.log(formatTable([['Role 角色', 'Committee 单位', 'Login 登录名', 'Password 密码'], ...rows]).join('\n'));
  } else if (firstRun && !demo) {
    console.log('\n  First start: open the address to set up the committee.  首次启动：请打开上述地址完成设置。');
  }
  console.log('\n  Ctrl-C stops everything.  按 Ctrl-C 停止。\n');
}
