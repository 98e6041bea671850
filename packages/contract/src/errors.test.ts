import { refusal, refusalReasons, refusals } from './errors.js';
import { contract } from './index.js';

interface Declared {
  readonly status: number;
  readonly data?: { safeParse(data: unknown): { success: boolean } };
}

/** The errors of every route, by the route's name. */
const routes = Object.entries(contract).flatMap(([noun, ofNoun]) =>
  Object.entries(ofNoun).map(([verb, route]) => {
    const { errorMap } = (route as unknown as { '~orpc': { errorMap: Record<string, Declared> } })['~orpc'];
    return [`${noun}.${verb}`, errorMap] as const;
  }),
);

it.each(routes)('%s declares each reason under the status of the reason', (_, errorMap) => {
  for (const reason of refusalReasons) {
    for (const [code, status] of [
      ['REFUSED', 422],
      ['REFUSED_BY_STATE', 409],
    ] as const) {
      const declared = errorMap[code];
      if (declared?.data?.safeParse({ reason }).success !== true) continue;
      expect({ reason, status: declared.status }).toEqual({ reason, status: refusals[reason].status });
      expect(declared.status).toBe(status);
    }
  }
});

it('reasons of both kinds are declared apart, and a kind without a reason not at all', () => {
  const both = refusal('text-missing', 'slip-open');
  expect(Object.keys(both).sort()).toEqual(['REFUSED', 'REFUSED_BY_STATE']);
  expect(both.REFUSED.data.safeParse({ reason: 'slip-open' }).success).toBe(false);
  expect(both.REFUSED_BY_STATE.data.safeParse({ reason: 'slip-open', field: 'taskIds' }).success).toBe(true);
  expect(Object.keys(refusal('text-missing'))).toEqual(['REFUSED']);
  expect(Object.keys(refusal('slip-open'))).toEqual(['REFUSED_BY_STATE']);
});
