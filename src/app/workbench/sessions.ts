import type { BodyIn } from '../../contract/api/routes.ts';
import type { Session as SessionView } from '../../contract/api/session.ts';
import { MusterError } from '../../kernel/errors.ts';
import { hashPassword, isCheaper, isPassword } from './passwords.ts';
import type { Id } from './ports/common.ts';
import type { Person, Session, SessionAt } from './ports/people.ts';
import type { Writes } from './ports.ts';
import { hashOf, newToken } from './tokens.ts';
import { DAY_MS, HOUR_MS, later, MINUTE_MS, type Workbench } from './workbench.ts';

/** How long a session lasts: in all, and while nothing is done. */
const SESSION_MS = { whole: 7 * DAY_MS, idle: 12 * HOUR_MS } as const;
/** A session is written to at most so often. */
const TOUCH_MS = MINUTE_MS;
/** From so many failures in a row on, each locks: for so long, twice as long at every further one. */
const LOCK = { failures: 5, firstMs: 15 * MINUTE_MS, mostMs: DAY_MS } as const;

/** Somebody who has just signed in: the token goes to their browser and is kept nowhere. */
export interface SignedIn {
  readonly token: string;
  readonly session: SessionView;
}

/**
 * Signs in. Refuses with WRONG_CREDENTIALS (whether the login or the password is wrong is not told), and with
 * LOCKED_OUT after five failures in a row, the right password too.
 */
export async function signIn(
  workbench: Workbench,
  { login, password }: BodyIn<'POST /session'>,
): Promise<SignedIn> {
  const { records, now, passwordCost } = workbench;
  const known = await records.people.signIn(login);
  if (known?.lockedUntil && known.lockedUntil > now().toISOString()) throw lockedOut(known.lockedUntil);
  const right = await isPassword(password, known?.password ?? null, passwordCost);
  if (!known?.password || !right || known.person.disabledAt !== null) {
    if (known) await countFailure(workbench, known.person);
    throw new MusterError('WRONG_CREDENTIALS', 'Login and password do not go together.', {
      hint: 'An owner of the installation can send a new link to who has forgotten the password.',
    });
  }
  const { person } = known;
  const rehashed = isCheaper(known.password, passwordCost)
    ? await hashPassword(password, passwordCost)
    : null;
  return records.transaction(person.id, async (writes) => {
    if (rehashed) await writes.people.change(person.id, { password: rehashed });
    await writes.people.signedIn(person.id);
    return beginSession(workbench, writes, person);
  });
}

async function countFailure(workbench: Workbench, person: Person): Promise<void> {
  await workbench.records.transaction(person.id, async ({ people }) => {
    const over = (await people.signInFailed(person.id)) - LOCK.failures;
    if (over < 0) return;
    await people.lock(person.id, later(workbench, Math.min(LOCK.mostMs, LOCK.firstMs * 2 ** over)));
  });
}

function lockedOut(until: string): MusterError {
  return new MusterError(
    'LOCKED_OUT',
    `After too many failed attempts this login is locked until ${until}.`,
    {
      hint: 'Wait, or ask an owner of the installation for a new link.',
    },
  );
}

/** Begins a session, inside the transaction of whatever let the person in. */
export async function beginSession(
  workbench: Workbench,
  { sessions }: Writes,
  person: Person,
): Promise<SignedIn> {
  const { token, hash } = newToken();
  await sessions.purge(workbench.now().toISOString());
  await sessions.add({
    tokenHash: hash,
    person: person.id,
    createdAt: workbench.now().toISOString(),
    expiresAt: later(workbench, SESSION_MS.idle),
  });
  return { token, session: viewOf(person, later(workbench, SESSION_MS.whole)) };
}

/** The session of a token at a programme, moved on where it was used; null where it is unknown or over. */
export async function sessionOf(
  workbench: Workbench,
  token: string,
  programme?: Id,
): Promise<SessionAt | null> {
  const now = workbench.now();
  const session = await workbench.records.sessions.find(hashOf(token), now.toISOString(), programme);
  if (!session) return null;
  if (now.getTime() - Date.parse(session.lastSeenAt) < TOUCH_MS) return session;
  const end = Math.min(now.getTime() + SESSION_MS.idle, endOf(session));
  await workbench.records.transaction(session.person.id, ({ sessions }) =>
    sessions.touch(session.tokenHash, now.toISOString(), new Date(end).toISOString()),
  );
  return session;
}

/** A session as its person sees it. */
export function sessionView(session: Session): SessionView {
  return viewOf(session.person, new Date(endOf(session)).toISOString());
}

function endOf({ createdAt }: Session): number {
  return Date.parse(createdAt) + SESSION_MS.whole;
}

function viewOf({ id, name, login, owner }: Person, expiresAt: string): SessionView {
  return { person: { id, name, login, owner }, expiresAt };
}

/** Signs out. */
export async function signOut({ records }: Workbench, { person, tokenHash }: Session): Promise<void> {
  await records.transaction(person.id, ({ sessions }) => sessions.remove(tokenHash));
}

/** Changes one's own password and ends one's other sessions. A wrong present one counts as a failure to sign in. */
export async function changePassword(
  workbench: Workbench,
  { person, tokenHash }: Session,
  { current, password }: BodyIn<'PUT /session/password'>,
): Promise<void> {
  const { records, now, passwordCost } = workbench;
  const known = await records.people.signIn(person.login);
  if (known?.lockedUntil && known.lockedUntil > now().toISOString()) throw lockedOut(known.lockedUntil);
  if (!(await isPassword(current, known?.password ?? null, passwordCost))) {
    await countFailure(workbench, person);
    throw new MusterError('WRONG_PASSWORD', 'The present password is another one.');
  }
  const hash = await hashPassword(password, passwordCost);
  await records.transaction(person.id, async ({ people, sessions }) => {
    await people.change(person.id, { password: hash });
    await sessions.removeOf(person.id, tokenHash);
  });
}
