import { Refusal } from '@xushi/infra/database';
import { bootServer } from '../../boot.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Outcome } from '../command.js';
import { openDatabase } from '../installation.js';
import { examineDatabase } from './examine-database.js';
import { examineMachine } from './examine-machine.js';
import { examineWork } from './examine-work.js';
import { type Finding, fine, say, wrong } from './finding.js';

/**
 * `doctor`: looks at everything an installation rests on, from the machine to the last reminder, and says of each thing
 * amiss what to do. Each part is looked at only when what it rests on is sound.
 */
export async function doctor(): Promise<Outcome> {
  const isBuiltIn = (process.env.DATABASE_URL ?? '') === '';
  const findings = await examineMachine({ isBuiltIn });
  if (!findings.some(({ check, level }) => check === 'data-folder' && level !== 'ok')) {
    findings.push(...(await examineInstallation()));
  }
  const faults = findings.filter(({ level }) => level === 'fault').length;
  return {
    exit: faults === 0 ? 0 : 1,
    json: { isSound: faults === 0, findings },
    text: findings.map(lineOf).join('\n'),
  };
}

async function examineInstallation(): Promise<Finding[]> {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  try {
    database = await openDatabase();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { english, chinese, code } = error;
    return [wrong('database', 'fault', { english, chinese }, { remedy: UNREACHABLE, facts: { code } })];
  }
  try {
    const reached = fine('database', say('reachable', '可以连接'));
    const findings = [reached, ...(await examineDatabase(database.url))];
    if (findings.some(({ level }) => level === 'fault')) return findings;
    return [...findings, ...(await examineServer(database.url))];
  } finally {
    await database.end();
  }
}

const UNREACHABLE = say(
  'mend what the sentence names; docs/operations/running.md tells what the database needs',
  '请按上述原因处理；数据库要求见 docs/operations/running.md',
);

/** Boots the server's code without its timers: that it starts at all is a finding. */
async function examineServer(databaseUrl: string): Promise<Finding[]> {
  let server: Awaited<ReturnType<typeof bootServer>>;
  try {
    server = await bootServer({ databaseUrl, clock: new Clock(), poolSize: 2, roles: [] });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const said = say(`the server's code does not start: ${cause}`, `服务程序无法启动：${cause}`);
    return [
      wrong('server-code', 'fault', said, {
        remedy: say('run npm ci and npm run build', '请运行 npm ci 和 npm run build'),
      }),
    ];
  }
  try {
    return [fine('server-code', say('starts', '可以启动')), ...(await examineWork(server.app))];
  } finally {
    await server.close();
  }
}

const MARKS = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const;

function lineOf({ check, level, english, chinese, remedy }: Finding): string {
  const said = english === chinese ? english : `${english}  ${chinese}`;
  const line = `${MARKS[level]}  ${check.padEnd(18)}  ${said}`;
  return remedy === null ? line : `${line}\n         → ${remedy.english}\n           ${remedy.chinese}`;
}
