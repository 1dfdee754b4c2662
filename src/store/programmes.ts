import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { ProgrammeReads, ProgrammeRecord, ProgrammeWrites } from '../app/workbench/ports/programmes.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Log } from './audit.ts';
import { FOREIGN_KEY_VIOLATION, isPgError } from './connection.ts';
import { markOf, pageOf, TEXT, UUID } from './page.ts';
import type { Tables } from './tables.ts';

function programmeOf({ id, name, created_at, latest }: Selectable<Tables['programme']>): ProgrammeRecord {
  return { id, name, createdAt: created_at, latest };
}

export function programmeReads(db: Kysely<Tables>): ProgrammeReads {
  return {
    async get(id) {
      const row = await db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? programmeOf(row) : null;
    },
    async named(name) {
      const query = db.selectFrom('programme').selectAll().where('name', '=', name).orderBy('created_at');
      const row = await query.executeTakeFirst();
      return row ? programmeOf(row) : null;
    },
    async listFor(person, page) {
      const mark = markOf(page, [TEXT, UUID]);
      const owner = db.selectFrom('person').select('owner').where('person.id', '=', person);
      let query = db
        .selectFrom('programme')
        .leftJoin('member', (join) =>
          join.onRef('member.programme', '=', 'programme.id').on('member.person', '=', person),
        )
        .selectAll('programme')
        .select('member.role')
        .where((is) => is.or([is('member.role', 'is not', null), is(owner, '=', true)]))
        .orderBy('name')
        .orderBy('id')
        .limit(page.limit + 1);
      if (mark) query = query.where(sql<boolean>`(name, id) > (${mark[0]}, ${mark[1]}::uuid)`);
      return pageOf(
        await query.execute(),
        page,
        (row) => ({ ...programmeOf(row), role: row.role }),
        ({ name, id }) => [name, id],
      );
    },
    async members(programme) {
      const rows = await db
        .selectFrom('member')
        .innerJoin('person', 'person.id', 'member.person')
        .select(['person.id', 'name', 'login', 'disabled_at', 'role'])
        .where('programme', '=', programme)
        .orderBy('name')
        .orderBy('person.id')
        .execute();
      return rows.map(({ id, name, login, disabled_at, role }) => ({
        person: id,
        name,
        login,
        disabled: disabled_at !== null,
        role,
      }));
    },
  };
}

export function programmeWrites(db: Kysely<Tables>, log: Log): ProgrammeWrites {
  return {
    async add(name) {
      const row = { id: randomUUID(), name };
      const added = await db.insertInto('programme').values(row).returningAll().executeTakeFirstOrThrow();
      await log({ action: 'programme.add', subject: row.id, programme: row.id, detail: { name } });
      return programmeOf(added);
    },
    async rename(id, name) {
      const row = await db
        .updateTable('programme')
        .set({ name })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      await log({ action: 'programme.rename', subject: id, programme: id, detail: { name } });
      return programmeOf(row);
    },
    async setMember(programme, person, role) {
      await db
        .insertInto('member')
        .values({ programme, person, role })
        .onConflict((on) => on.columns(['programme', 'person']).doUpdateSet({ role }))
        .execute()
        .catch(noSuch);
      await log({ action: 'member.set', subject: person, programme, detail: { role } });
    },
    async removeMember(programme, person) {
      const row = await db
        .deleteFrom('member')
        .where('programme', '=', programme)
        .where('person', '=', person)
        .returning('role')
        .executeTakeFirst();
      if (!row) return false;
      await log({ action: 'member.remove', subject: person, programme, detail: { role: row.role } });
      return true;
    },
  };
}

function noSuch(error: unknown): never {
  if (!isPgError(error, FOREIGN_KEY_VIOLATION)) throw error;
  if (isPgError(error, FOREIGN_KEY_VIOLATION, 'member_person_fkey')) {
    throw new MusterError('NO_SUCH_PERSON', 'There is no such person.');
  }
  throw new MusterError('NO_SUCH_PROGRAMME', 'There is no such programme.');
}
