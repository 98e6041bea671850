import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { TimerScheduler } from './engine/index.js';
import type { Clock } from './platform/clock/clock.js';
import { guardAgainstFloods, guardAgainstForgery } from './platform/http/guard-requests.js';
import { requestScope } from './platform/http/request-scope.js';
import { secureHeaders, serveAdmin } from './platform/http/serve-admin.js';
import { UnknownAddress } from './platform/http/unknown-address.js';
import { JobQueue } from './platform/jobs/job-queue.js';
import { nestLog } from './platform/logging/nest-log.js';
import type { MailTransport } from './platform/mail/mail-transport.js';

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly poolSize?: number;
  /** The built admin app; without it only the API is served. */
  readonly adminFolder?: string;
  /** Whether this process answers requests, works on timers, runs jobs, or all of these. */
  readonly roles: readonly ('api' | 'scheduler' | 'worker')[];
  /** The file with the key that seals secrets in the database; made when it is first needed. */
  readonly keyFile?: string;
  /** What mails leave through, where it is not a mail server: simulations. */
  readonly mailTransport?: MailTransport;
}

export interface RunningServer {
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

/** Builds the server on a migrated database; the roles `scheduler` and `worker` start at once. Listening is the caller's. */
export async function bootServer(options: ServerOptions): Promise<RunningServer> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(options), {
    bodyParser: false,
    logger: nestLog,
    abortOnError: false,
  });
  app.set('trust proxy', 'loopback');
  app.disable('x-powered-by');
  app.use(secureHeaders, guardAgainstForgery, guardAgainstFloods, requestScope);
  app.useGlobalFilters(new UnknownAddress());
  const { adminFolder } = options;
  if (adminFolder !== undefined && existsSync(join(adminFolder, 'index.html'))) {
    serveAdmin(app.getHttpAdapter().getInstance(), adminFolder);
  }
  await app.init();
  const scheduler = app.get(TimerScheduler);
  const jobs = app.get(JobQueue);
  if (options.roles.includes('worker')) await jobs.start();
  if (options.roles.includes('scheduler')) await scheduler.start();
  return {
    app,
    close: async () => {
      await scheduler.stop();
      await jobs.stop();
      await app.close();
    },
  };
}
