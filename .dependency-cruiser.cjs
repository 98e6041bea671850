/**
 * The arrows of docs/architecture.md. Each rule was seen to fail once on a wrong import.
 * Type-only imports count: a type is knowledge, too.
 */

/**
 * The capabilities from the ground up. One may use those on lines above its own, and those beside it as long as no
 * cycle arises, always through their index.ts. What must happen further down the list is said by effects and
 * registered handlers.
 */
const LEVELS = [
  ['account', 'committee', 'work-calendar', 'rule-profile', 'channel'],
  ['workflow'],
  ['annual-plan', 'proposal', 'study-session', 'inspection', 'opinion-report', 'duty-file', 'year-record'],
  ['task'],
  ['reminder', 'roster', 'member-page'],
  ['supervision', 'call-sheet', 'schedule', 'login'],
  ['report'],
];

const CAPABILITIES = '^apps/server/src/capabilities/';
const ENGINE = '^apps/server/src/engine/';
const PLATFORM = '^apps/server/src/platform/';
const TESTS = '\\.test\\.tsx?$|/test/';

const levelRules = LEVELS.flatMap((level, index) => {
  const within = LEVELS.slice(0, index + 1).flat();
  return level.map((name) => ({
    name: `capability-level-${name}`,
    comment: `${name} may use only: ${within.join(', ')} (see LEVELS in .dependency-cruiser.cjs)`,
    severity: 'error',
    from: { path: `${CAPABILITIES}${name}/`, pathNot: TESTS },
    to: { path: CAPABILITIES, pathNot: `${CAPABILITIES}(${within.join('|')})/` },
  }));
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere, or to a package that is not declared, escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain imports itself and the pure packages listed here.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TESTS },
      to: { pathNot: '^packages/domain/|node_modules/(rrule-temporal|tyme4ts)/' },
    },
    {
      name: 'contract-knows-domain-only',
      severity: 'error',
      from: { path: '^packages/contract/', pathNot: TESTS },
      to: { path: '^(packages|apps|infra)/', pathNot: '^packages/(contract|domain)/' },
    },
    {
      name: 'documents-know-domain-only',
      comment: 'documents turns files into plain data and plain data into files; what they mean is not its business.',
      severity: 'error',
      from: { path: '^packages/documents/', pathNot: TESTS },
      to: { path: '^(packages|apps|infra)/', pathNot: '^packages/(documents|domain)/' },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^(packages|infra)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-are-apart',
      comment: 'admin never imports server, nor server admin; tests may drive both.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/', pathNot: TESTS },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'admin-knows-contract-only',
      comment: 'What a browser needs of domain reaches it as data over the contract.',
      severity: 'error',
      from: { path: '^apps/admin/src/', pathNot: TESTS },
      to: { path: '^(packages|infra)/', pathNot: '^packages/contract/' },
    },
    {
      name: 'testkit-for-tests-only',
      severity: 'error',
      from: { pathNot: `${TESTS}|^packages/testkit/|^apps/server/src/(simulation|bench)/` },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'engine-knows-no-capability',
      severity: 'error',
      from: { path: ENGINE, pathNot: TESTS },
      to: { path: '^apps/server/src/', pathNot: `${ENGINE}|${PLATFORM}` },
    },
    {
      name: 'platform-knows-nothing-above',
      severity: 'error',
      from: { path: PLATFORM, pathNot: TESTS },
      to: { path: '^apps/server/src/', pathNot: PLATFORM },
    },
    {
      name: 'capabilities-stay-below-the-programs',
      comment: 'main, migrate, simulation, bench and migrations use capabilities, never the other way round.',
      severity: 'error',
      from: { path: CAPABILITIES, pathNot: TESTS },
      to: { path: '^apps/server/src/', pathNot: `${CAPABILITIES}|${ENGINE}|${PLATFORM}` },
    },
    {
      name: 'capability-by-its-door',
      comment: "A capability's only door is its index.ts.",
      severity: 'error',
      from: { path: '^apps/server/src/capabilities/([^/]+)/' },
      to: { path: CAPABILITIES, pathNot: `${CAPABILITIES}$1/|${CAPABILITIES}[^/]+/index\\.(ts|js)$` },
    },
    {
      name: 'capability-is-listed',
      comment: 'A new capability gets its place in LEVELS (.dependency-cruiser.cjs) first.',
      severity: 'error',
      from: { path: CAPABILITIES, pathNot: `${CAPABILITIES}(${LEVELS.flat().join('|')})/` },
      to: {},
    },
    ...levelRules,
    {
      name: 'typeorm-in-its-places',
      comment: 'Rows, repositories, queries, platform and migrations.',
      severity: 'error',
      from: {
        path: '^apps/server/src/',
        pathNot: `\\.(row|repository|query)\\.ts$|${PLATFORM}|^apps/server/(src/)?migrations/|${TESTS}`,
      },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm)/' },
    },
    {
      name: 'feature-by-itself',
      comment: 'What two features share belongs in components or lib.',
      severity: 'error',
      from: { path: '^apps/admin/src/features/([^/]+)/' },
      to: { path: '^apps/admin/src/features/', pathNot: '^apps/admin/src/features/$1/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^apps/admin/src/(features|components|lib|messages)/' },
      to: { path: '^apps/admin/src/', pathNot: '^apps/admin/src/(features|components|lib|messages)/' },
    },
    {
      name: 'components-know-no-feature',
      severity: 'error',
      from: { path: '^apps/admin/src/(components|lib|messages)/' },
      to: { path: '^apps/admin/src/(app|features)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(^|/)(\\.data|\\.turbo|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
