/** `npm start` */
import path from 'node:path';
import { command, prepare, ROOT, runNode } from './prepare.js';

await command(async () => runNode(await prepare(), [path.join(ROOT, 'infra/launch/main.js')], { tied: true }));
