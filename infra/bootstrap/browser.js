import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal } from '../database/refusal.js';
import { say } from './prepare.js';

const CHROMIUM = '/usr/bin/chromium';

/**
 * The browser for the browser tests and a font with Chinese characters, from Debian. Returns the browser's path.
 * XUSHI_BROWSER names another one, for other systems.
 */
export function ensureBrowser() {
  if (process.env.XUSHI_BROWSER) return process.env.XUSHI_BROWSER;
  if (missing().length > 0) installMissing();
  const still = missing();
  if (still.length === 0) return CHROMIUM;
  const names = still.join(' ');
  throw new Refusal(
    'browser-missing',
    `The browser tests need ${names}: as root, run "apt-get install ${names}", or set XUSHI_SKIP_BROWSER=1 to leave them out.`,
    `浏览器测试缺少 ${names}：请以 root 运行 apt-get install ${names}，或设 XUSHI_SKIP_BROWSER=1 跳过。`,
  );
}

function missing() {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return [
    ...(existsSync(CHROMIUM) ? [] : ['chromium']),
    ...(fonts.status === 0 && fonts.stdout.trim() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ];
}

function installMissing() {
  if (process.getuid?.() !== 0) return;
  const packages = missing();
  say(`Installing ${packages.join(' ')} for the browser tests … 正在安装浏览器测试所需的软件……`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) say(`${stdout ?? ''}${stderr ?? 'apt-get was not found'}`);
  }
}
