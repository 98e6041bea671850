import { migrate } from './platform/database/data-source.js';
import { schema } from './schema.js';

const url = process.env.DATABASE_URL;
if (url === undefined) {
  process.stderr.write('DATABASE_URL is not set: name the database to migrate.\n');
  process.exit(1);
}
await migrate(url, schema);
