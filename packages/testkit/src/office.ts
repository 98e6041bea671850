import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MM_PER_POINT = 25.4 / 72;

/** A line of print on a page, in millimetres from its upper left corner. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page as it comes out of the printer, sizes in millimetres. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PrintedLine[];
}

/** A Word or Excel file to be opened. */
export interface OfficeFile {
  readonly kind: 'docx' | 'xlsx';
  readonly bytes: Uint8Array;
}

/**
 * Opens files in LibreOffice, as an office without Word would, and answers each as a PDF. Several at once are much
 * quicker than one after the other: it starts once.
 */
export async function printByOffice(files: readonly OfficeFile[]): Promise<Uint8Array[]> {
  return inScratch(async (folder) => {
    const names = files.map(({ kind }, index) => `${index}.${kind}`);
    await Promise.all(files.map(({ bytes }, index) => writeFile(join(folder, names[index] ?? ''), bytes)));
    // A profile of its own: two LibreOffices of one user would wait for each other and give up.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const sources = names.map((name) => join(folder, name));
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources];
    await run(process.env.XUSHI_OFFICE ?? 'soffice', args, { timeout: 120_000 });
    return Promise.all(files.map((_file, index) => readFile(join(folder, `${index}.pdf`))));
  });
}

/** The pages of a PDF with their lines of print, from poppler's pdftotext. */
export async function readPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  return inScratch(async (folder) => {
    await writeFile(join(folder, 'document.pdf'), pdf);
    const { stdout } = await run('pdftotext', ['-bbox-layout', join(folder, 'document.pdf'), '-'], {
      maxBuffer: 1 << 28,
    });
    return stdout
      .split('<page ')
      .slice(1)
      .map((page) => ({
        width: millimetres(page, 'width'),
        height: millimetres(page, 'height'),
        lines: page.split('<line ').slice(1).map(lineOf).sort(byPlace),
      }));
  });
}

/** The fonts that a PDF names, and whether each is carried inside. */
export async function readFonts(pdf: Uint8Array): Promise<{ name: string; isEmbedded: boolean }[]> {
  return inScratch(async (folder) => {
    await writeFile(join(folder, 'document.pdf'), pdf);
    const { stdout } = await run('pdffonts', [join(folder, 'document.pdf')]);
    const rows = stdout.split('\n').slice(2).filter(Boolean);
    return rows.map((row) => {
      const [name = '', embedded] = [
        row.split(/\s/)[0],
        /\s(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/.exec(row)?.[1],
      ];
      return { name, isEmbedded: embedded === 'yes' };
    });
  });
}

function lineOf(line: string): PrintedLine {
  const words = [...line.matchAll(/<word [^>]*>([^<]*)<\/word>/g)].map(([, word = '']) => word);
  return {
    text: withoutEntities(words.join(' ')),
    left: millimetres(line, 'xMin'),
    right: millimetres(line, 'xMax'),
    top: millimetres(line, 'yMin'),
    bottom: millimetres(line, 'yMax'),
  };
}

const byPlace = (a: PrintedLine, b: PrintedLine) => a.top - b.top || a.left - b.left;

function millimetres(tag: string, name: string): number {
  return Number(new RegExp(`${name}="([\\d.]+)"`).exec(tag)?.[1]) * MM_PER_POINT;
}

const withoutEntities = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

async function inScratch<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'xushi-office-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
