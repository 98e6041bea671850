import all from './jest.config.js';

/** The domain's tests alone, as `npm run mutate` repeats them for every change it makes to the rules. */
const domain = all.projects.find(({ displayName }) => displayName === 'domain');

export default { ...domain, rootDir: import.meta.dirname };
