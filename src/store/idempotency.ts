import { type Kysely, sql } from 'kysely';
import type { GivenReply, IdempotentRequest, KeptReply } from '../app/workbench/ports/audit.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Around } from './around.ts';
import type { Tables } from './tables.ts';

/** Acts once for a key; see `Records.once`. */
export async function once(
  around: Around,
  request: IdempotentRequest,
  act: () => Promise<KeptReply>,
): Promise<GivenReply> {
  await forgetOld(around.db);
  const ended = await around.whole(async (db): Promise<GivenReply | { readonly error: unknown }> => {
    await holdKey(db, request);
    const kept = await keptReply(db, request);
    if (kept) return { reply: kept, again: true };
    try {
      const reply = await act();
      await keep(db, request, reply);
      return { reply, again: false };
    } catch (error) {
      // Returned, so that what was written on the way is kept: a failed attempt to sign in counts.
      return { error };
    }
  });
  if ('error' in ended) throw ended.error;
  return ended;
}

async function forgetOld(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('idempotency').where('at', '<', sql<string>`now() - interval '24 hours'`).execute();
}

/** Holds the key until the transaction ends, however it ends. */
async function holdKey(db: Kysely<Tables>, { person, key }: IdempotentRequest): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${person} ${key}`}, 0)) as held`.execute(db);
  if (rows[0]!.held) return;
  throw new MusterError('KEY_IN_USE', 'A request with this Idempotency-Key is under way.', {
    hint: 'Wait for its reply, or ask again.',
  });
}

async function keptReply(
  db: Kysely<Tables>,
  { person, key, route, requestHash }: IdempotentRequest,
): Promise<KeptReply | null> {
  const kept = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!kept) return null;
  if (kept.route === route && kept.request_hash === requestHash)
    return { status: kept.status, body: kept.body };
  throw new MusterError('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key came with another request before.', {
    hint: 'Use a new key for every new request.',
  });
}

async function keep(
  db: Kysely<Tables>,
  { person, key, route, requestHash }: IdempotentRequest,
  { status, body }: KeptReply,
): Promise<void> {
  await db
    .insertInto('idempotency')
    .values({ person, key, route, request_hash: requestHash, status, body: JSON.stringify(body) })
    .execute();
}
