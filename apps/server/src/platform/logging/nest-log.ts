import type { LoggerService } from '@nestjs/common';
import { log } from './log.js';

/** Nest's messages in the server's log. Its chatter about routes and modules is of no use to anybody who runs it. */
export const nestLog: LoggerService = {
  log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: string, context?: string) => log.error({ context, stack }, String(message)),
};
