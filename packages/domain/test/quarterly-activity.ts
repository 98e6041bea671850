import type { PlanItem } from '../src/annual-plan/plan-item.js';

/** The plainest item of a plan, one activity of all members in each quarter, with the changes a test is about. */
export const quarterlyActivity = (changes: Partial<PlanItem> = {}): PlanItem => ({
  id: 'activity',
  title: '委员活动',
  category: 'activity',
  workflow: 'activity',
  cadence: { kind: 'each', unit: 'quarter' },
  times: 1,
  target: 1,
  participants: 'members',
  groupId: null,
  responsibleAccountId: null,
  leaderAccountId: null,
  leadOffice: null,
  cooperating: [],
  reportWanted: false,
  sites: [],
  ...changes,
});
