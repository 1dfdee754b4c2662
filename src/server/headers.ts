/** What every reply carries. Styles may stand in the page: the components of the interface write them there. */
const SECURITY = {
  'Content-Security-Policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Adds them; behind a proxy with TLS browsers are told to stay with it. */
export function secure(headers: Headers, behindProxy: boolean): void {
  for (const [name, value] of Object.entries(SECURITY)) headers.set(name, value);
  if (behindProxy) headers.set('Strict-Transport-Security', 'max-age=31536000');
}
