import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule as HeartbeatModule } from '@nestjs/schedule';
import { ORPCModule } from '@orpc/nest';
import { AccountModule } from './capabilities/account/index.js';
import { AnnualPlanModule } from './capabilities/annual-plan/index.js';
import { CallSheetModule } from './capabilities/call-sheet/index.js';
import { ChannelModule } from './capabilities/channel/index.js';
import { CommitteeModule } from './capabilities/committee/index.js';
import { LoginModule } from './capabilities/login/index.js';
import { MemberPageModule } from './capabilities/member-page/index.js';
import { ReminderModule } from './capabilities/reminder/index.js';
import { RosterModule } from './capabilities/roster/index.js';
import { RuleProfileModule } from './capabilities/rule-profile/index.js';
import { ScheduleModule } from './capabilities/schedule/index.js';
import { SupervisionModule } from './capabilities/supervision/index.js';
import { TaskModule } from './capabilities/task/index.js';
import { WorkCalendarModule } from './capabilities/work-calendar/index.js';
import { WorkflowModule } from './capabilities/workflow/index.js';
import { YearRecordModule } from './capabilities/year-record/index.js';
import { KEY_FILE } from './data-folder.js';
import { EngineModule } from './engine/index.js';
import type { Clock } from './platform/clock/clock.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { DocumentsModule } from './platform/documents/documents.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { logDefects } from './platform/logging/log-defects.js';
import { MailModule } from './platform/mail/mail.module.js';
import { MailTransport } from './platform/mail/mail-transport.js';
import { SecretsModule } from './platform/secrets/secrets.module.js';
import { schema } from './schema.js';

/** The whole server on one database, living by one clock. */
@Module({})
export class AppModule {
  static on(options: {
    databaseUrl: string;
    clock: Clock;
    poolSize?: number;
    keyFile?: string;
    mailTransport?: MailTransport;
  }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        HeartbeatModule.forRoot(),
        ORPCModule.forRoot({ interceptors: [logDefects] }),
        DatabaseModule.at(options.databaseUrl, schema, options.clock, options.poolSize),
        DocumentsModule,
        JobsModule,
        MailModule.through(options.mailTransport ?? new MailTransport()),
        SecretsModule.in(options.keyFile ?? KEY_FILE),
        EngineModule,
        HttpModule,
        AccountModule,
        WorkCalendarModule,
        RuleProfileModule,
        CommitteeModule,
        ChannelModule,
        WorkflowModule,
        AnnualPlanModule,
        TaskModule,
        ReminderModule,
        MemberPageModule,
        CallSheetModule,
        SupervisionModule,
        RosterModule,
        ScheduleModule,
        LoginModule,
        YearRecordModule,
      ],
    };
  }
}
