/** `npm run build` */
import { command, prepare } from './prepare.js';

await command(async () => {
  await prepare();
  return 0;
});
