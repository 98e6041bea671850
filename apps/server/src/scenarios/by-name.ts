import { countyScenario } from './county.js';
import { demoCountyScenario } from './demo-county.js';
import type { Scenario } from './scenario.js';
import { smallScenario } from './small.js';
import { streetScenario } from './street.js';
import { townshipInFullScenario } from './township-in-full.js';

export const scenarioNames = ['small', 'township', 'county', 'street', 'demo'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** What can be lived by name: the small one, the plans of the three source documents in full, and all three as the demo. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  small: smallScenario,
  township: townshipInFullScenario,
  county: countyScenario,
  street: streetScenario,
  demo: demoCountyScenario,
};
