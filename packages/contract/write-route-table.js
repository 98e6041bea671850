// Writes dist/route-table.json: method and path of each route and nothing else, so that the browser
// needs neither zod nor the schemas to call the API.
import { writeFileSync } from 'node:fs';
import { minifyContractRouter } from '@orpc/contract';
import { contract } from './dist/index.js';

const table = JSON.stringify(minifyContractRouter(contract), (key, value) =>
  key === 'meta' ? {} : key === 'summary' ? undefined : value,
);
writeFileSync(new URL('./dist/route-table.json', import.meta.url), table);
