import { once } from 'node:events';
import { createServer } from 'node:net';
import { Refusal } from '../database/refusal.js';

/** @param text the variable PORT, or undefined */
export function readPort(text) {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(
    'port-invalid',
    `PORT=${text} is not a port; give a number from 1 to 65535.`,
    `PORT=${text} 不是有效端口，请填写 1 到 65535 之间的数字。`,
  );
}

/** Asked before the database starts, so that the answer comes at once; the server itself takes the port later. */
export async function refuseTakenPort(port, host) {
  const server = createServer();
  server.listen({ port, ...(host && { host }) });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw explain(error, port);
  }
  server.close();
  await once(server, 'close');
}

function explain(error, port) {
  if (error.code === 'EADDRINUSE') {
    const other = port === 65_535 ? 3000 : port + 1;
    return new Refusal(
      'port-in-use',
      `Port ${port} is in use by another program; stop that program, or choose another port: PORT=${other} npm start.`,
      `端口 ${port} 已被其他程序占用；请先停止该程序，或换一个端口：PORT=${other} npm start。`,
    );
  }
  if (error.code === 'EACCES') {
    return new Refusal(
      'port-forbidden',
      `Port ${port} needs more rights than this user has; choose one above 1023: PORT=3000 npm start.`,
      `当前用户无权使用端口 ${port}；请选用 1023 以上的端口：PORT=3000 npm start。`,
    );
  }
  return error;
}
