import { officialYears } from '../../calendar/official-years.gen.js';
import { WorkingCalendar } from '../../calendar/working-calendar.js';
import { defaultRuleProfile } from '../../rule-profile/rule-profile.js';
import type { ActionInput, WorkflowActor } from '../case-context.js';
import { type CaseFacts, plainFacts } from '../case-facts.js';
import type { WorkflowEffect } from '../case-tasks.js';
import { type Decision, decide, startCase } from '../decide.js';
import { itemWorkflows, type WorkflowName } from '../workflow-name.js';
import { definitions } from './index.js';

/**
 * What happens to a case, step by step, as the committee's staff would tell it: who does what, where the case then
 * stands, and which duties begin, are done, or fall away. Every step of every definition stands in one of the stories.
 */

const calendar = new WorkingCalendar(officialYears);
const people: Readonly<Record<string, WorkflowActor>> = {
  clerk: { accountId: 'clerk', roles: ['staff'] },
  leader: { accountId: 'leader', roles: ['leader'] },
  'in charge': { accountId: 'in-charge', roles: ['member'] },
  addressee: { accountId: 'addressee', roles: ['member'] },
  system: { accountId: null, roles: ['system'] },
};

/** Due by the end of the first quarter of 2026, everyone in charge named. */
const quarter: CaseFacts = {
  ...plainFacts,
  occurrence: {
    from: '2026-01-01',
    dueOn: '2026-03-31',
    dueReason: { rule: 'last-workday-of-window', from: '2026-03-31', provisional: false },
  },
  target: 2,
  participants: 'members',
  responsibleAccountId: 'in-charge',
  leaderAccountId: 'leader',
};
const addressed: CaseFacts = {
  ...plainFacts,
  leaderAccountId: 'leader',
  addressee: { kind: 'account', accountId: 'addressee' },
  origin: 'urging',
};

/** On a day somebody fires an event with some input; the case then stands in a state, and this is what it does to duties. */
type Step = readonly [
  on: string,
  who: keyof typeof people,
  event: string,
  input: ActionInput,
  state: string,
  effects: readonly string[],
];

interface Story {
  readonly workflow: WorkflowName;
  readonly tells: string;
  readonly facts: CaseFacts;
  readonly on: string;
  readonly start: readonly string[];
  readonly steps: readonly Step[];
}

function inWords(effect: WorkflowEffect): string {
  switch (effect.effect) {
    case 'open-task': {
      const { kind, holder, ladder, opensOn, dueOn, target, byContribution, whenAllDone } = effect;
      const pieces = byContribution ? `, ${target} piece(s)` : '';
      const then = whenAllDone === null ? '' : `, then ${whenAllDone}`;
      return `${kind} of ${'role' in holder ? holder.role : holder.kind} ${opensOn}/${dueOn} on ${ladder}${pieces}${then}`;
    }
    case 'complete-task':
      return `${effect.kind} done on ${effect.doneOn}`;
    case 'cancel-task':
      return `${effect.kind} falls away`;
    case 'move-task':
      return `${effect.kind} moves`;
  }
}

const contextOn = (on: string, actor: WorkflowActor) => ({
  today: Temporal.PlainDate.from(on),
  calendar,
  profile: defaultRuleProfile,
  actor,
});

const invited = (on: string, dueOn: string) =>
  `answer-invitation of each-participant ${on}/${dueOn} on answer, 1 piece(s)`;
const toHold = (kind: string) => `${kind} of responsible 2026-01-01/2026-03-31 on duty`;

