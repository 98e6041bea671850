import type { INestApplicationContext } from '@nestjs/common';
import { ActOnCase } from '../capabilities/workflow/index.js';
import { Doors } from '../platform/database/doors.js';
import type { LoadedScenario } from './load-scenario.js';
import { clerkOf, leaderOf } from './scenario.js';

/** Submits, approves and publishes a drafted plan as the committee's clerk and leader. */
export async function publishScenarioPlan(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  plan: { committee: string; planId: string; now: Temporal.Instant },
): Promise<void> {
  const committeeId = loaded.committeeId(plan.committee);
  const clerk = clerkOf(loaded.scenario, plan.committee);
  const leader = leaderOf(loaded.scenario, plan.committee);
  for (const [who, event] of [
    [clerk, 'submit'],
    [leader, 'approve'],
    [clerk, 'publish'],
  ] as const) {
    const instance = await app.get(Doors).inTenant(loaded.tenants(), async (tx) => {
      const [row] = await tx.query<{ id: string; lock_version: number }>(
        `select i.id, i.lock_version from plan p
         join workflow_instance i on i.committee_id = p.committee_id and i.id = p.instance_id
         where p.committee_id = $1 and p.id = $2`,
        [committeeId, plan.planId],
      );
      return row;
    });
    if (instance === undefined) throw new Error(`There is no plan ${plan.planId}.`);
    const result = await app.get(ActOnCase).run(loaded.actor(who, plan.now), {
      committeeId,
      instanceId: instance.id,
      lockVersion: instance.lock_version,
      event,
      input: {},
    });
    if (!result.ok) throw new Error(`The plan could not ${event}: ${JSON.stringify(result)}`);
  }
}
