import { type Kysely, sql } from 'kysely';
import type { Idempotency, IdempotentRequest } from '../app/workbench/ports/audit.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Tables } from './tables.ts';

export function idempotency(db: Kysely<Tables>): Idempotency {
  const own = ({ person, key }: IdempotentRequest) => ({ person, key });

  /** Takes the key where it is free, forgotten, or left by a request that never ended. */
  async function take({ person, key, route, requestHash }: IdempotentRequest): Promise<boolean> {
    const taken = await db
      .insertInto('idempotency')
      .values({ person, key, route, request_hash: requestHash, status: null, body: null })
      .onConflict((on) =>
        on
          .columns(['person', 'key'])
          .doUpdateSet({ route, request_hash: requestHash, status: null, body: null, at: sql`now()` })
          .where(({ or, and, ref, eb }) =>
            or([
              sql<boolean>`${ref('idempotency.at')} < now() - interval '24 hours'`,
              and([
                eb('idempotency.status', 'is', null),
                sql<boolean>`${ref('idempotency.at')} < now() - interval '1 minute'`,
              ]),
            ]),
          ),
      )
      .returning('key')
      .executeTakeFirst();
    return taken !== undefined;
  }

  return {
    async claim(request) {
      await db.deleteFrom('idempotency').where('at', '<', sql<string>`now() - interval '24 hours'`).execute();
      if (await take(request)) return { state: 'mine' };
      const kept = await db
        .selectFrom('idempotency')
        .selectAll()
        .where((is) => is.and(own(request)))
        .executeTakeFirst();
      if (!kept) return { state: 'busy' };
      if (kept.route !== request.route || kept.request_hash !== request.requestHash) {
        throw new MusterError(
          'IDEMPOTENCY_KEY_REUSED',
          'This Idempotency-Key came with another request before.',
          {
            hint: 'Use a new key for every new request.',
          },
        );
      }
      return kept.status === null
        ? { state: 'busy' }
        : { state: 'kept', reply: { status: kept.status, body: kept.body } };
    },
    async keep(request, { status, body }) {
      await db
        .updateTable('idempotency')
        .set({ status, body: JSON.stringify(body) })
        .where((is) => is.and(own(request)))
        .execute();
    },
    async release(request) {
      await db
        .deleteFrom('idempotency')
        .where((is) => is.and(own(request)))
        .where('status', 'is', null)
        .execute();
    },
  };
}
