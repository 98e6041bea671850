/** `npm start`, after the bootstrap. */
import { fileURLToPath } from 'node:url';
import { launch } from './launch.js';

const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

process.exit(await launch({ serverFile: inRoot('apps/server/dist/main.js'), dataDir: inRoot('.data/database') }));
