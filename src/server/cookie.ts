const NAME = 'muster_session';
const AGE_SECONDS = 7 * 86_400;

/** The token in the cookie of a request; null where there is none. */
export function sessionToken(request: Request): string | null {
  const cookies = request.headers.get('cookie') ?? '';
  const found = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${NAME}=`));
  const token = found?.slice(NAME.length + 1) ?? '';
  return /^[A-Za-z0-9_-]{20,100}$/.test(token) ? token : null;
}

/** Text of the Set-Cookie header: not to be read by scripts, nor sent for other sites; null takes it away. */
export function sessionCookie(token: string | null, secure: boolean): string {
  const age = token === null ? 0 : AGE_SECONDS;
  return `${NAME}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure ? '; Secure' : ''}`;
}
