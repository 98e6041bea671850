import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { type EmbeddedState, inspectEmbedded } from '@xushi/infra/database';
import { DATA_FOLDER } from '../../data-folder.js';
import { type Finding, fine, say, wrong } from './finding.js';

const NEEDED_NODE = 26;
const SCARCE_BYTES = 1_000_000_000;
const TOO_LITTLE_BYTES = 200_000_000;

/** The machine itself: Node, room on the disk, and the data folder where the database is the built-in one. */
export async function examineMachine({ isBuiltIn }: { isBuiltIn: boolean }): Promise<Finding[]> {
  const node = examineNode(process.versions.node);
  if (!isBuiltIn) return [node, await examineDisk(process.cwd())];
  const state = await inspectEmbedded({ dataDir: DATA_FOLDER });
  return [node, await examineDisk(state.isMade ? state.folder : process.cwd()), examineDataFolder(state)];
}

/** @param version such as 26.10.0 */
export function examineNode(version: string): Finding {
  const facts = { version };
  if (Number.parseInt(version, 10) >= NEEDED_NODE)
    return fine('node', say(`Node ${version}`, `Node ${version}`), facts);
  return wrong('node', 'fault', say(`Node ${version} is too old`, `Node ${version} 版本过旧`), {
    remedy: say(`install Node ${NEEDED_NODE} or newer`, `请安装 Node ${NEEDED_NODE} 或更高版本`),
    facts,
  });
}

async function examineDisk(folder: string): Promise<Finding> {
  // PostgreSQL's folder may be closed to us; the disk it lies on is that of the folder above.
  const { bavail, bsize } = await statfs(folder).catch(() => statfs(path.dirname(folder)));
  return judgeDisk(bavail * bsize, folder);
}

export function judgeDisk(freeBytes: number, folder: string): Finding {
  const free = `${(freeBytes / 1e9).toFixed(1)} GB`;
  const facts = { freeBytes, folder };
  const said = say(`${free} free at ${folder}`, `${folder} 剩余 ${free}`);
  if (freeBytes >= SCARCE_BYTES) return fine('disk', said, facts);
  return wrong('disk', freeBytes < TOO_LITTLE_BYTES ? 'fault' : 'warning', said, {
    remedy: say(
      'make room: PostgreSQL stops when the disk is full; a county needs about 1 GB to spare',
      '请清理磁盘：磁盘写满后数据库会停止；县级单位宜预留约 1 GB',
    ),
    facts,
  });
}

/** Rights and presence of the built-in database's data. */
export function examineDataFolder(state: EmbeddedState): Finding {
  const { folder, isMade, mode, passwordFile, passwordMode, canReadPassword, heldBy, user } = state;
  const facts = { folder, isMade, heldBy };
  if (!isMade) {
    return wrong('data-folder', 'warning', say(`no data yet in ${folder}`, `${folder} 中还没有数据`), {
      remedy: say('run npm start, which makes them', '请运行 npm start 创建'),
      facts,
    });
  }
  if (!canReadPassword) {
    return wrong(
      'data-folder',
      'fault',
      say(`${passwordFile} cannot be read by ${user}`, `用户 ${user} 无法读取 ${passwordFile}`),
      {
        remedy: say(
          'run as the user who started it first, or put the file back',
          '请以首次启动的用户运行，或恢复该文件',
        ),
        facts,
      },
    );
  }
  const open = [
    ...((mode ?? 0) & 0o077 ? [`chmod 700 ${folder}`] : []),
    ...((passwordMode ?? 0) & 0o077 ? [`chmod 600 ${passwordFile}`] : []),
  ];
  if (open.length > 0) {
    const remedy = say(open.join(' && '), open.join(' && '));
    return wrong('data-folder', 'fault', say('other users may read the data', '其他用户可以读取数据'), {
      remedy,
      facts,
    });
  }
  const use =
    heldBy === null
      ? say('nobody uses it now', '目前无进程使用')
      : say(`in use by process ${heldBy}`, `进程 ${heldBy} 正在使用`);
  return fine('data-folder', say(`${folder}, ${use.english}`, `${folder}，${use.chinese}`), facts);
}
