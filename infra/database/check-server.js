import pg from 'pg';
import { Refusal } from './refusal.js';

export const OLDEST_VERSION = 16;

/**
 * May we work with the PostgreSQL at this address? Returns undefined, or the refusal to show.
 * The password is never part of a sentence, only host, port and name are.
 */
export async function checkServer(url) {
  const address = readAddress(url);
  if (!address) {
    return new Refusal(
      'database-address',
      'DATABASE_URL is not a PostgreSQL address; it should look like postgres://user:password@host:5432/name.',
      'DATABASE_URL 不是有效的 PostgreSQL 地址，应形如 postgres://用户:密码@主机:5432/库名。',
    );
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // a connection cut later must not end the process
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    );
    return judgeServer(Number(rows[0].version), rows[0].encoding, address);
  } catch (error) {
    return explainFailure(error, address);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param version server_version_num, such as 150010 for 15.10 */
export function judgeServer(version, encoding, address) {
  const major = Math.floor(version / 10_000);
  if (!(major >= OLDEST_VERSION)) {
    return new Refusal(
      'database-too-old',
      `The database at ${address} is PostgreSQL ${major || 'of an unknown version'}; version ${OLDEST_VERSION} or newer is needed.`,
      `数据库 ${address} 的版本是 PostgreSQL ${major || '未知'}，需要 ${OLDEST_VERSION} 或更高版本。`,
    );
  }
  if (encoding !== 'UTF8') {
    return new Refusal(
      'database-encoding',
      `The database at ${address} stores text as ${encoding}; it must be created with encoding UTF8.`,
      `数据库 ${address} 的编码是 ${encoding}，请以 UTF8 编码重新建库。`,
    );
  }
  return undefined;
}

function readAddress(url) {
  try {
    const { protocol, host, pathname } = new URL(url);
    return /^postgres(ql)?:$/.test(protocol) && host ? `${host}${pathname}` : undefined;
  } catch {
    return undefined;
  }
}

function explainFailure(error, address) {
  const causes = {
    '28P01': ['the user name or password is wrong', '用户名或密码不正确'],
    28000: ['this user may not sign in from here', '该用户不允许从本机登录'],
    '3D000': ['there is no database of that name', '没有这个名称的数据库'],
    53300: ['it has no free connection left', '连接数已满'],
    '57P03': ['it is still starting or shutting down', '数据库正在启动或关闭'],
    ECONNREFUSED: ['nothing answers on that host and port', '该主机和端口上没有数据库在运行'],
    ENOTFOUND: ['the host name is not known', '找不到该主机名'],
    EAI_AGAIN: ['the host name cannot be looked up at the moment', '暂时无法解析该主机名'],
  };
  // A host with several addresses fails with one error for each; they say the same.
  const cause = causes[error.code ?? error.errors?.[0]?.code];
  const [english, chinese] = cause ?? (/timeout/i.test(error.message) ? TIMEOUT : [firstLine(error), firstLine(error)]);
  return new Refusal(
    'database-unreachable',
    `The database at ${address} cannot be used: ${english}.`,
    `无法使用数据库 ${address}：${chinese}。`,
  );
}

const TIMEOUT = ['it did not answer within 5 seconds', '5 秒内没有响应'];
const firstLine = (error) => String(error.message || error.code || error).split('\n')[0];
