import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.js';

const ADMIN = join(import.meta.dirname, '../../../admin/dist');
const ASSETS = join(ADMIN, 'assets');

/**
 * KiB of script, each file gzipped, that a browser must have before it can show a page: what the page of the app names,
 * the page's own chunk, and everything these import. Read off the built files.
 */
export async function firstLoad(): Promise<Figure[]> {
  const app = [...readFileSync(join(ADMIN, 'index.html'), 'utf8').matchAll(/\/assets\/([\w.-]+\.js)/g)].map(
    ([, name = '']) => name,
  );
  const [entry = ''] = app;
  const named = readFileSync(join(ASSETS, entry), 'utf8');
  /** The chunk that the entry loads for a page; an earlier build's may lie about. */
  const chunk = (page: string): string => {
    const [, name] = new RegExp(`import\\(["'\`]\\./(${page}-[\\w-]+\\.js)`).exec(named) ?? [];
    if (name === undefined) throw new Error(`The app does not load ${page}.`);
    return name;
  };
  const figure = (id: string, pages: readonly string[]): Figure => ({
    id,
    value: kib(withImports([...app, ...pages.map(chunk)])),
    unit: 'KiB gzip',
    against: null,
    ratio: null,
  });
  return [figure('first-load-sign-in', ['sign-in-page']), figure('first-load-board', ['shell', 'board-page'])];
}

function withImports(names: readonly string[]): Set<string> {
  const all = new Set<string>();
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    const text = readFileSync(join(ASSETS, name), 'utf8');
    for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      left.push(imported);
  }
  return all;
}

function kib(names: ReadonlySet<string>): number {
  let bytes = 0;
  for (const name of names) bytes += gzipSync(readFileSync(join(ASSETS, name))).length;
  return bytes / 1024;
}
