import { DataSource, type DataSourceOptions, type EntityTarget, type MigrationInterface } from 'typeorm';
import { type JobQueueOptions, prepareJobs } from '../jobs/prepare-jobs.js';
import { pgTypes } from './pg-types.js';

/** The rows, migrations and job queues of the server; platform is told of them and knows none. */
export interface Schema {
  readonly rows: readonly (EntityTarget<object> & (abstract new () => object))[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly queues: readonly JobQueueOptions[];
}

/** Connection settings for TypeORM. Classes are listed, not globbed: globs break parallel test workers. */
export function dataSourceOptions(url: string, schema: Schema, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...schema.rows],
    migrations: [...schema.migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    poolSize,
    applicationName: 'xushi',
    extra: { types: pgTypes, options: '-c timezone=UTC' },
  };
}

/** Brings a database to this version's schema. Two servers starting at once take turns. */
export async function migrate(url: string, schema: Schema): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, schema, 2)).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(727272)');
    await dataSource.runMigrations({ transaction: 'all' });
    await prepareJobs(url, schema.queues);
  } finally {
    await runner.query('select pg_advisory_unlock(727272)').catch(() => undefined);
    await runner.release();
    await dataSource.destroy();
  }
}
