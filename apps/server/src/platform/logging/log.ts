import { pino } from 'pino';

/** The server's log: one JSON object a line on stderr; stdout stays free for what a command answers. */
export const log = pino(
  { level: process.env.XUSHI_LOG ?? 'info', base: null, redact: ['password', '*.password', 'cookie', '*.cookie'] },
  pino.destination({ fd: 2, sync: false }),
);
