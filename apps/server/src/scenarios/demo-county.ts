import { countyItems } from './county.js';
import { countyCommittee, peopleOfCounty } from './county-people.js';
import type { Scenario } from './scenario.js';
import { streetScenario } from './street.js';
import { townshipInFullScenario } from './township-in-full.js';

const COUNTY = 'county';
const COUNTY_NAME = '清溪县政协';

/** Fewer than a real county has, so that two years of theirs are lived while one waits. */
const MEMBERS = { members: 24, standing: 7, historians: 4, informants: 4 } as const;
/** Names from here on are neither the township's nor the street's. */
const FIRST_NAME = 600;

const [township] = townshipInFullScenario.plans;
const [street] = streetScenario.plans;
if (township === undefined || street === undefined) throw new Error('The demo has lost a plan.');

const of: ReadonlySet<string> = new Set([COUNTY, township.committee, street.committee]);

/**
 * One county with a township and a street below it, each with the plan of its source document, so that every screen has
 * something true to show. All people are invented.
 */
export const demoCountyScenario: Scenario = {
  committees: [
    { ...countyCommittee, name: COUNTY_NAME },
    ...townshipInFullScenario.committees.filter(({ key }) => key === township.committee),
    ...streetScenario.committees
      .filter(({ key }) => key === street.committee)
      .map((one) => ({ ...one, parent: COUNTY })),
  ],
  people: [
    ...townshipInFullScenario.people.filter(({ offices }) => offices.every(({ committee }) => of.has(committee))),
    ...peopleOfCounty({ ...MEMBERS, firstName: FIRST_NAME }),
    ...streetScenario.people.filter(({ offices }) => offices.every(({ committee }) => of.has(committee))),
  ],
  plans: [
    {
      committee: COUNTY,
      title: (year) => `${COUNTY_NAME}${year}年工作要点`,
      anchors: (year) => [
        { key: 'plenary-opens', name: '县政协全体会议开幕', on: `${year}-02-24`, isProvisional: false },
        { key: 'plenary-closes', name: '县政协全体会议闭幕', on: `${year}-02-27`, isProvisional: false },
        { key: 'hand-over-meeting', name: '提案交办会', on: `${year}-03-24`, isProvisional: false },
        { key: 'medical-scheme', name: '新型农村合作医疗扩面启动', on: `${year}-04-01`, isProvisional: false },
      ],
      items: countyItems,
    },
    township,
    street,
  ],
};
