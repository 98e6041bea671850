import { Writable } from 'node:stream';
import { createLog } from '../src/platform/logging/log.js';

test('a failed statement is logged without its values and without the row it quotes', () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const failure = Object.assign(new Error('duplicate key value violates unique constraint'), {
    query: 'select set_password($1, $2, $3)',
    parameters: ['$argon2id$secret'],
    constraint: 'credential_pkey',
    detail: 'Failing row contains ($argon2id$secret).',
    driverError: { detail: 'Failing row contains ($argon2id$secret).' },
    cause: Object.assign(new Error('below'), { parameters: ['$argon2id$secret'] }),
  });
  createLog(sink).error({ err: failure, traceId: 'x' }, 'defect');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('secret');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: { message: failure.message, query: failure.query, constraint: 'credential_pkey', cause: { message: 'below' } },
  });
});
