import { join } from 'node:path';

/** Where `npm start` keeps the data of the built-in PostgreSQL. */
export const DATA_FOLDER = join(import.meta.dirname, '../../../.data/database');

/** The key that seals secrets kept in the database, beside the data and never in it: XUSHI_KEY_FILE names another place. */
export const KEY_FILE = process.env.XUSHI_KEY_FILE ?? join(DATA_FOLDER, '../secret.key');
