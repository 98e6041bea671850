import pg from 'pg';
import { PgBoss } from 'pg-boss';

/** A queue of jobs and how long its work may be silent. */
export interface JobQueueOptions {
  readonly name: string;
}

/** pg-boss takes a job for stranded when its process was silent for this long: the shortest it allows. */
const HEARTBEAT_SECONDS = 10;

/**
 * Brings the schema of the job queue to this version's, with its queues, and lets the application role put jobs in: it
 * neither reads nor takes them. Run where the migrations run, by the owner.
 */
export async function prepareJobs(url: string, queues: readonly JobQueueOptions[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const { name } of queues) {
      const options = {
        notify: true,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        expireInSeconds: 600,
        // Work that failed by itself is queued again by the work; what is left to the queue is trouble with the
        // database, and processes that were killed.
        retryLimit: 1_000,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        retentionSeconds: 30 * 86_400,
        deleteAfterSeconds: 3_600,
      };
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(grants).finally(() => client.end());
}

const grants = `
grant usage on schema pgboss to xushi_app;
grant select on pgboss.queue to xushi_app;
grant insert, select (id, start_after) on pgboss.job_common to xushi_app;`;
