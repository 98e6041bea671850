import { access, constants, readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { holderOf } from './lock.js';

/** See index.d.ts. */
export async function inspectEmbedded({ dataDir: wanted }) {
  const dataDir = path.resolve(wanted);
  const folder = (await readFile(`${dataDir}.location`, 'utf8').catch(() => '')).trim() || dataDir;
  const passwordFile = `${dataDir}.password`;
  return {
    folder,
    // A folder we may not enter belongs to PostgreSQL's user, and so is made.
    isMade: await stat(path.join(folder, 'PG_VERSION')).then(
      () => true,
      (error) => error.code === 'EACCES',
    ),
    mode: await modeOf(folder),
    passwordFile,
    passwordMode: await modeOf(passwordFile),
    canReadPassword: await access(passwordFile, constants.R_OK).then(
      () => true,
      () => false,
    ),
    heldBy: holderOf(`${dataDir}.lock`),
    user: os.userInfo().username,
  };
}

async function modeOf(file) {
  try {
    return (await stat(file)).mode & 0o777;
  } catch {
    return null;
  }
}
