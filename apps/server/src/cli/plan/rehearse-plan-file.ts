import { rehearse } from '@xushi/domain';
import type { Arguments, Outcome } from '../command.js';
import { readJsonFile } from '../read-json-file.js';
import { refuse } from '../refuse.js';
import type { PlanFileFault } from './plan-file-fault.js';
import { readPlanFile } from './read-plan-file.js';
import { summarizeRehearsal } from './rehearsal-summary.js';
import { tableOfRehearsal } from './rehearsal-table.js';

/** `plan rehearse FILE`: what a plan would cause in its year, without a database. */
export function rehearsePlanFile(given: Arguments): Outcome {
  const reading = readPlanFile(readJsonFile(given.operand('FILE')));
  if (!reading.ok) return refuseFaulty(reading.faults);
  const { plan } = reading;
  const rehearsal = rehearse(plan, plan.roster, plan.publishedAt, plan.rules);
  const summary = summarizeRehearsal(plan, rehearsal);
  return { exit: 0, json: summary, text: tableOfRehearsal(plan, summary) };
}

function refuseFaulty(faults: readonly PlanFileFault[]): Outcome {
  const english = `The plan has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was rehearsed.`;
  const chinese = `计划文件有 ${faults.length} 处错误，未预演。`;
  const refused = refuse('plan-file-faulty', { english, chinese }, { faults });
  const lines = faults.flatMap((one) => [`  - ${one.english}`, `    ${one.chinese}`]);
  return { ...refused, text: [refused.text, ...lines].join('\n') };
}
