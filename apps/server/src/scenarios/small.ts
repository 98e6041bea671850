import { plainItem, type Scenario, type ScenarioItem } from './scenario.js';
import { townshipScenario } from './township.js';

/** The township with 12 members and a plan of 8 items: what simulations run by the hundred. */
export const smallScenario: Scenario = {
  ...townshipScenario,
  plans: townshipScenario.plans.map((plan) => ({
    ...plan,
    items: (year: number): ScenarioItem[] => [
      ...plan.items(year),
      {
        ...plainItem,
        title: '委员学习座谈',
        category: 'study',
        workflow: 'study-session',
        cadence: { kind: 'each', unit: 'quarter' },
      },
      {
        ...plainItem,
        title: '重点工程民主监督',
        category: 'oversight',
        workflow: 'oversight',
        cadence: { kind: 'within', spans: [{ unit: 'half-year', number: 1 }] },
        reportWanted: true,
        responsible: 'leader',
      },
      {
        ...plainItem,
        title: '反映社情民意信息',
        category: 'opinion',
        workflow: 'solicitation',
        cadence: { kind: 'within', spans: [{ unit: 'year' }] },
        target: 1,
      },
      {
        ...plainItem,
        title: '走访联系企业',
        category: 'enterprise',
        workflow: 'duty',
        cadence: { kind: 'between', from: `${year}-05-11`, to: `${year}-05-20` },
        participants: 'none',
      },
      {
        ...plainItem,
        title: '重阳节走访慰问',
        category: 'welfare',
        workflow: 'activity',
        cadence: { kind: 'between', from: `${year}-10-10`, to: `${year}-10-18` },
        responsible: 'clerk',
      },
    ],
  })),
};
