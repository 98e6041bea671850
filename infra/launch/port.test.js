import { createServer } from 'node:net';
import { readPort, refuseTakenPort } from './port.js';

test.each([
  [undefined, 3000],
  ['', 3000],
  ['8080', 8080],
  ['65535', 65535],
])('PORT=%s means %i', (text, port) => {
  expect(readPort(text)).toBe(port);
});

test.each(['0', '65536', '-1', '80a', '3000.5', 'http'])('PORT=%s is refused', (text) => {
  expect(() => readPort(text)).toThrow(expect.objectContaining({ code: 'port-invalid' }));
});

test.each([['127.0.0.1'], ['0.0.0.0'], [undefined]])(
  'a port taken on %s is refused, and free again afterwards',
  async (host) => {
    const other = createServer();
    await new Promise((resolve) => other.listen({ port: 0, ...(host && { host }) }, resolve));
    const { port } = other.address();
    await expect(refuseTakenPort(port)).rejects.toMatchObject({ code: 'port-in-use' });
    await new Promise((resolve) => other.close(resolve));
    await refuseTakenPort(port);
  },
);
