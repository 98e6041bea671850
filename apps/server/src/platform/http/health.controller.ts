import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Doors } from '../database/doors.js';

const READY_WITHIN_MS = 3_000;

/** For whoever watches the process. Live: it answers. Ready: the database answers too. */
@Controller('health')
export class HealthController {
  constructor(private readonly doors: Doors) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res() response: Response) {
    const timeout = AbortSignal.timeout(READY_WITHIN_MS);
    const late = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(new Error('timeout')));
    });
    try {
      await Promise.race([this.doors.beforeSignIn((tx) => tx.query('select 1')), late]);
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'not-ready', reason: 'database' });
    }
  }
}
