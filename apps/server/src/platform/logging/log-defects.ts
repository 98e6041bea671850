import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/nest';
import { type RefusalReason, refusals } from '@xushi/contract';
import { log } from './log.js';

/**
 * Lets a route answer. Refusals are logged at the level of their reason; anything undeclared is a defect: logged with
 * its stack under a trace id, and the caller learns the id and nothing else.
 */
export async function logDefects<Output>(options: {
  next: () => Promise<Output>;
  path: readonly string[];
}): Promise<Output> {
  try {
    return await options.next();
  } catch (error) {
    if (error instanceof ORPCError) {
      const reason = (error.data as { reason?: RefusalReason } | undefined)?.reason;
      const level = reason !== undefined && reason in refusals ? refusals[reason].log : 'debug';
      log[level]({ code: error.code, reason }, 'refused');
      if (error.code !== 'INTERNAL_SERVER_ERROR') throw error;
    }
    const traceId = randomUUID();
    log.error({ traceId, err: error }, 'defect');
    throw new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Internal server error', data: { traceId } });
  }
}
