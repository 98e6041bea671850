import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/**
 * One run, six projects. `npm test` is the way in; to repeat one file: `npm test -- path/to/file`.
 *
 * Tests read our packages from their TypeScript sources, so a change in a package is seen without a build. Only the
 * server project starts PostgreSQL (see infra/testing/global-setup.js): pure tests stay instant.
 */
const typescript = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const leftOut = [
  ...(process.env.XUSHI_SKIP_BROWSER === '1' ? ['\\.browser\\.test\\.'] : []),
  ...(process.env.XUSHI_SKIP_OFFICE === '1' ? ['\\.office\\.test\\.'] : []),
];

const project = (displayName, roots, extra = {}) => ({
  displayName,
  roots: roots.filter((root) => existsSync(new URL(root, import.meta.url))).map((root) => `<rootDir>/${root}`),
  testMatch: ['**/*.test.{ts,tsx,js}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...leftOut],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': typescript(false), '\\.tsx$': typescript(true) },
  resolver: '<rootDir>/infra/testing/resolver.cjs',
  moduleNameMapper: {
    '^@xushi/infra/database$': '<rootDir>/infra/database/index.js',
    '^@xushi/infra/table$': '<rootDir>/infra/launch/table.js',
    '^@xushi/(domain|contract|documents|testkit)$': '<rootDir>/packages/$1/src/index.ts',
  },
  setupFilesAfterEnv: ['<rootDir>/infra/testing/temporal-equality.js'],
  ...extra,
});

export default {
  testTimeout: 30_000,
  // Jest would leave one of two cores idle. More than four workers would crowd the one PostgreSQL they share.
  maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
  // What a test file loaded stays in its worker's memory: a large one is replaced.
  workerIdleMemoryLimit: '1500MB',
  testSequencer: '<rootDir>/infra/testing/long-files-first.js',
  projects: [
    project('domain', ['packages/domain']),
    project('contract', ['packages/contract']),
    project('documents', ['packages/documents']),
    project('admin', ['apps/admin/src']),
    project('infra', ['infra']),
    project('server', ['apps/server', 'apps/admin/test', 'packages/testkit'], {
      globalSetup: '<rootDir>/infra/testing/global-setup.js',
      globalTeardown: '<rootDir>/infra/testing/global-teardown.js',
    }),
  ],
};
