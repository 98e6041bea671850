import { bootServer } from '../boot.js';
import { ShiftedClock } from '../platform/clock/clock.js';

/**
 * A process with scheduler and worker that lives at another date: DATABASE_URL, and XUSHI_SHIFT_MS to add to the database's clock. The
 * crash test starts it, kills it and starts it again.
 */
const { DATABASE_URL: databaseUrl, XUSHI_SHIFT_MS: shift } = process.env;
if (databaseUrl === undefined || shift === undefined) {
  process.stderr.write('DATABASE_URL and XUSHI_SHIFT_MS are needed.\n');
  process.exit(2);
}
const clock = new ShiftedClock(Temporal.Duration.from({ milliseconds: Number(shift) }));
const server = await bootServer({ databaseUrl, clock, poolSize: 3, roles: ['scheduler', 'worker'] });
process.send?.('ready');
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
