import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takeLock } from '../database/lock.js';
import { Refusal } from '../database/refusal.js';

/*
 * What every command does first, in plain JavaScript and without any package, because on a fresh clone there is
 * nothing but the system's Node 20: install when the lock file changed, find Node 26, build what changed.
 * It speaks on stderr only: stdout belongs to the program that is started afterwards.
 */

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.xushi-lock');
const NEEDED_NODE = 26;

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Installs and builds if needed; returns the path of a Node that runs the sources. */
export async function prepare({ quiet = false } = {}) {
  refuseReadOnly();
  const lock = await waitForTurn();
  try {
    install();
    const node = findNode();
    build(node, quiet);
    return node;
  } finally {
    lock.release();
  }
}

/** Runs the program with our terminal and our signals, and returns its exit code. `tied`: it also ends when we do. */
export function runNode(node, args, { env = process.env, tied = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
    const child = spawn(node, args, { cwd: ROOT, env, stdio });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const parentWatch = whenOrphaned(() => forward('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(parentWatch);
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + os.constants.signals[signal]);
    });
  });
}

/**
 * npm killed outright cannot pass anything on. So, started by npm, we take the loss of our parent for a signal. (The
 * scripts say `exec`, or a shell would stand between npm and us and keep every signal to itself.)
 */
function whenOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 250);
}

/** The whole of a command: a refusal is told in one sentence, anything else is a defect and keeps its stack. */
export async function command(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refusal) say(`✗ ${error.english}\n  ${error.chinese}`);
    else say(error.stack ?? String(error));
  }
}

/** Asked before anything is written, so that a read-only or foreign folder gives one sentence, not a stack. */
function refuseReadOnly() {
  const built = ['apps', 'packages'].flatMap((group) =>
    readdirSync(path.join(ROOT, group)).map((name) => path.join(ROOT, group, name, 'dist')),
  );
  for (const folder of [ROOT, MODULES, path.join(ROOT, '.turbo'), path.join(ROOT, '.data'), ...built]) {
    if (!existsSync(folder)) continue;
    try {
      accessSync(folder, constants.W_OK);
    } catch {
      const { username } = os.userInfo();
      throw new Refusal(
        'folder-read-only',
        `The folder ${folder} cannot be written by the user ${username}; run as the user who ran it first, or in a clone of your own.`,
        `用户 ${username} 无法写入目录 ${folder}；请以首次运行时的用户运行，或另行克隆一份。`,
      );
    }
  }
}

/** Two commands at once in a fresh clone would delete each other's packages. */
async function waitForTurn() {
  const folder = path.join(ROOT, '.data');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (let told = false; ; told = true) {
    const lock = takeLock(path.join(folder, 'prepare.lock'));
    if (!lock.heldBy) return lock;
    if (!told) say(`Waiting for another command that is installing or building (process ${lock.heldBy}) …`);
    await pause(200);
  }
}

function install() {
  const lockFile = readFileSync(path.join(ROOT, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockFile).update(`${os.platform()}-${os.arch()}`).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  say('Installing packages; the first time this takes a minute or two … 正在安装依赖，首次需一两分钟……');
  rmSync(STAMP, { force: true });
  // NODE_ENV=production must not leave out the compiler, nor Node 26, which is an optional package.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: ROOT,
    // npm must run on the system's Node: the one in node_modules is about to be deleted.
    env: { ...process.env, PATH: pathWithoutOurs() },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    throw new Refusal(
      'install-failed',
      'The packages could not be installed (npm ci failed, see above); check the connection to the npm registry and run the command again.',
      '依赖安装失败（npm ci 出错，见上文）；请检查与 npm 源的连接后重试。',
    );
  }
  writeFileSync(STAMP, wanted);
}

function pathWithoutOurs() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.filter((folder) => !folder.startsWith(MODULES)).join(path.delimiter);
}

function findNode() {
  const brought = path.join(MODULES, `node-${os.platform()}-${os.arch()}`, 'bin', 'node');
  for (const candidate of [process.execPath, brought]) {
    if (existsSync(candidate) && majorVersion(candidate) >= NEEDED_NODE) return candidate;
  }
  throw new Refusal(
    'node-missing',
    `Node ${NEEDED_NODE} or newer is needed; npm brings it for Linux on x64 only, so please install it here and run the command again.`,
    `需要 Node ${NEEDED_NODE} 或更高版本；npm 仅为 Linux x64 自带，请先在本机安装后重试。`,
  );
}

function majorVersion(node) {
  if (node === process.execPath) return Number.parseInt(process.versions.node, 10);
  try {
    return Number.parseInt(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1), 10);
  } catch {
    return 0; // for example a binary that this system cannot run
  }
}

/** Turbo skips every workspace whose sources did not change. */
function build(node, quiet) {
  const started = Date.now();
  if (!quiet) say('Building what changed … 正在构建有变化的部分……');
  const env = toolEnvironment(node);
  delete env.NODE_ENV; // the tools choose; a test or production setting of the caller must not change the output
  const turbo = [
    path.join(MODULES, 'turbo', 'bin', 'turbo'),
    'run',
    'build',
    '--output-logs=errors-only',
    '--ui=stream',
  ];
  const { status, stdout, stderr } = spawnSync(node, turbo, { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    throw new Refusal('build-failed', 'The build failed, see above.', '构建失败，见上文。');
  }
  if (!quiet) say(`Built (${((Date.now() - started) / 1000).toFixed(1)} s) 构建完成`);
}

/** For our tools: Node 26 first on the PATH, and no tool tells anybody that we use it. */
export function toolEnvironment(node) {
  return {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
}
