import { rehearse } from '@xushi/domain';
import type { Command, Outcome } from '../command.js';
import { readJsonFile } from '../read-json-file.js';
import type { PlanFileFault } from './plan-file-fault.js';
import { readPlanFile } from './read-plan-file.js';
import { summarizeRehearsal } from './rehearsal-summary.js';
import { tableOfRehearsal } from './rehearsal-table.js';

/** `plan rehearse FILE`: what a plan would cause in its year, without a database. */
export const rehearsePlanFile: Command = {
  name: 'plan rehearse',
  about: {
    english: 'What a plan in a file would cause in its year: dates with reasons, duties, reminders, load, clashes.',
    chinese: '预演文件中的年度计划：日期及依据、任务、提醒、负担和冲突。',
  },
  operands: [
    {
      name: 'FILE',
      about: {
        english: 'a plan as JSON; docs/operations/plan-file.md says how it is written',
        chinese: 'JSON 格式的计划；写法见 docs/operations/plan-file.md',
      },
    },
  ],
  options: {},
  examples: ['plan rehearse docs/operations/plan-example.json', 'plan rehearse plan.json --json'],
  run: async (given) => {
    const reading = readPlanFile(readJsonFile(given.operand('FILE')));
    if (!reading.ok) return refuse(reading.faults);
    const { plan } = reading;
    const rehearsal = rehearse(plan, plan.roster, plan.publishedAt, plan.rules);
    const summary = summarizeRehearsal(plan, rehearsal);
    return { exit: 0, json: summary, text: tableOfRehearsal(plan, summary) };
  },
};

function refuse(faults: readonly PlanFileFault[]): Outcome {
  const english = `The plan has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was rehearsed.`;
  const chinese = `计划文件有 ${faults.length} 处错误，未预演。`;
  return {
    exit: 1,
    isRefused: true,
    json: { error: { code: 'plan-file-faulty', english, chinese, faults } },
    text: [
      `✗ ${english}`,
      `  ${chinese}`,
      ...faults.flatMap((one) => [`  - ${one.english}`, `    ${one.chinese}`]),
    ].join('\n'),
  };
}
