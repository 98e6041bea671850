/** Program under test in launch.test.js: the real launcher with the stub server. Argument: the data folder. */
import { fileURLToPath } from 'node:url';
import { launch } from '../launch/launch.js';

const serverFile = fileURLToPath(new URL('./stub-server.js', import.meta.url));
process.exit(await launch({ serverFile, dataDir: process.argv[2] }));
