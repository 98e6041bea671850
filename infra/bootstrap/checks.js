import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT, toolEnvironment } from './prepare.js';

const bin = (...parts) => path.join(ROOT, 'node_modules', ...parts);

/** Two lanes of about the same length, for a machine with two cores. */
const LANES = [
  [
    { name: 'types of tests', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.test.json'] },
    { name: 'typed lint', args: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  ],
  [
    {
      name: 'format, lint',
      hint: 'npm run format mends most of it',
      args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '--error-on-warnings', '.'],
    },
    {
      name: 'arrows, cycles',
      args: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--output-type', 'err', 'apps', 'packages', 'infra'],
    },
    {
      name: 'workflow pages',
      hint: 'node packages/domain/write-workflows.js writes them',
      args: [path.join(ROOT, 'packages/domain/write-workflows.js'), '--check'],
    },
    { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-config-hints'] },
  ],
];

/**
 * Runs every check although one failed, prints a line for each, and returns the names of those that failed.
 * That the sources' own types are right was proved by the build before.
 */
export async function runChecks(node) {
  const failed = [];
  console.log('ok      types (by the build)');
  const runLane = async (lane) => {
    for (const check of lane) if (!(await runCheck(node, check))) failed.push(check.name);
  };
  await Promise.all(LANES.map(runLane));
  return failed;
}

function runCheck(node, { name, args, hint }) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(node, args, {
      cwd: ROOT,
      env: { ...toolEnvironment(node), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${seconds} s`);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      if (code !== 0 && hint) console.log(`        (${hint})`);
      resolve(code === 0);
    });
  });
}
