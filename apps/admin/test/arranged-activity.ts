import { Doors } from '../../server/src/platform/database/doors.js';
import type { Tx } from '../../server/src/platform/database/tx.js';
import { draftPlan } from '../../server/src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../../server/src/scenarios/publish-scenario-plan.js';
import { townshipScenario } from '../../server/src/scenarios/township.js';
import { at, openSite, type Site } from './browser.js';

export const inTownship = <T>({ server, loaded }: Site, work: (tx: Tx) => Promise<T>): Promise<T> =>
  server.app.get(Doors).inTenant(loaded.tenants(), work);

/**
 * The township's year on 1 September 2026, when proposals are asked for and the third quarter's activity has just been
 * arranged for 18 September by the clerk, who has a phone.
 */
export async function openArrangedActivity(): Promise<Site> {
  const site = await openSite(at('2026-09-01', '10:00'));
  const { server, loaded, clock, address } = site;
  const [plan] = townshipScenario.plans;
  if (plan === undefined) throw new Error('the scenario has no plan');
  const planId = await draftPlan(server.app, loaded, plan, { clerk: 'clerk', year: 2026, now: clock.now() });
  await publishScenarioPlan(server.app, loaded, { committee: 'township', planId, now: clock.now() });
  const [activity] = await inTownship(site, async (tx) => {
    await tx.query(
      `update account set phone = case when id = $1 then '0000-5550123' else '0000-5550456' end where id in ($1, $2)`,
      [loaded.accountId('clerk'), loaded.accountId('member-1')],
    );
    return tx.query<{ id: string; lockVersion: number }>(
      `select i.id, i.lock_version as "lockVersion" from workflow_instance i join occurrence o on o.id = i.occurrence_id
       where i.definition = 'activity' and o.key = '2026-Q3'`,
    );
  });
  const page = await site.signIn('ganshi');
  const status = await page.evaluate(
    async ([url, body]) => {
      const headers = { 'x-xushi-request': '1', 'content-type': 'application/json' };
      return (await fetch(url ?? '', { method: 'POST', headers, body: body ?? '' })).status;
    },
    [
      `${address}/api/committees/${loaded.committeeId('township')}/cases/${activity?.id}/actions`,
      JSON.stringify({
        event: 'arrange',
        lockVersion: activity?.lockVersion,
        input: { heldOn: '2026-09-18', place: '乡政府三楼会议室' },
      }),
    ],
  );
  if (status !== 200) throw new Error(`arranging answered ${status}`);
  await page.context().close();
  return site;
}
