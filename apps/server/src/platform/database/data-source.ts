import { DataSource, type DataSourceOptions } from 'typeorm';
import { rows } from '../../rows.js';
import { migrations } from '../../migrations/index.js';
import { pgTypes } from './pg-types.js';

/** Connection settings for TypeORM. Classes are listed, not globbed: globs break parallel test workers. */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: rows,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    poolSize,
    applicationName: 'xushi',
    extra: { types: pgTypes, options: '-c timezone=UTC' },
  };
}

/** Brings a database to this version's schema. Two servers starting at once take turns. */
export async function migrate(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(727272)');
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query('select pg_advisory_unlock(727272)').catch(() => undefined);
    await runner.release();
    await dataSource.destroy();
  }
}
