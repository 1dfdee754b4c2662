import { type Kysely, sql } from 'kysely';
import type { SessionReads, SessionWrites } from '../app/workbench/ports/people.ts';
import type { Log } from './audit.ts';
import { personOf } from './people.ts';
import type { Tables } from './tables.ts';

export function sessionReads(db: Kysely<Tables>): SessionReads {
  return {
    async find(tokenHash, now, programme) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person')
        .leftJoin('member', (join) =>
          join
            .onRef('member.person', '=', 'person.id')
            .on('member.programme', '=', sql<string>`${programme ?? null}::uuid`),
        )
        .selectAll('person')
        .select(['member.role', 'session.created_at as session_created_at', 'last_seen_at', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      const {
        session_created_at: createdAt,
        last_seen_at: lastSeenAt,
        expires_at: expiresAt,
        role,
        ...person
      } = row;
      return { tokenHash, person: personOf(person), role, createdAt, lastSeenAt, expiresAt };
    },
  };
}

/** Sessions in the audit trail carry no token and no hash of one: the subject is the person. */
export function sessionWrites(db: Kysely<Tables>, log: Log): SessionWrites {
  return {
    async add({ tokenHash, person, createdAt, expiresAt }) {
      await db
        .insertInto('session')
        .values({
          token_hash: tokenHash,
          person,
          created_at: createdAt,
          last_seen_at: createdAt,
          expires_at: expiresAt,
        })
        .execute();
      await log({ action: 'session.add', subject: person });
    },
    async touch(tokenHash, now, expiresAt) {
      await db
        .updateTable('session')
        .set({ last_seen_at: now, expires_at: expiresAt })
        .where('token_hash', '=', tokenHash)
        .execute();
    },
    async remove(tokenHash) {
      const row = await db
        .deleteFrom('session')
        .where('token_hash', '=', tokenHash)
        .returning('person')
        .executeTakeFirst();
      if (row) await log({ action: 'session.remove', subject: row.person });
    },
    async removeOf(person, except) {
      let query = db.deleteFrom('session').where('person', '=', person);
      if (except !== undefined) query = query.where('token_hash', '<>', except);
      await query.execute();
      await log({ action: 'session.remove-all', subject: person, detail: { keptOne: except !== undefined } });
    },
    async purge(now) {
      await db.deleteFrom('session').where('expires_at', '<=', now).execute();
    },
  };
}
