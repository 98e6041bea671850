import type { NextFunction, Request, Response } from 'express';

/** The header every call of the app carries. A form or image of another site cannot send it. */
const OWN_HEADER = 'x-xushi-request';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses state-changing calls that did not come from the app itself: the custom header must be there, and an Origin,
 * where the browser sends one, must be this host.
 */
export function guardAgainstForgery(request: Request, response: Response, next: NextFunction): void {
  if (SAFE.has(request.method) || !request.path.startsWith('/api/')) {
    next();
    return;
  }
  const origin = request.headers.origin;
  const isOwn = origin === undefined || origin === `${request.protocol}://${request.headers.host ?? ''}`;
  if (request.headers[OWN_HEADER] !== undefined && isOwn) {
    next();
    return;
  }
  response.status(403).json({
    defined: false,
    code: 'FORGERY_SUSPECTED',
    status: 403,
    message: `The request did not come from this app: send the header ${OWN_HEADER} and the Origin of this host.`,
  });
}
