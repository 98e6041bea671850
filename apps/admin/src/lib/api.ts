import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '@xushi/contract';
import { createClient } from './client';

/** The server as the signed-in person reaches it. */
export const client = createClient();

/** The same as options for queries and mutations. */
export const api = createTanstackQueryUtils(client);

type Outputs = InferContractRouterOutputs<Contract>;
type Inputs = InferContractRouterInputs<Contract>;

export type Session = Outputs['account']['session'];
export type Committee = Outputs['committee']['list'][number];
export type Person = Outputs['committee']['people'][number];
export type Role = Committee['myRoles'][number];
export type Level = Committee['level'];
export type NoticeWording = Outputs['noticeWording']['list'][number];
export type TaskContact = Outputs['supervision']['contacts'][number];
export type Task = Outputs['task']['mine'][number];
export type TaskDetail = Outputs['task']['get'];
export type InvitationAnswer = NonNullable<TaskDetail['contributions'][number]['answer']>;
export type Light = NonNullable<Task['light']>;
export type LightMeaning = Light['meaning'];
export type Category = NonNullable<Task['category']>;
export type TaskKind = Task['kind'];
export type DueReason = Task['dueReason'];
export type CaseView = Outputs['workflow']['get'];
export type CaseAction = CaseView['allowedActions'][number];
export type WorkflowGraph = Outputs['workflow']['definition'];
export type PlanSummary = Outputs['annualPlan']['list'][number];
export type Plan = Outputs['annualPlan']['get'];
export type PlanItem = Plan['items'][number];
export type PlanCopy = Outputs['annualPlan']['previewCopy'];
export type PlanCopyRow = PlanCopy['rows'][number];
export type PlanItemInput = Inputs['annualPlan']['saveItem']['item'];
export type Cadence = PlanItem['cadence'];
export type Span = Extract<Cadence, { kind: 'within' }>['spans'][number];
export type Understood = Outputs['annualPlan']['understandCadence'];
export type Reading = NonNullable<Outputs['annualPlan']['readWording']['reading']>;
/** A plan's own document as items to be confirmed, beside its text. */
export type PlanReading = Outputs['annualPlan']['readDocument'];
export type ReadItem = PlanReading['items'][number];
export type LeftOut = PlanReading['leftOut'][number];
export type PlanSource = Inputs['annualPlan']['readDocument']['source'];
export type ItemFault = Outputs['annualPlan']['takeItems']['faults'][number];
export type CadenceWords = PlanItem['cadenceWords'];
export type Occurrence = Plan['occurrences'][number];
export type Rehearsal = Outputs['annualPlan']['rehearse'];
/** A document of a plan that can be downloaded. */
export type PlanDocument = Inputs['planPaper']['document']['document'];
export type PlanPerson = Outputs['planPaper']['people'][number];
/** A page of areas and words, in millimetres. */
export type Drawing = Outputs['planPaper']['wallChart'];
export type CalendarYear = Outputs['workCalendar']['year'];
export type CalendarChange = Outputs['workCalendar']['addClosing'];
export type Anchor = Outputs['anchor']['list'][number];
export type Amendment = Outputs['annualPlan']['previewAmendment'];
/** What became of a plan, and how closing it went. */
export type PlanClosing = Outputs['annualPlan']['closing'];
export type PlanClosingResult = Outputs['annualPlan']['close'];
export type Revision = Outputs['annualPlan']['revisions'][number];
/** A county's key point in a township. */
export type PassedDown = Outputs['annualPlan']['offers'][number];
export type Closing = Outputs['workCalendar']['closings'][number];
/** A date that a change moves or leaves; of several committees, it says whose. */
export type DateMove = Amendment['changes'][number] & { readonly committeeName?: string };
export type NoticeFault = Outputs['workCalendar']['importYear']['faults'][number];
/** A version of the rule profile with what it changed and how many cases keep it. */
export type ListedProfileVersion = Outputs['ruleProfile']['list'][number];
export type RuleProfile = Outputs['ruleProfile']['get']['profile'];
export type Rung = RuleProfile['ladders']['duty'][number];
export type LightBand = RuleProfile['lights']['bands'][number];
export type ProfileJudgement = Outputs['ruleProfile']['judge'];
export type ProfileChange = ProfileJudgement['changes'][number];
export type ProfileFault = ProfileJudgement['faults'][number];
export type RehearsalDifference = Outputs['annualPlan']['keepRehearsal'];
export type Board = Outputs['supervision']['board'];
export type LateTask = Board['late'][number];
export type StandIn = Outputs['standIn']['list'][number];
export type HandOver = Outputs['task']['handOvers'][number];
export type StoodFor = Outputs['task']['stoodFor'][number];
export type Held = Outputs['task']['held'];
export type HandOverPreview = Outputs['task']['previewHandOver'];
export type SupervisionSlip = Outputs['supervision']['slips'][number];
export type SentReminder = Outputs['reminder']['sent']['rows'][number];
/** A message outside the app, as a mail. */
export type OutsideMessage = Outputs['delivery']['list']['rows'][number];
export type OutsideMessageDetail = Outputs['delivery']['get'];
export type MailServerInput = Inputs['channel']['saveMailServer']['server'];
export type StoredMailServer = NonNullable<Outputs['channel']['mailServer']>;
export type MailTrial = Outputs['channel']['tryMailServer'];
export type ChannelSettings = Outputs['channel']['settings'];
export type MyChannels = Outputs['channel']['mine'];
export type ChannelHealth = Outputs['channel']['health'][number];
export type Message = Outputs['reminder']['inbox'][number];
export type Notice = Message['notices'][number];
export type RosterPerson = Outputs['roster']['people']['rows'][number];
export type RosterOffice = RosterPerson['offices'][number];
export type LoginRow = Outputs['login']['list']['rows'][number];
export type LoginSlip = Outputs['login']['reset'];
export type HandlingUnit = Outputs['roster']['units'][number];
export type MemberGroup = Outputs['committee']['groups'][number];
export type RosterInput = Inputs['roster']['preview'];
export type RosterPreview = Outputs['roster']['preview'];
export type RosterFate = RosterPreview['rows'][number];
export type RosterFault = RosterFate['faults'][number];
export type RosterFaultCode = RosterFault['code'];
export type RosterField = NonNullable<RosterFault['field']>;
export type RosterChange = Outputs['roster']['changes'][number];
export type Finding = Outputs['yearRecord']['read']['findings'][number];
export type FigureFinding = Extract<Finding, { kind: 'figure' }>;
export type HeldFinding = Extract<Finding, { kind: 'held' }>;
export type YearRecords = Outputs['yearRecord']['list'];
export type Invited = Outputs['callSheet']['attendance'][number];
export type Attendance = Invited['attendance'];
export type CallSheet = Outputs['callSheet']['read'];
export type CallOutcome = Inputs['callSheet']['recordCall']['outcome'];
export type MemberPage = Outputs['memberPage']['read'];
export type Matter = MemberPage['others'][number];
/** One line of the schedule. */
export type ScheduleEntry = Outputs['schedule']['read']['entries'][number];
/** Everything that moving a run of the plan does. */
export type RunMove = Outputs['schedule']['move'];
export type ScheduleLoad = Outputs['schedule']['load'];
