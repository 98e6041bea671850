import all from './jest.config.js';

/** The domain's tests alone, as `npm run mutate` repeats them; those of one folder where XUSHI_MUTATE names it. */
const domain = all.projects.find(({ displayName }) => displayName === 'domain');
const folder = process.env.XUSHI_MUTATE;

export default {
  ...domain,
  rootDir: import.meta.dirname,
  testSequencer: '<rootDir>/infra/testing/long-tables-last.js',
  ...(folder && { testMatch: [`<rootDir>/packages/domain/src/${folder}/**/*.test.ts`] }),
};
