import { MusterError } from '../kernel/errors.ts';

/**
 * Refuses a write that another site asked for: by what the browser says of the site, and by the origin. Programs
 * that are no browser send neither.
 */
export function refuseForeign(request: Request, behindProxy: boolean): void {
  const site = request.headers.get('sec-fetch-site');
  const foreignSite = site !== null && site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (foreignSite || (origin !== null && !isOwn(origin, request, behindProxy))) {
    throw new MusterError('FOREIGN_ORIGIN', 'Writes are taken from the pages of this installation only.', {
      hint: 'Behind a proxy, let it pass on the Host header and start with --behind-proxy.',
    });
  }
}

function isOwn(origin: string, request: Request, behindProxy: boolean): boolean {
  const forwarded = behindProxy ? request.headers.get('x-forwarded-host') : null;
  const host = forwarded ?? request.headers.get('host') ?? new URL(request.url).host;
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
}
