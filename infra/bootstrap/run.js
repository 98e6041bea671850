/** `node infra/bootstrap/run.js FILE ARGS…`: prepares in silence, then runs a built file; stdout is the file's alone. */
import { command, prepare, runNode } from './prepare.js';

await command(async () => runNode(await prepare({ quiet: true }), process.argv.slice(2)));
