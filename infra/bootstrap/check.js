/** `npm run check` */
import { runChecks } from './checks.js';
import { command, prepare } from './prepare.js';

await command(async () => ((await runChecks(await prepare())).length === 0 ? 0 : 1));
