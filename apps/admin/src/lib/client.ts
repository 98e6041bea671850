import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Contract } from '@xushi/contract';
import routeTable from '@xushi/contract/route-table.json';

/** The server as typed functions; from the contract come types and the route table, no schemas. */
export function createClient(headers: Readonly<Record<string, string>> = {}): ContractRouterClient<Contract> {
  const link = new OpenAPILink(routeTable as unknown as Contract, {
    url: window.location.origin,
    // A header that another site cannot send without being asked: half of the protection against forged requests.
    headers: { 'x-xushi-request': '1', ...headers },
    fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  });
  return createORPCClient(link);
}
