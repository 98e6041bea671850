import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../database/refusal.js';
import { say } from './prepare.js';

/*
 * Programs that some tests need and npm cannot bring: a browser, and an office to open our documents with. They come
 * from Debian; on other systems a variable names what is used instead.
 */

const CHROMIUM = '/usr/bin/chromium';
const fonts = { has: hasChineseFont, packages: ['fonts-noto-cjk', 'fontconfig'] };

/**
 * Groups of tests by the word in their file names (`plan.office.test.ts`): how they are called, the variable that leaves
 * them out, and what they need.
 */
export const testGroups = {
  browser: {
    english: 'browser tests',
    chinese: '浏览器测试',
    skip: 'XUSHI_SKIP_BROWSER',
    needs: [{ has: () => isGiven('XUSHI_BROWSER') || existsSync(CHROMIUM), packages: ['chromium'] }, fonts],
  },
  office: {
    english: 'tests that open documents in LibreOffice',
    chinese: '用 LibreOffice 打开文件的测试',
    skip: 'XUSHI_SKIP_OFFICE',
    needs: [
      {
        has: () => isGiven('XUSHI_OFFICE') || hasProgram('soffice'),
        packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
      },
      { has: () => hasProgram('pdftotext') && hasProgram('pdffonts'), packages: ['poppler-utils'] },
      fonts,
    ],
  },
};

/** Sees to it that what the groups need is there: installs it as root, refuses with what to do as anybody else. */
export function ensurePrograms(names) {
  for (const name of names) {
    const group = testGroups[name];
    if (missing(group).length > 0) install(missing(group), group);
    const still = missing(group).join(' ');
    if (still === '') continue;
    throw new Refusal(
      `${name}-missing`,
      `The ${group.english} need ${still}: as root, run "apt-get install ${still}", or set ${group.skip}=1 to leave them out.`,
      `${group.chinese}缺少 ${still}：请以 root 运行 apt-get install ${still}，或设 ${group.skip}=1 跳过。`,
    );
  }
}

/** The variables that tell tests where the programs are. */
export function programEnvironment() {
  return { XUSHI_BROWSER: process.env.XUSHI_BROWSER || CHROMIUM, XUSHI_OFFICE: process.env.XUSHI_OFFICE || 'soffice' };
}

function missing({ needs }) {
  return needs.filter(({ has }) => !has()).flatMap(({ packages }) => packages);
}

function isGiven(variable) {
  return Boolean(process.env[variable]);
}

function hasProgram(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}

function hasChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}

function install(packages, { english, chinese }) {
  if (process.getuid?.() !== 0) return;
  say(`Installing ${packages.join(' ')} for the ${english} … 正在安装${chinese}所需的软件……`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) say(`${stdout ?? ''}${stderr ?? 'apt-get was not found'}`);
  }
}
