/**
 * `npm test`: check, then every test. `npm test -- path/to/file …` runs only those tests, without the check.
 * XUSHI_SKIP_BROWSER=1 leaves the browser tests out and says so.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './browser.js';
import { runChecks } from './checks.js';
import { command, prepare, ROOT, runNode } from './prepare.js';

await command(async () => {
  const args = process.argv.slice(2);
  const skipBrowser = process.env.XUSHI_SKIP_BROWSER === '1';
  const node = await prepare();
  const needsBrowser = !skipBrowser && (args.length === 0 || args.some((arg) => arg.includes('browser')));
  const browser = needsBrowser ? ensureBrowser() : '';
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
        ...(browser && { XUSHI_BROWSER: browser }),
      },
    });
    if (skipBrowser) console.log('Browser tests: NOT RUN (XUSHI_SKIP_BROWSER=1)');
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
