import { useQuery } from '@tanstack/react-query';
import { api, type LightMeaning } from './api';
import { useHere, useReach } from './here';

type SchemeLight = Awaited<ReturnType<typeof api.ruleProfile.lights.call>>[number];

/** The committee's lights in their order, and the gravest of those shown before a date: what will be late next. */
export function useLights(): { lights: readonly SchemeLight[]; near: LightMeaning | null } {
  const { committee } = useHere();
  const { readsWork } = useReach();
  const query = api.ruleProfile.lights.queryOptions({ input: { committeeId: committee.id } });
  const { data: lights = [] } = useQuery({ ...query, enabled: readsWork });
  return { lights, near: lights.findLast(({ side }) => side === 'before-due')?.meaning ?? null };
}
