import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';

/** The request being answered, for the oRPC middleware, which Nest hands no request. */
const scope = new AsyncLocalStorage<{ request: Request; response: Response }>();

export function requestScope(request: Request, response: Response, next: NextFunction): void {
  scope.run({ request, response }, next);
}

/** The current request; calling it outside one is a defect. */
export function currentRequest(): { request: Request; response: Response } {
  const store = scope.getStore();
  if (store === undefined) throw new Error('There is no request in this scope.');
  return store;
}
