import type { NextFunction, Request, Response } from 'express';

/** The header every call of the app carries. A form or image of another site cannot send it. */
const OWN_HEADER = 'x-xushi-request';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The longest form of the app is a few kilobytes; bodies are read into memory whole, before anybody is known. */
const LARGEST_BODY_BYTES = 1_048_576;
/** A file of 4 MiB in base64: a roster of 10,000 people, a plan with pictures; a stranger without a session sends none. */
const LARGEST_FILE_BODY_BYTES = 6_291_456;
const CARRIES_FILE =
  /^\/api\/committees\/[^/]+\/(?:roster\/(?:preview|import|table)|plans\/[^/]+\/(?:readings|items-taken)|years\/\d+\/findings)$/;

/**
 * Refuses state-changing calls that did not come from the app itself: the custom header must be there, and an Origin,
 * where the browser sends one, must be this host. Judged by the method alone: addresses have more than one spelling
 * (`/API/…` reaches the same route as `/api/…`).
 */
export function guardAgainstForgery(request: Request, response: Response, next: NextFunction): void {
  if (SAFE.has(request.method)) {
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

/**
 * Refuses a body of more than 1 MiB (6 MiB where a file may come along), or of a length that is not told beforehand, without reading it: a stranger's few
 * hundred megabytes at the sign-in would otherwise fill the memory of the server.
 */
export function guardAgainstFloods(request: Request, response: Response, next: NextFunction): void {
  const isUnmeasured = request.headers['transfer-encoding'] !== undefined;
  const carriesFile = CARRIES_FILE.test(request.path) && request.headers.cookie !== undefined;
  const most = carriesFile ? LARGEST_FILE_BODY_BYTES : LARGEST_BODY_BYTES;
  if (!isUnmeasured && Number(request.headers['content-length'] ?? 0) <= most) {
    next();
    return;
  }
  const [status, code] = isUnmeasured ? [411, 'LENGTH_REQUIRED'] : [413, 'PAYLOAD_TOO_LARGE'];
  const message = `A body is at most ${most} bytes long and tells its length.`;
  response.status(status).set('Connection', 'close').json({ defined: false, code, status, message });
}
