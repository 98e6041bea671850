import { join } from 'node:path';

/** Where `npm start` keeps the data of the built-in PostgreSQL. */
export const DATA_FOLDER = join(import.meta.dirname, '../../../.data/database');
