/**
 * `npm test`: check, then every test. `npm test -- path/to/file …` runs only those tests, without the check.
 * XUSHI_SKIP_BROWSER=1 and XUSHI_SKIP_OFFICE=1 leave out the tests that need these programs, and that is said.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runChecks } from './checks.js';
import { command, prepare, ROOT, runNode } from './prepare.js';
import { ensurePrograms, programEnvironment, testGroups } from './test-programs.js';

await command(async () => {
  const args = process.argv.slice(2);
  const isSkipped = (name) => process.env[testGroups[name].skip] === '1';
  const isWanted = (name) => args.length === 0 || args.some((arg) => arg.includes(name));
  const node = await prepare();
  ensurePrograms(Object.keys(testGroups).filter((name) => isWanted(name) && !isSkipped(name)));
  const failedChecks = args.length === 0 ? await runChecks(node) : [];

  const scratch = mkdtempSync(path.join(os.tmpdir(), 'xushi-result-'));
  const result = path.join(scratch, 'result.json');
  try {
    const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
    const code = await runNode(node, [jest, '--json', `--outputFile=${result}`, ...args], {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
        ...programEnvironment(),
      },
    });
    for (const name of Object.keys(testGroups).filter(isSkipped)) {
      console.log(`Left out, NOT RUN: ${testGroups[name].english} (${testGroups[name].skip}=1)`);
    }
    for (const name of failedChecks) console.log(`Check FAILED: ${name} (see above)`);
    printTotals(result);
    return failedChecks.length > 0 ? code || 1 : code;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** A test file that could not even be loaded counts as a failure; jest's own count of tests leaves it out. */
function printTotals(file) {
  let totals;
  try {
    totals = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return; // jest did not get as far as a result
  }
  const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
  console.log(
    `${totals.numPassedTests} passed, ${failed} failed, ${totals.numPendingTests + totals.numTodoTests} skipped`,
  );
}