const stories: readonly Story[] = [
  {
    workflow: 'annual-plan',
    tells: 'sent back, approved by the leader, published, amended, closed',
    facts: plainFacts,
    on: '2025-12-15',
    start: [],
    steps: [
      [
        '2025-12-22',
        'clerk',
        'submit',
        {},
        'submitted',
        // The five working days after a Monday.
        ['approve-plan of leader 2025-12-22/2025-12-29 on leader'],
      ],
      ['2025-12-23', 'leader', 'send-back', { reason: '缺学习' }, 'draft', ['approve-plan done on 2025-12-23']],
      [
        '2025-12-24',
        'clerk',
        'submit',
        {},
        'submitted',
        // 1 to 3 January 2026 are off, Sunday the 4th is worked.
        ['approve-plan of leader 2025-12-24/2025-12-31 on leader'],
      ],
      [
        '2025-12-31',
        'leader',
        'approve',
        {},
        'approved',
        ['approve-plan done on 2025-12-31', 'publish-plan of staff 2025-12-31/2026-01-06 on duty-short'],
      ],
      ['2026-01-05', 'clerk', 'publish', {}, 'published', ['publish-plan done on 2026-01-05']],
      ['2026-05-06', 'clerk', 'amend', {}, 'amending', []],
      ['2026-05-06', 'clerk', 'discard-amendment', {}, 'published', []],
      ['2026-05-07', 'clerk', 'amend', {}, 'amending', []],
      ['2026-05-08', 'clerk', 'publish-amendment', { reason: '全会改期' }, 'published', []],
      ['2026-12-31', 'clerk', 'close', { note: '全部完成' }, 'closed', []],
    ],
  },
  {
    workflow: 'annual-plan',
    tells: 'submitted, then approved by a meeting some days before staff enter it',
    facts: plainFacts,
    on: '2026-01-05',
    start: [],
    steps: [
      ['2026-01-05', 'clerk', 'submit', {}, 'submitted', ['approve-plan of leader 2026-01-05/2026-01-12 on leader']],
      [
        '2026-01-09',
        'clerk',
        'record-approval',
        { meeting: '主席会议', approvedOn: '2026-01-07', documentNumber: '云政协〔2026〕1号' },
        'approved',
        ['approve-plan done on 2026-01-07', 'publish-plan of staff 2026-01-09/2026-01-14 on duty-short'],
      ],
    ],
  },
  {
    workflow: 'annual-plan',
    tells: 'approved by a meeting without having been submitted',
    facts: plainFacts,
    on: '2026-01-05',
    start: [],
    steps: [
      [
        '2026-01-05',
        'clerk',
        'record-approval',
        { meeting: '工委会议', approvedOn: '2026-01-05' },
        'approved',
        ['publish-plan of staff 2026-01-05/2026-01-08 on duty-short'],
      ],
    ],
  },
  {
    workflow: 'activity',
    tells: 'arranged twice and held; no report wanted',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-activity')],
    steps: [
      [
        '2026-03-12',
        'clerk',
        'arrange',
        { heldOn: '2026-03-23', place: '二楼会议室' },
        'arranged',
        [invited('2026-03-12', '2026-03-20')],
      ],
      [
        '2026-03-13',
        'in charge',
        'arrange',
        { heldOn: '2026-03-25' },
        'arranged',
        ['answer-invitation falls away', invited('2026-03-13', '2026-03-24')],
      ],
      [
        '2026-03-26',
        'clerk',
        'record',
        { doneOn: '2026-03-25', attended: 11 },
        'closed',
        ['hold-activity done on 2026-03-25', 'answer-invitation falls away'],
      ],
    ],
  },
  {
    workflow: 'activity',
    tells: 'held without having been arranged, its report owed 15 working days later and handed in',
    facts: { ...quarter, reportWanted: true },
    on: '2026-01-05',
    start: [toHold('hold-activity')],
    steps: [
      [
        '2026-03-12',
        'in charge',
        'record',
        { doneOn: '2026-03-10' },
        'reporting',
        ['hold-activity done on 2026-03-10', 'write-report of responsible 2026-03-12/2026-03-31 on duty-short'],
      ],
      [
        '2026-03-27',
        'clerk',
        'hand-in-report',
        { doneOn: '2026-03-26', title: '调研报告' },
        'closed',
        ['write-report done on 2026-03-26'],
      ],
    ],
  },
  {
    workflow: 'activity',
    tells: 'arranged at a day’s notice: an answer is asked for today, not before it was asked; then called off',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-activity')],
    steps: [
      ['2026-03-12', 'clerk', 'arrange', { heldOn: '2026-03-12' }, 'arranged', [invited('2026-03-12', '2026-03-12')]],
      [
        '2026-03-12',
        'leader',
        'drop',
        { reason: '防汛' },
        'dropped',
        ['hold-activity falls away', 'answer-invitation falls away'],
      ],
    ],
  },
  {
    workflow: 'study-session',
    tells: 'held, its minutes wanted and handed in',
    facts: { ...quarter, reportWanted: true },
    on: '2026-01-05',
    start: [toHold('hold-study-session')],
    steps: [
      [
        '2026-03-02',
        'clerk',
        'arrange',
        { heldOn: '2026-03-10', topic: '政协章程' },
        'arranged',
        [invited('2026-03-02', '2026-03-09')],
      ],
      [
        '2026-03-10',
        'clerk',
        'record',
        { doneOn: '2026-03-10', topic: '政协章程', attended: 10 },
        'minutes-owed',
        [
          'hold-study-session done on 2026-03-10',
          'answer-invitation falls away',
          'write-minutes of responsible 2026-03-10/2026-03-31 on duty-short',
        ],
      ],
      [
        '2026-03-12',
        'clerk',
        'hand-in-minutes',
        { doneOn: '2026-03-12' },
        'closed',
        ['write-minutes done on 2026-03-12'],
      ],
    ],
  },
  {
    workflow: 'study-session',
    tells: 'held, nothing owed afterwards',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-study-session')],
    steps: [
      [
        '2026-03-10',
        'clerk',
        'record',
        { doneOn: '2026-03-10', topic: '政协章程' },
        'closed',
        ['hold-study-session done on 2026-03-10'],
      ],
    ],
  },
  {
    workflow: 'inspection',
    tells: 'reported on whether or not the plan says so, its suggestions adopted',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-inspection')],
    steps: [
      [
        '2026-03-02',
        'clerk',
        'arrange',
        { heldOn: '2026-03-10', sites: '东部新城', team: '第二组' },
        'arranged',
        [invited('2026-03-02', '2026-03-09')],
      ],
      [
        '2026-03-11',
        'clerk',
        'record',
        { doneOn: '2026-03-10', sites: '东部新城' },
        'reporting',
        [
          'hold-inspection done on 2026-03-10',
          'answer-invitation falls away',
          'write-report of responsible 2026-03-11/2026-03-31 on duty-short',
        ],
      ],
      [
        '2026-03-25',
        'in charge',
        'hand-in-report',
        { doneOn: '2026-03-25', title: '视察报告' },
        'reported',
        ['write-report done on 2026-03-25'],
      ],
      [
        '2026-03-27',
        'clerk',
        'send-suggestions',
        { doneOn: '2026-03-27', departments: '住建局', suggestions: 5 },
        'suggested',
        // 40 working days later: 2 in March, 21 in April, and the 17th of May, which begins on the 6th and works Saturday the 9th.
        ['record-adoption of responsible 2026-03-27/2026-05-27 on duty-short'],
      ],
      [
        '2026-05-20',
        'clerk',
        'record-adoption',
        { doneOn: '2026-05-19', adopted: 3 },
        'closed',
        ['record-adoption done on 2026-05-19'],
      ],
    ],
  },
  {
    workflow: 'inspection',
    tells: 'closed with its report',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-inspection')],
    steps: [
      [
        '2026-03-11',
        'clerk',
        'record',
        { doneOn: '2026-03-10' },
        'reporting',
        ['hold-inspection done on 2026-03-10', 'write-report of responsible 2026-03-11/2026-03-31 on duty-short'],
      ],
      [
        '2026-03-25',
        'clerk',
        'hand-in-report',
        { doneOn: '2026-03-25', title: '视察报告' },
        'reported',
        ['write-report done on 2026-03-25'],
      ],
      ['2026-03-26', 'in charge', 'close', {}, 'closed', []],
    ],
  },
  {
    workflow: 'inspection',
    tells: 'suggestions of which nothing came',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-inspection')],
    steps: [
      [
        '2026-03-11',
        'clerk',
        'record',
        { doneOn: '2026-03-10' },
        'reporting',
        ['hold-inspection done on 2026-03-10', 'write-report of responsible 2026-03-11/2026-03-31 on duty-short'],
      ],
      [
        '2026-03-25',
        'clerk',
        'hand-in-report',
        { doneOn: '2026-03-25', title: '视察报告' },
        'reported',
        ['write-report done on 2026-03-25'],
      ],
      [
        '2026-03-27',
        'in charge',
        'send-suggestions',
        { doneOn: '2026-03-27', departments: '住建局' },
        'suggested',
        ['record-adoption of responsible 2026-03-27/2026-05-27 on duty-short'],
      ],
      ['2026-06-01', 'clerk', 'close', { reason: '机构撤并' }, 'closed', ['record-adoption falls away']],
    ],
  },
  {
    workflow: 'consultation',
    tells: 'opinions sent, reply recorded',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-consultation')],
    steps: [
      [
        '2026-03-02',
        'clerk',
        'arrange',
        { heldOn: '2026-03-10', topic: '老旧小区' },
        'arranged',
        [invited('2026-03-02', '2026-03-09')],
      ],
      [
        '2026-03-10',
        'clerk',
        'record',
        { doneOn: '2026-03-10', topic: '老旧小区' },
        'opinions-owed',
        [
          'hold-consultation done on 2026-03-10',
          'answer-invitation falls away',
          'send-opinions of responsible 2026-03-10/2026-03-31 on duty-short',
        ],
      ],
      [
        '2026-03-27',
        'clerk',
        'send-opinions',
        { doneOn: '2026-03-27', departments: '县政府办', opinions: 4 },
        'reply-awaited',
        ['send-opinions done on 2026-03-27', 'obtain-reply of responsible 2026-03-27/2026-05-27 on duty'],
      ],
      ['2026-05-20', 'clerk', 'record-reply', { doneOn: '2026-05-18' }, 'closed', ['obtain-reply done on 2026-05-18']],
    ],
  },
  {
    workflow: 'consultation',
    tells: 'no opinions to send',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-consultation')],
    steps: [
      [
        '2026-03-10',
        'clerk',
        'record',
        { doneOn: '2026-03-10', topic: '老旧小区' },
        'opinions-owed',
        ['hold-consultation done on 2026-03-10', 'send-opinions of responsible 2026-03-10/2026-03-31 on duty-short'],
      ],
      ['2026-03-12', 'clerk', 'close', { reason: '已当场答复' }, 'closed', ['send-opinions falls away']],
    ],
  },
  {
    workflow: 'consultation',
    tells: 'a reply that never comes',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('hold-consultation')],
    steps: [
      [
        '2026-03-10',
        'clerk',
        'record',
        { doneOn: '2026-03-10', topic: '老旧小区' },
        'opinions-owed',
        ['hold-consultation done on 2026-03-10', 'send-opinions of responsible 2026-03-10/2026-03-31 on duty-short'],
      ],
      [
        '2026-03-27',
        'clerk',
        'send-opinions',
        { doneOn: '2026-03-27', departments: '县政府办' },
        'reply-awaited',
        ['send-opinions done on 2026-03-27', 'obtain-reply of responsible 2026-03-27/2026-05-27 on duty'],
      ],
      ['2026-08-03', 'in charge', 'close', { reason: '职能调整' }, 'closed', ['obtain-reply falls away']],
    ],
  },
  {
    workflow: 'oversight',
    tells: 'issues rectified late, looked back at, not rectified after all, then settled',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('carry-out-oversight')],
    steps: [
      ['2026-03-02', 'clerk', 'arrange', { heldOn: '2026-03-10' }, 'arranged', [invited('2026-03-02', '2026-03-09')]],
      [
        '2026-03-10',
        'clerk',
        'record-issues',
        { doneOn: '2026-03-10', issues: 2, rectifyBy: '2026-04-30' },
        'rectifying',
        [
          'carry-out-oversight done on 2026-03-10',
          'answer-invitation falls away',
          'obtain-rectification of responsible 2026-03-10/2026-04-30 on duty',
        ],
      ],
      [
        '2026-04-28',
        'leader',
        'extend',
        { rectifyBy: '2026-05-15', reason: '汛期停工' },
        'rectifying',
        ['obtain-rectification falls away', 'obtain-rectification of responsible 2026-04-28/2026-05-15 on duty'],
      ],
      [
        '2026-05-14',
        'clerk',
        'record-rectification',
        { doneOn: '2026-05-13' },
        'rectified',
        ['obtain-rectification done on 2026-05-13', 'look-back of responsible 2026-05-14/2026-06-10 on duty-short'],
      ],
      [
        '2026-06-08',
        'clerk',
        'find-unrectified',
        { doneOn: '2026-06-08', rectifyBy: '2026-07-31' },
        'rectifying',
        ['look-back done on 2026-06-08', 'obtain-rectification of responsible 2026-06-08/2026-07-31 on duty'],
      ],
      [
        '2026-07-31',
        'in charge',
        'record-rectification',
        { doneOn: '2026-07-31' },
        'rectified',
        ['obtain-rectification done on 2026-07-31', 'look-back of responsible 2026-07-31/2026-08-28 on duty-short'],
      ],
      ['2026-08-20', 'clerk', 'look-back', { doneOn: '2026-08-20' }, 'closed', ['look-back done on 2026-08-20']],
    ],
  },
  {
    workflow: 'oversight',
    tells: 'nothing found',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('carry-out-oversight')],
    steps: [
      ['2026-03-10', 'clerk', 'record', { doneOn: '2026-03-10' }, 'closed', ['carry-out-oversight done on 2026-03-10']],
    ],
  },
  {
    workflow: 'oversight',
    tells: 'called off while it is rectified',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('carry-out-oversight')],
    steps: [
      [
        '2026-03-10',
        'clerk',
        'record-issues',
        { doneOn: '2026-03-10', issues: 1, rectifyBy: '2026-04-30' },
        'rectifying',
        ['carry-out-oversight done on 2026-03-10', 'obtain-rectification of responsible 2026-03-10/2026-04-30 on duty'],
      ],
      ['2026-04-01', 'leader', 'drop', { reason: '已拆除' }, 'dropped', ['obtain-rectification falls away']],
    ],
  },
  {
    workflow: 'oversight',
    tells: 'called off before the look-back',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('carry-out-oversight')],
    steps: [
      [
        '2026-03-10',
        'clerk',
        'record-issues',
        { doneOn: '2026-03-10', issues: 1, rectifyBy: '2026-04-30' },
        'rectifying',
        ['carry-out-oversight done on 2026-03-10', 'obtain-rectification of responsible 2026-03-10/2026-04-30 on duty'],
      ],
      [
        '2026-04-13',
        'clerk',
        'record-rectification',
        { doneOn: '2026-04-13' },
        'rectified',
        ['obtain-rectification done on 2026-04-13', 'look-back of responsible 2026-04-13/2026-05-13 on duty-short'],
      ],
      ['2026-04-14', 'leader', 'drop', { reason: '并入县级督查' }, 'dropped', ['look-back falls away']],
    ],
  },
  {
    workflow: 'solicitation',
    tells: 'all handed in: it closes itself',
    facts: quarter,
    on: '2026-01-05',
    start: ['contribute of each-participant 2026-01-01/2026-03-31 on member, 2 piece(s), then complete'],
    steps: [['2026-03-10', 'system', 'complete', {}, 'closed', ['contribute falls away']]],
  },
  {
    workflow: 'solicitation',
    tells: 'closed by staff with pieces missing',
    facts: quarter,
    on: '2026-01-05',
    start: ['contribute of each-participant 2026-01-01/2026-03-31 on member, 2 piece(s), then complete'],
    steps: [['2026-04-10', 'clerk', 'close', { note: '两人病休' }, 'closed', ['contribute falls away']]],
  },
  {
    workflow: 'solicitation',
    tells: 'called off by the leader',
    facts: quarter,
    on: '2026-01-05',
    start: ['contribute of each-participant 2026-01-01/2026-03-31 on member, 2 piece(s), then complete'],
    steps: [['2026-02-10', 'leader', 'drop', { reason: '改由界别提交' }, 'dropped', ['contribute falls away']]],
  },
  {
    workflow: 'duty',
    tells: 'a long one, done by the person in charge',
    facts: quarter,
    on: '2026-01-05',
    start: [toHold('do-duty')],
    steps: [['2026-03-10', 'in charge', 'finish', { doneOn: '2026-03-09' }, 'closed', ['do-duty done on 2026-03-09']]],
  },
  {
    workflow: 'duty',
    tells: 'ten working days are still a short one; called off',
    facts: { ...quarter, occurrence: { ...quarter.occurrence!, from: '2026-03-02', dueOn: '2026-03-16' } },
    on: '2026-03-02',
    start: ['do-duty of responsible 2026-03-02/2026-03-16 on duty-short'],
    steps: [['2026-03-03', 'leader', 'drop', { reason: '上级已办' }, 'dropped', ['do-duty falls away']]],
  },
  {
    workflow: 'duty',
    tells: 'eleven working days are a long one; entered beside the plan, it may have been done before it was entered',
    facts: {
      ...quarter,
      occurrence: { ...quarter.occurrence!, from: '2026-03-02', dueOn: '2026-03-17' },
      origin: 'unplanned',
    },
    on: '2026-03-02',
    start: ['do-duty of responsible 2026-03-02/2026-03-17 on duty'],
    steps: [['2026-03-02', 'clerk', 'finish', { doneOn: '2026-02-28' }, 'closed', ['do-duty done on 2026-02-28']]],
  },
  {
    workflow: 'supervision-slip',
    tells: 'acknowledged, answered, demanded again, answered by the clerk for the addressee, closed',
    facts: addressed,
    on: '2026-04-07',
    start: ['answer-slip of addressee 2026-04-07/2026-04-14 on duty-short'],
    steps: [
      ['2026-04-08', 'addressee', 'acknowledge', {}, 'acknowledged', []],
      [
        '2026-04-10',
        'addressee',
        'reply',
        { reply: '正在办' },
        'replied',
        ['answer-slip done on 2026-04-10', 'judge-slip-reply of leader-in-charge 2026-04-10/2026-04-17 on leader'],
      ],
      [
        '2026-04-13',
        'leader',
        'demand-again',
        { reason: '没有时间表' },
        'issued',
        ['judge-slip-reply done on 2026-04-13', 'answer-slip of addressee 2026-04-13/2026-04-20 on duty-short'],
      ],
      [
        '2026-04-15',
        'clerk',
        'reply',
        { reply: '月底前办结' },
        'replied',
        ['answer-slip done on 2026-04-15', 'judge-slip-reply of leader-in-charge 2026-04-15/2026-04-22 on leader'],
      ],
      ['2026-04-16', 'leader', 'close', {}, 'closed', ['judge-slip-reply done on 2026-04-16']],
    ],
  },
  {
    workflow: 'supervision-slip',
    tells: 'rescinded before it was acknowledged',
    facts: addressed,
    on: '2026-04-07',
    start: ['answer-slip of addressee 2026-04-07/2026-04-14 on duty-short'],
    steps: [['2026-04-08', 'leader', 'rescind', { reason: '已办结' }, 'rescinded', ['answer-slip falls away']]],
  },
  {
    workflow: 'supervision-slip',
    tells: 'rescinded after it was acknowledged',
    facts: addressed,
    on: '2026-04-07',
    start: ['answer-slip of addressee 2026-04-07/2026-04-14 on duty-short'],
    steps: [
      ['2026-04-08', 'clerk', 'acknowledge', {}, 'acknowledged', []],
      ['2026-04-09', 'leader', 'rescind', { reason: '已办结' }, 'rescinded', ['answer-slip falls away']],
    ],
  },
  {
    workflow: 'urging',
    tells: 'urged again before an answer, then answered',
    facts: addressed,
    on: '2026-04-07',
    start: ['answer-urging of addressee 2026-04-07/2026-04-10 on answer'],
    steps: [
      [
        '2026-04-09',
        'leader',
        'urge-again',
        { text: '请抓紧' },
        'urged',
        ['answer-urging falls away', 'answer-urging of addressee 2026-04-09/2026-04-14 on answer'],
      ],
      ['2026-04-10', 'addressee', 'answer', { reply: '下周一完成' }, 'answered', ['answer-urging done on 2026-04-10']],
    ],
  },
  {
    workflow: 'urging',
    tells: 'settled because the duty ended',
    facts: addressed,
    on: '2026-04-07',
    start: ['answer-urging of addressee 2026-04-07/2026-04-10 on answer'],
    steps: [['2026-04-09', 'system', 'settle', {}, 'settled', ['answer-urging falls away']]],
  },
  ...(
    [
      ['clerk', 'approve', {}, 'approved', 'done on 2026-04-08'],
      ['leader', 'refuse', { reason: '名额已定' }, 'refused', 'done on 2026-04-08'],
      ['addressee', 'cancel', {}, 'cancelled', 'falls away'],
      ['system', 'lapse', {}, 'lapsed', 'falls away'],
    ] as const
  ).map(
    ([who, event, input, state, becomes]): Story => ({
      workflow: 'leave',
      tells: state,
      facts: addressed,
      on: '2026-04-07',
      start: ['decide-leave of leader-in-charge 2026-04-07/2026-04-09 on leader'],
      steps: [['2026-04-08', who, event, input, state, [`decide-leave ${becomes}`]]],
    }),
  ),
  ...(
    [
      ['clerk', 'carry-out', {}, 'carried-out', 'done on 2026-04-08'],
      ['leader', 'abandon', { reason: '不调动了' }, 'abandoned', 'falls away'],
    ] as const
  ).map(
    ([who, event, input, state, becomes]): Story => ({
      workflow: 'hand-over',
      tells: state,
      facts: plainFacts,
      on: '2026-04-07',
      start: ['carry-out-hand-over of staff 2026-04-07/2026-04-10 on duty-short'],
      steps: [['2026-04-08', who, event, input, state, [`carry-out-hand-over ${becomes}`]]],
    }),
  ),
  ...(
    [
      ['clerk', 'accept', {}, 'accepted', 'done on 2026-04-08'],
      ['clerk', 'adapt', { differences: '只查两个村' }, 'adapted', 'done on 2026-04-08'],
      ['clerk', 'decline', { reason: '没有这项工作' }, 'declined', 'done on 2026-04-08'],
      ['system', 'withdraw', {}, 'withdrawn', 'falls away'],
    ] as const
  ).map(
    ([who, event, input, state, becomes]): Story => ({
      workflow: 'passed-down-item',
      tells: state,
      facts: plainFacts,
      on: '2026-04-07',
      start: ['answer-passed-down of staff 2026-04-07/2026-04-21 on duty-short'],
      steps: [['2026-04-08', who, event, input, state, [`answer-passed-down ${becomes}`]]],
    }),
  ),
];

