import type { MatterStanding } from '../member-page/matter.js';

/** Whether somebody comes to what they were asked to, as far as it is known. */
export const attendances = ['coming', 'leave-asked', 'on-leave', 'not-coming', 'unanswered'] as const;
export type Attendance = (typeof attendances)[number];

/** What an invitation's standing says of coming; null where nobody is expected: called off, or no invitation. */
export function attendanceOf(standing: MatterStanding): Attendance | null {
  return ATTENDANCE[standing];
}

const ATTENDANCE: Readonly<Record<MatterStanding, Attendance | null>> = {
  asked: 'unanswered',
  // A refused leave leaves the question open.
  'leave-refused': 'unanswered',
  paused: 'unanswered',
  'leave-asked': 'leave-asked',
  coming: 'coming',
  'on-leave': 'on-leave',
  'not-coming': 'not-coming',
  // It took place, or its day went by, without an answer.
  'not-needed': 'unanswered',
  'called-off': null,
  received: null,
};
