/**
 * Only what needs types, and what biome cannot say. Format and plain lint are biome's.
 */
import tseslint from 'typescript-eslint';

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

/** The domain gives the same answer for the same arguments, on every machine and at every moment. */
const pure = {
  'no-restricted-globals': [
    'error',
    { name: 'Date', message: 'Use Temporal; the moment is an argument.' },
    { name: 'crypto', message: 'Chance is an argument.' },
    { name: 'performance', message: 'The moment is an argument.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Temporal', property: 'Now', message: 'The moment is an argument.' },
    { object: 'Math', property: 'random', message: 'Chance is an argument.' },
    ...['Date', 'Temporal', 'Math', 'Intl', 'crypto'].map((property) => ({ object: 'globalThis', property })),
  ],
  'no-restricted-syntax': [
    'error',
    ...[
      [
        'CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString|UpperCase|LowerCase)$/][arguments.length=0]',
        'Name the locale: the machine would choose one.',
      ],
      [
        'CallExpression[callee.property.name="localeCompare"][arguments.length<2]',
        'Name the locale: the machine would choose one.',
      ],
      [
        ':matches(NewExpression, CallExpression)[callee.object.name="Intl"][arguments.length=0]',
        'Name the locale: the machine would choose one.',
      ],
      [
        ':matches(NewExpression, CallExpression)[callee.object.name="Intl"][callee.property.name="DateTimeFormat"]:not(:has(Property[key.name="timeZone"]))',
        'Name the time zone: the machine would choose one.',
      ],
    ].map(([selector, message]) => ({ selector, message })),
  ],
};

export default tseslint.config(
  { ignores: ['**/.stryker/**', '**/dist/**', '**/node_modules/**', '.data/**', '.turbo/**', '**/*.{js,cjs,mjs}'] },
  {
    files: ['apps/server/**/*.ts', 'packages/**/*.ts'],
    ignores: ['**/*.test.ts', '**/test/**'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['apps/server/tsconfig.json', 'packages/*/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: typed,
  },
  {
    files: ['**/*.test.ts', 'apps/server/test/**/*.ts', 'apps/admin/test/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: typed,
  },
  { files: ['packages/domain/src/**/*.ts'], ignores: ['**/*.test.ts'], rules: pure },
);
