/** Stands for the server in the launcher's tests; XUSHI_STUB says how it behaves. */
import { writeFileSync } from 'node:fs';
import pg from 'pg';

const { XUSHI_STUB: behaviour, XUSHI_STUB_PID: pidFile, DATABASE_URL, PORT } = process.env;
if (pidFile) writeFileSync(pidFile, String(process.pid));
const keepRunning = () => setInterval(() => {}, 1_000);

if (behaviour === 'refuse') {
  process.send({ type: 'refused', text: 'The stub refuses.' });
  process.exit(1);
}
if (behaviour === 'crash') process.exit(7);

const client = new pg.Client({ connectionString: DATABASE_URL });
await client.connect();
await client.query('create table if not exists starts (at timestamptz)');
await client.query('insert into starts values (now())');
const { rows } = await client.query('select count(*)::int as count from starts');

process.on('SIGTERM', async () => {
  if (behaviour === 'stubborn') return;
  await client.query('select 1'); // the database is still there while the server finishes
  await client.end();
  console.log('stub: finished in good order');
  process.exit(0);
});
keepRunning();

process.send({ type: 'progress', text: `start number ${rows[0].count}` });
const accounts = [{ role: '主席 Chair', committee: '甲镇', loginName: 'chair', password: 'secret' }];
process.send({ type: 'ready', address: `http://localhost:${PORT}`, accounts, demo: true, firstRun: true });
