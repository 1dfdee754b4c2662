import { type ProgrammeRight, requireOwner, roleFor } from '../app/workbench/access.ts';
import { sessionOf } from '../app/workbench/sessions.ts';
import type { Workbench } from '../app/workbench/workbench.ts';
import type { Route } from '../contract/api/route.ts';
import { PARAMS, type RouteKey } from '../contract/api/routes.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Call, Handler, SignedInPerson } from './call.ts';
import { NotModified } from './call.ts';
import { sessionCookie, sessionToken } from './cookie.ts';
import { once } from './idempotency.ts';
import type { Limits, RateLimiter } from './limits.ts';
import { refuseForeign } from './origin.ts';
import { notModified, refuseSame, replyOf } from './replies.ts';
import { readParams, readRequest } from './request.ts';

/** What stands behind every call. */
export interface Door {
  readonly workbench: Workbench;
  readonly limits: Limits;
  readonly limiter: RateLimiter;
  /** TLS ends at a proxy, which names the caller. */
  readonly behindProxy: boolean;
}

/** One request to one route. */
export interface Arrival {
  readonly key: RouteKey;
  readonly route: Route;
  readonly request: Request;
  /** As they stand in the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly address: string;
  /** Told who it is as soon as that is known. */
  readonly known: (person: string) => void;
}

/**
 * Lets a call in, in this order: from our own pages, not too often, by somebody who is signed in, with parameters that can be, with
 * the right to it, and of the shape of the table. Then it is handled, once for an idempotency key.
 */
export async function enter<Key extends RouteKey>(
  door: Door,
  arrival: Arrival,
  handler: Handler<Key>,
): Promise<Response> {
  const { route, request, key } = arrival;
  if (isWrite(request)) refuseForeign(request, door.behindProxy);
  const by = await callerOf(door, arrival);
  const params = readParams(arrival.params);
  const role = await roleOf(door, route, by, params);
  const { query, body, bytes } = await readRequest(request, route);
  let tag: string | null = null;
  const cookies: string[] = [];
  const call = {
    params,
    query,
    body,
    by,
    role,
    signal: request.signal,
    setSession: (token: string | null) => cookies.push(sessionCookie(token, door.behindProxy)),
    unchanged: (known: string) => {
      tag = known;
      refuseSame(request, known);
    },
  } as unknown as Call<Key>;
  const act = async (): Promise<unknown> => handler(call);
  try {
    const { given, again } = by
      ? await once(door.workbench.records, { request, key, route, person: by.person.id, bytes }, act)
      : { given: await act(), again: false };
    const reply = await replyOf(request, route, given, tag);
    for (const cookie of cookies) reply.headers.append('Set-Cookie', cookie);
    if (again) reply.headers.set('Idempotency-Replayed', 'true');
    return reply;
  } catch (error) {
    if (error instanceof NotModified) return notModified(route, tag!);
    throw error;
  }
}

function isWrite({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Who calls, counted against the limits; null on public routes. */
async function callerOf(door: Door, arrival: Arrival): Promise<SignedInPerson | null> {
  const { route, request, address, known } = arrival;
  const { limiter, limits, workbench } = door;
  if (route.guessable) limiter.count('signIn', address, limits);
  const token = route.right === 'public' ? null : sessionToken(request);
  const session = token && (await sessionOf(workbench, token, programmeIn(arrival)));
  if (!session) {
    limiter.count('unknown', address, limits);
    if (route.right === 'public') return null;
    throw new MusterError('NOT_SIGNED_IN', 'This needs a session, or it has ended.', { hint: 'Sign in.' });
  }
  const { person } = session;
  known(person.id);
  limiter.count('all', person.id, limits);
  if (isWrite(request)) limiter.count('writes', person.id, limits);
  return { person, session };
}

/** The programme that the path names; none where it cannot be one, which is told after who calls is known. */
function programmeIn({ params }: Arrival): string | undefined {
  return PARAMS.programme.safeParse(params.programme).data;
}

function roleOf(
  { workbench }: Door,
  { right }: Route,
  by: SignedInPerson | null,
  params: Readonly<Record<string, unknown>>,
) {
  if (right === 'public' || right === 'person') return null;
  if (right === 'owner') {
    requireOwner(by!.person);
    return null;
  }
  return roleFor(workbench, by!.session, params.programme as string, right satisfies ProgrammeRight);
}
