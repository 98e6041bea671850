import { Client } from 'pg';
import { createEmptyDatabase, createTestDatabase } from './index.js';

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('databases made at the same time are apart, speak UTF-8, and are gone after drop', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, () => createTestDatabase()));
  for (const [index, { url }] of databases.entries()) {
    await query(url, `create table only_here_${index} as select '政协' as word`);
  }
  for (const [index, { url }] of databases.entries()) {
    const tables = await query(url, `select relname from pg_class where relname like 'only\\_here\\_%'`);
    expect(tables).toEqual([{ relname: `only_here_${index}` }]);
    expect(await query(url, `select length(word) as length from only_here_${index}`)).toEqual([{ length: 2 }]);
  }
  const [first] = databases;
  await Promise.all(databases.map((database) => database.drop()));
  await expect(query(first!.url, 'select 1')).rejects.toThrow('does not exist');
});

test('an empty database has no tables', async () => {
  const database = await createEmptyDatabase();
  const tables = await query(database.url, `select tablename from pg_tables where schemaname = 'public'`);
  expect(tables).toEqual([]);
  await database.drop();
});
