import type { Kysely, Selectable } from 'kysely';
import type { LinkReads, LinkWrites, OneTimeLink } from '../app/workbench/ports/people.ts';
import type { Log } from './audit.ts';
import type { Tables } from './tables.ts';

function linkOf(row: Selectable<Tables['one_time_link']>): OneTimeLink {
  const {
    token_hash: tokenHash,
    expires_at: expiresAt,
    used_at: usedAt,
    kind,
    person,
    question,
    expert,
  } = row;
  return { tokenHash, kind, person, question, expert, expiresAt, usedAt };
}

export function linkReads(db: Kysely<Tables>): LinkReads {
  return {
    async find(tokenHash) {
      const row = await db
        .selectFrom('one_time_link')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row ? linkOf(row) : null;
    },
  };
}

export function linkWrites(db: Kysely<Tables>, log: Log): LinkWrites {
  return {
    async add({ tokenHash, kind, person, question, expert, expiresAt }) {
      if (kind === 'owner') await db.deleteFrom('one_time_link').where('kind', '=', 'owner').execute();
      await db
        .insertInto('one_time_link')
        .values({ token_hash: tokenHash, kind, person, question, expert, expires_at: expiresAt })
        .execute();
      await log({ action: 'link.add', subject: person ?? question ?? kind, detail: { kind, expiresAt } });
    },
    async use(tokenHash, now) {
      const row = await db
        .updateTable('one_time_link')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      const link = linkOf(row);
      await log({
        action: 'link.use',
        subject: link.person ?? link.question ?? link.kind,
        detail: { kind: link.kind },
      });
      return link;
    },
  };
}
