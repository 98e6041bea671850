import { type DestinationStream, type Logger, pino } from 'pino';

interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly query?: string;
  readonly cause?: unknown;
}

/**
 * What of an error is written down. A failed statement carries its values (password hashes, members' words) and
 * PostgreSQL's detail quotes the row: neither goes into the log.
 */
function describe(error: unknown): object {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { name, message, stack, code, constraint, query, cause } = error as Failure;
  return {
    type: name,
    message,
    stack,
    code,
    constraint,
    query,
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}

/** A log that writes one JSON object a line. */
export function createLog(destination: DestinationStream): Logger {
  return pino(
    {
      level: process.env.XUSHI_LOG ?? 'info',
      base: null,
      redact: ['password', '*.password', 'cookie', '*.cookie'],
      serializers: { err: describe },
    },
    destination,
  );
}

/** The server's log, on stderr; stdout stays free for what a command answers. */
export const log = createLog(pino.destination({ fd: 2, sync: false }));
