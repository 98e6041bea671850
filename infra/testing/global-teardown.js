import { rmSync } from 'node:fs';
import { removeEmbedded } from '../database/index.js';

/** Runs after failed tests, too. */
export default async function globalTeardown() {
  const database = globalThis.xushiTestDatabase;
  if (!database) return;
  await database.stop();
  await removeEmbedded(database);
  rmSync(database.scratch, { recursive: true, force: true });
}
