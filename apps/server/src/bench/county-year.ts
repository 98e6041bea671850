import { countyScenario } from '../scenarios/county.js';
import type { Scenario } from '../scenarios/scenario.js';

const MEMBERS = 300;
const ITEMS = 60;

/**
 * A county's year at the size the product is made for: 300 members, 60 items. The second source document's plan has
 * fewer of both, so its items are repeated under other names, and members join who serve like the ones before them.
 */
export function countyYear(): Scenario {
  const [plan] = countyScenario.plans;
  if (plan === undefined) throw new Error('The county has no plan.');
  const members = countyScenario.people.filter(({ offices }) => offices.some(({ role }) => role === 'member'));
  const more = Array.from({ length: MEMBERS - members.length }, (_, index) => {
    const like = members[index % members.length];
    if (like === undefined) throw new Error('The county has no members.');
    return { ...like, key: `${like.key}-more-${index}`, name: `${like.name}${index}`, loginName: null };
  });
  return {
    ...countyScenario,
    people: [...countyScenario.people, ...more],
    plans: [
      {
        ...plan,
        items: (year) => {
          const items = plan.items(year);
          const again = items.slice(0, ITEMS - items.length).map((item) => ({ ...item, title: `${item.title}(续)` }));
          return [...items, ...again];
        },
      },
    ],
  };
}
