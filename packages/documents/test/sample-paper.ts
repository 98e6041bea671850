import type { PaperItem, PaperOccurrence, PlanPaper } from '../src/index.js';

/** An item of a sample plan; tests say what differs. */
export function sampleItem(more: Partial<PaperItem> = {}): PaperItem {
  return {
    id: 'item',
    title: '委员集体学习',
    category: 'study',
    when: '每季度至少一次',
    asked: { who: '全体委员', to: 'attend' },
    target: 1,
    leader: '罗清',
    leadOffice: null,
    cooperating: [],
    responsible: '李晓',
    sites: [],
    reportWanted: false,
    waitsFor: null,
    parts: [],
    ...more,
  };
}

/** An occurrence of the sample item: the first quarter, due on its last day. */
export function sampleOccurrence(more: Partial<PaperOccurrence> = {}): PaperOccurrence {
  const dueOn = more.dueOn ?? '2026-03-31';
  return {
    itemId: 'item',
    key: '2026-Q1',
    fromOn: '2026-01-01',
    toOn: '2026-03-31',
    dueOn,
    reason: { rule: 'last-workday-of-window', from: '2026-03-31', provisional: false },
    anchor: null,
    ...more,
  };
}

/** A plan approved by a meeting; tests say what differs. */
export function samplePaper(more: Partial<PlanPaper> = {}): PlanPaper {
  return {
    committee: '青岚县政协',
    year: 2026,
    title: '2026年工作要点',
    standing: 'approved',
    approval: { meeting: '第十二次主席会议', on: '2026-01-04', documentNumber: '青政协〔2026〕3号' },
    items: [sampleItem()],
    occurrences: [],
    people: [],
    calendar: { isProvisional: false, days: [] },
    ...more,
  };
}