describe.each(stories)('$workflow: $tells', ({ workflow, facts, on, start, steps }) => {
  const definition = definitions[workflow];

  it('begins', () => {
    const begun = startCase(definition, facts, contextOn(on, people.clerk!));
    expect(begun).toMatchObject({ ok: true, event: 'start', from: null, to: definition.initial, isFinal: false });
    expect(begun.effects.map(inWords)).toEqual(start);
  });

  it.each(steps.map((step, index) => [...step, steps[index - 1]?.[4] ?? definition.initial] as const))(
    'on %s %s: %s %j: %s',
    (day, who, event, input, to, effects, from) => {
      const decided = decide(definition, { state: from, facts }, { event, input }, contextOn(day, people[who]!));
      expect(decided).toMatchObject({ ok: true, event, from, to, isFinal: definition.states[to]?.final === true });
      expect((decided as Decision).effects.map(inWords)).toEqual(effects);
    },
  );
});

it('every step of every definition is told, but for the withdrawal that all items share', () => {
  const told = stories.flatMap(({ workflow, steps }) =>
    steps.map((step, index) => {
      const from = steps[index - 1]?.[4] ?? definitions[workflow].initial;
      return `${workflow}: ${from} ${step[2]} ${step[4]}`;
    }),
  );
  // Holding, dropping and recording out of `planned` and out of `arranged` is one and the same list of transitions.
  const sameAs = (line: string) => line.replace(/: (planned|arranged) /, ': until-held ');
  const isSharedDrop = (from: string, event: string) => event === 'drop' && /^(planned|arranged)$/.test(from);
  const known = new Set(told.map(sameAs));
  const untold = Object.values(definitions).flatMap(({ name, states }) =>
    Object.entries(states).flatMap(([from, { on }]) =>
      Object.entries(on ?? {}).flatMap(([event, transitions]) =>
        transitions
          .map(({ to }) => `${name}: ${from} ${event} ${to}`)
          .filter((line) => event !== 'withdraw' && !isSharedDrop(from, event) && !known.has(sameAs(line))),
      ),
    ),
  );
  expect(untold).toEqual([]);
});

describe('an amendment of the plan takes any item out of any state, and its duty falls away', () => {
  const places = itemWorkflows.flatMap((name) =>
    Object.keys(definitions[name].states)
      .filter((state) => definitions[name].states[state]?.final !== true)
      .map((state) => [name, state] as const),
  );
  it.each(places)('%s, %s', (name, state) => {
    const command = { event: 'withdraw', input: { reason: '计划调整' } };
    const decided = decide(
      definitions[name],
      { state, facts: quarter },
      command,
      contextOn('2026-03-12', people.system!),
    );
    const open = Object.values(definitions[name].states)
      .flatMap(({ opens }) => opens ?? [])
      .filter(({ openIn }) => openIn.includes(state))
      .map(({ kind }) => ({ effect: 'cancel-task', kind }));
    expect(decided).toEqual({
      ok: true,
      event: 'withdraw',
      from: state,
      to: 'withdrawn',
      isFinal: true,
      effects: open,
    });
  });
});
