import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js');

export interface Ran {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The line of `--json`. Throws when stdout is anything but one line of JSON. */
  json<Answer>(): Answer;
}

/** The built command line as people call it, in a process of its own. */
export function xushi(words: readonly string[], { env = {}, input = '' }: { env?: object; input?: string } = {}) {
  return new Promise<Ran>((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], {
      env: { ...process.env, NODE_OPTIONS: '', INIT_CWD: undefined, DATABASE_URL: undefined, ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, stdout, stderr, json: () => lineOf(stdout) }));
    child.stdin.end(input);
  });
}

function lineOf<Answer>(stdout: string): Answer {
  if (!/^[^\n]+\n$/.test(stdout)) throw new Error(`stdout is not one line: ${stdout}`);
  return JSON.parse(stdout) as Answer;
}
