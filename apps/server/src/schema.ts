import { PlanRow } from './capabilities/annual-plan/plan.row.js';
import { PlanItemRow } from './capabilities/annual-plan/plan-item.row.js';
import { MAIL_QUEUE } from './capabilities/reminder/outside-channel.js';
import { Chain1764000000001 } from './migrations/0001-chain.js';
import { OfficialYears1764000000002 } from './migrations/0002-official-years.js';
import { EarlierOfficialYears1764000000003 } from './migrations/0003-official-years-2004.js';
import { LadderProgress1764000000004 } from './migrations/0004-ladder-progress.js';
import { PlanSaysMore1764000000005 } from './migrations/0005-plan-says-more.js';
import { DueAgain1764000000006 } from './migrations/0006-due-again.js';
import { OfficialYearsEntered1764000000007 } from './migrations/0007-official-years-entered.js';
import { InvitationAnswer1764000000008 } from './migrations/0008-invitation-answer.js';
import { SignInFailures1764000000009 } from './migrations/0009-sign-in-failures.js';
import { Amendments1764000000010 } from './migrations/0010-amendments.js';
import { PassedDownItems1764000000011 } from './migrations/0011-passed-down-items.js';
import { KeptRehearsals1764000000012 } from './migrations/0012-kept-rehearsals.js';
import { CasesBesideThePlan1764000000013 } from './migrations/0013-cases-beside-the-plan.js';
import { TopCommittee1764000000020 } from './migrations/0020-top-committee.js';
import { ProfileWriters1764000000021 } from './migrations/0021-profile-writers.js';
import { StandIns1764000000022 } from './migrations/0022-stand-ins.js';
import { PastDueRungs1764000000023 } from './migrations/0023-past-due-rungs.js';
import { Roster1764000000024 } from './migrations/0024-roster.js';
import { ChosenDuties1764000000025 } from './migrations/0025-chosen-duties.js';
import { YearRecords1764000000026 } from './migrations/0026-year-records.js';
import { OfficesOfItems1764000000027 } from './migrations/0027-offices-of-items.js';
import { MemberLinks1764000000028 } from './migrations/0028-member-links.js';
import { OfficialYearsTakenBack1764000000029 } from './migrations/0029-official-years-taken-back.js';
import { DemoFinished1764000000030 } from './migrations/0030-demo-finished.js';
import { ChannelsOutside1764000000031 } from './migrations/0031-channels-outside.js';
import { Calls1764000000032 } from './migrations/0032-calls.js';
import { LinksMarkedAndEnded1764000000033 } from './migrations/0033-links-marked-and-ended.js';
import { NoticeWordings1764000000034 } from './migrations/0034-notice-wordings.js';
import { BoardOrder1764000000035 } from './migrations/0035-board-order.js';
import { StrandedMails1764000000036 } from './migrations/0036-stranded-mails.js';
import { Logins1764000000037 } from './migrations/0037-logins.js';
import { PersonNames1764000000038 } from './migrations/0038-person-names.js';
import { SlipOrigin1764000000039 } from './migrations/0039-slip-origin.js';
import type { Schema } from './platform/database/data-source.js';

/** Every TypeORM row, every migration of the server in order, and its job queues. Listed: globs break parallel test workers. */
export const schema: Schema = {
  rows: [PlanRow, PlanItemRow],
  migrations: [
    Chain1764000000001,
    OfficialYears1764000000002,
    EarlierOfficialYears1764000000003,
    LadderProgress1764000000004,
    PlanSaysMore1764000000005,
    DueAgain1764000000006,
    OfficialYearsEntered1764000000007,
    InvitationAnswer1764000000008,
    SignInFailures1764000000009,
    Amendments1764000000010,
    PassedDownItems1764000000011,
    KeptRehearsals1764000000012,
    CasesBesideThePlan1764000000013,
    TopCommittee1764000000020,
    ProfileWriters1764000000021,
    StandIns1764000000022,
    PastDueRungs1764000000023,
    Roster1764000000024,
    ChosenDuties1764000000025,
    YearRecords1764000000026,
    OfficesOfItems1764000000027,
    MemberLinks1764000000028,
    OfficialYearsTakenBack1764000000029,
    DemoFinished1764000000030,
    ChannelsOutside1764000000031,
    Calls1764000000032,
    LinksMarkedAndEnded1764000000033,
    NoticeWordings1764000000034,
    BoardOrder1764000000035,
    StrandedMails1764000000036,
    Logins1764000000037,
    PersonNames1764000000038,
    SlipOrigin1764000000039,
  ],
  queues: [{ name: MAIL_QUEUE }],
};
