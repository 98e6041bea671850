import type { Translated } from '../messages';
import type { settings as chinese } from '../zh-CN/settings';

export const settings: Translated<typeof chinese> = {
  title: 'Settings',
  lead: 'The calendar and the rules of this committee. Everything has a default and works unchanged.',
  places: {
    calendar: {
      name: 'Working calendar',
      text: 'Holidays and worked weekends, days on which this committee is closed, the sessions and meetings of the year.',
    },
    rules: {
      name: 'Reminders and lengths',
      text: 'Who is reminded when, what the lights mean, how long each step may take. Every change is a new version; what is under way keeps its own.',
    },
  },
  rules: {
    title: 'Reminders and lengths',
    lead: 'The defaults work as they are.',
    ladders: 'Ladders',
    laddersText: 'A step is taken only while the duty is not done; on a day off it moves to the working day before.',
    names: {
      duty: 'Duties',
      'duty-short': 'Short duties',
      member: 'Members',
      answer: 'Answers to invitations',
      leader: 'Leaders',
    },
    recipients: { holder: 'whoever owes it', 'record-keeper': 'staff', leader: 'leader' },
    reminding:
      'At {{at}} on working days; quiet from {{from}} to {{until}}; at most {{cap}} messages a person and year; {{ask}} working days before a leader hears, staff are asked whether it was done but not recorded.',
    lights: 'Lights',
    fromOpening: 'from the opening',
    begins: {
      'before-due': 'from {{count}} working days before the date',
      'after-due': 'from {{count}} working days past the date',
    },
    beginsAt: { 'before-due': 'from the date itself', 'after-due': 'from the day after the date' },
    lengthsTitle: 'Lengths',
    changeLengths: 'Change lengths',
    workdays: '{{count}} working days',
    workdaysUnit: 'working days',
    lengths: {
      approveWithinWorkdays: 'Approve a plan',
      publishWithinWorkdays: 'Publish an approved plan',
      answerBeforeEventWorkdays: 'Answer before an event',
      reportWithinWorkdays: 'Report after an event',
      replyWithinWorkdays: 'Reply of a department',
      lookBackWithinWorkdays: 'Look back after a rectification',
      answerSlipWithinWorkdays: 'Answer a supervision slip',
      answerUrgingWithinWorkdays: 'Answer an urging',
      decideLeaveWithinWorkdays: 'Decide on leave',
      handOverWithinWorkdays: 'Carry out a hand-over',
      answerPassedDownWithinWorkdays: 'Answer a key point passed down',
    },
    versions: 'Versions',
    versionsText: 'A version once written stays as it is. What begins follows the version in force that day.',
    version: 'Version',
    versionNo: 'Version {{number}}',
    inForce: 'in force',
    validFrom: 'Valid from',
    writtenBy: 'Written by',
    withCommittee: 'the defaults it began with',
    see: 'See',
    write: 'Write a new version',
    writeText: 'What begins from that date on follows the new lengths; what has begun stays as it is.',
    written: 'Version {{number}} is written, valid from {{date}}.',
  },
};
