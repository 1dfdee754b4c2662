import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { PeopleReads, PeopleWrites, Person, PersonChange } from '../app/workbench/ports/people.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Log } from './audit.ts';
import { isPgError, UNIQUE_VIOLATION } from './connection.ts';
import { markOf, pageOf, TEXT, UUID } from './page.ts';
import type { Tables } from './tables.ts';

export type PersonRow = Selectable<Tables['person']>;

export function personOf(row: PersonRow): Person {
  const { id, name, login, owner } = row;
  const hasPassword = row.password !== null;
  return { id, name, login, owner, hasPassword, createdAt: row.created_at, disabledAt: row.disabled_at };
}

/** An owner who can sign in. */
const activeOwner = sql<boolean>`owner and disabled_at is null and password is not null`;

export function peopleReads(db: Kysely<Tables>): PeopleReads {
  const people = () => db.selectFrom('person').selectAll();
  return {
    async get(id) {
      const row = await people().where('id', '=', id).executeTakeFirst();
      return row ? personOf(row) : null;
    },
    async list(page) {
      const mark = markOf(page, [TEXT, UUID]);
      let query = people()
        .orderBy('name')
        .orderBy('id')
        .limit(page.limit + 1);
      if (mark) query = query.where(sql<boolean>`(name, id) > (${mark[0]}, ${mark[1]}::uuid)`);
      return pageOf(await query.execute(), page, personOf, ({ name, id }) => [name, id]);
    },
    async signIn(login) {
      const row = await people().where('login', '=', login.toLowerCase()).executeTakeFirst();
      if (!row) return null;
      const { password, failures, locked_until: lockedUntil } = row;
      return { person: personOf(row), password, failures, lockedUntil };
    },
    async anyOwner() {
      return (await people().where(activeOwner).limit(1).execute()).length > 0;
    },
  };
}

export function peopleWrites(db: Kysely<Tables>, log: Log): PeopleWrites {
  /** Runs a write that may take an owner away; of two at once the second sees what the first did. */
  async function keepingAnOwner<T>(write: () => Promise<T>): Promise<T> {
    await sql`select pg_advisory_xact_lock(hashtext('muster owners'))`.execute(db);
    const { anyOwner } = peopleReads(db);
    const before = await anyOwner();
    const result = await write();
    if (before && !(await anyOwner())) {
      throw new MusterError(
        'LAST_OWNER',
        'Nobody would be left who owns this installation and can sign in.',
        {
          hint: 'Make somebody else an owner first.',
        },
      );
    }
    return result;
  }

  async function endSessions(id: string): Promise<void> {
    await db.deleteFrom('session').where('person', '=', id).execute();
  }

  return {
    async add({ name, login, password, owner }) {
      const row = { id: randomUUID(), name, login: login.toLowerCase(), password, owner };
      const added = await db
        .insertInto('person')
        .values(row)
        .returningAll()
        .executeTakeFirstOrThrow()
        .catch(loginTaken);
      await log({ action: 'person.add', subject: row.id, detail: { owner, invited: password === null } });
      return personOf(added);
    },
    change: (id, change) =>
      keepingAnOwner(async () => {
        const row = await db
          .updateTable('person')
          .set(columnsOf(change))
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (!row) return null;
        if (change.disabled) await endSessions(id);
        const { owner, disabled } = change;
        await log({
          action: 'person.change',
          subject: id,
          detail: {
            fields: Object.keys(change).sort(),
            ...(owner !== undefined && { owner }),
            ...(disabled !== undefined && { disabled }),
          },
        });
        return personOf(row);
      }),
    async signInFailed(id) {
      const { failures } = await db
        .updateTable('person')
        .set({ failures: sql`failures + 1` })
        .where('id', '=', id)
        .returning('failures')
        .executeTakeFirstOrThrow();
      await log({ action: 'person.sign-in-failed', subject: id, detail: { failures } });
      return failures;
    },
    async lock(id, until) {
      await db.updateTable('person').set({ locked_until: until }).where('id', '=', id).execute();
      await log({ action: 'person.lock', subject: id, detail: { until } });
    },
    async signedIn(id) {
      await db.updateTable('person').set({ failures: 0, locked_until: null }).where('id', '=', id).execute();
      await log({ action: 'person.sign-in', subject: id });
    },
    erase: (id) =>
      keepingAnOwner(async () => {
        const row = await db
          .updateTable('person')
          .set({
            name: 'erased',
            login: `erased-${id}`,
            password: null,
            owner: false,
            disabled_at: sql`coalesce(disabled_at, now())`,
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (!row) return null;
        await endSessions(id);
        await db.deleteFrom('member').where('person', '=', id).execute();
        await db.deleteFrom('one_time_link').where('person', '=', id).execute();
        await db.deleteFrom('idempotency').where('person', '=', id).execute();
        await log({ action: 'person.erase', subject: id });
        return personOf(row);
      }),
  };
}

function columnsOf({ name, password, owner, disabled }: PersonChange) {
  return {
    // Sets something even where nothing is to change, so that the row comes back.
    name: name ?? sql<string>`name`,
    ...(password !== undefined && { password }),
    ...(owner !== undefined && { owner }),
    ...(disabled !== undefined && {
      disabled_at: disabled ? sql<string>`coalesce(disabled_at, now())` : null,
    }),
  };
}

function loginTaken(error: unknown): never {
  if (!isPgError(error, UNIQUE_VIOLATION)) throw error;
  throw new MusterError('LOGIN_TAKEN', 'Somebody else has this login.');
}
