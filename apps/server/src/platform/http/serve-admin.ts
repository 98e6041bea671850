import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import sirv from 'sirv';

const NONCE_PLACEHOLDER = /__CSP_NONCE__/g;
const YEAR_IN_SECONDS = 31_536_000;

/** Headers for every answer. The policy lets in nothing from elsewhere; only style attributes may be inline. */
export function secureHeaders(_request: Request, response: Response, next: NextFunction): void {
  const nonce = randomBytes(16).toString('base64');
  response.locals.nonce = nonce;
  response.set({
    'Content-Security-Policy': [
      `default-src 'none'`,
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      `style-src-attr 'unsafe-inline'`,
      `img-src 'self' data:`,
      `font-src 'self'`,
      `connect-src 'self'`,
      `manifest-src 'self'`,
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  });
  next();
}

/** Where members' links lead; the token stands behind `#` and is not told. */
const MEMBER_PAGE = '/m';

/**
 * Serves the built admin app from `folder`: its assets for a year, the member page under its address, and the one page of
 * the app for every other.
 */
export function serveAdmin(app: Express, folder: string): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const memberPage = readFileSync(join(folder, 'member.html'), 'utf8');
  const send = (response: Response, html: string) => {
    const nonce = String(response.locals.nonce);
    response.set('Cache-Control', 'no-store').type('html').send(html.replace(NONCE_PLACEHOLDER, nonce));
  };
  // A file that vanished since the start, as in an upgrade under a running server, ends its own answer and no other.
  app.use('/assets', (_request, response, next) => {
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    next();
  });
  // Each asset was compressed once, when it was built; the browser's headers choose which copy is sent.
  app.use(
    '/assets',
    sirv(join(folder, 'assets'), { immutable: true, maxAge: YEAR_IN_SECONDS, brotli: true, gzip: true }),
  );
  app.use('/assets', (_request, response) => response.sendStatus(404));
  // The file itself has no nonce: under its own name it would be a page without styles.
  app.get('/index.html', (_request, response) => response.redirect('/'));
  app.get('/member.html', (_request, response) => response.redirect(MEMBER_PAGE));
  app.get(MEMBER_PAGE, (_request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' });
    send(response, memberPage);
  });
  app.use(express.static(folder, { index: false, maxAge: '1h' }));
  app.get('/{*any}', (request, response, next) => {
    if (request.path.startsWith('/api') || request.path.startsWith('/health')) {
      next();
      return;
    }
    send(response, page);
  });
}
