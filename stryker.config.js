/**
 * `npm run mutate` changes the rules of time and work one small thing at a time and looks whether a test notices.
 * XUSHI_MUTATE names one folder: then only that folder's own tests are asked, which is stricter and many times faster
 * than all of the domain's, and so that constants evaluated once per module are changed, too.
 */
const FOLDERS = ['calendar', 'recurrence', 'reminder', 'workflow'];
const folder = process.env.XUSHI_MUTATE;
if (folder && !FOLDERS.includes(folder)) throw new Error(`XUSHI_MUTATE is one of: ${FOLDERS.join(', ')}`);
const sources = folder ? [folder] : FOLDERS;

export default {
  mutate: [
    ...sources.map((name) => `packages/domain/src/${name}/**/*.ts`),
    '!packages/domain/src/**/*.test.ts',
    '!packages/domain/src/**/*.gen.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.js', enableFindRelatedTests: !folder },
  coverageAnalysis: 'perTest',
  disableTypeChecks: false,
  ignoreStatic: !folder,
  concurrency: 2,
  // Modules evaluated again for every change are never freed: a runner of some hundred changes holds gigabytes and crawls.
  maxTestRunnerReuse: 25,
  // A minute: a machine that is busy with other work must not make a slow test look like a change that was noticed.
  timeoutMS: 60_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `.data/mutation${folder ? `-${folder}` : ''}.json` },
  clearTextReporter: { reportTests: false, skipFull: true },
  tempDirName: `.stryker/${folder ?? 'all'}`,
  ignorePatterns: ['apps', 'infra/database', 'docs', '.turbo', '.data', '.stryker'],
  thresholds: { high: 95, low: 85, break: 85 },
};
