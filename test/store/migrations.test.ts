import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/store/connection.ts';
import { migrate, migrateTo, stepsOf } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const STEPS = Object.keys(MIGRATIONS);
const databases: TestDatabase[] = [];

async function empty() {
  const database = await freshDatabase('empty');
  databases.push(database);
  return connect(database.url);
}
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

type Db = Awaited<ReturnType<typeof empty>>['db'];

/** Every column, constraint, trigger and index of the schema, in words. */
async function shapeOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'muster'
    union all
    select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'muster'::regnamespace
    union all
    select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all
    select indexdef from pg_indexes where schemaname = 'muster'
    order by line`.execute(db);
  return rows.map(({ line }) => line);
}

/** A row for each table as the step that made it left it. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  '0001-people': [
    `insert into muster.person (id, name, login, owner) values ('00000000-0000-4000-8000-000000000001', 'A', 'a', true)`,
  ],
  '0002-programmes': [
    `insert into muster.programme (id, name, latest) values ('00000000-0000-4000-8000-000000000002', 'P', 1)`,
    `insert into muster.blob values (repeat('a', 64), '')`,
    `insert into muster.version (programme, number, reason, kind, content_hash)
       select id, 1, '', 'create', repeat('b', 64) from muster.programme`,
    `insert into muster.version_file select id, 1, 'muster.yaml', repeat('a', 64) from muster.programme`,
  ],
  '0003-runs': [
    `insert into muster.run (id, programme, version, kind, options, seed, program_version)
       select '00000000-0000-4000-8000-000000000003', id, 1, 'plan', '{}', 1, '0' from muster.programme`,
  ],
  '0004-questions': [
    `insert into muster.question (id, programme, figure, label, unit, experts)
       select '00000000-0000-4000-8000-000000000004', id, 'f', 'l', '', '{E}' from muster.programme`,
    `insert into muster.answer select id, 'E', 0, 0.5, 1, '' from muster.question`,
  ],
  '0005-audit': [`insert into muster.audit (action, subject, detail) values ('a', 's', '{}')`],
};

async function counts(db: Db): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'muster' and table_name <> 'migration'`.execute(db);
  const counted = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await sql<{ n: number }>`select count(*) as n from ${sql.id('muster', name)}`.execute(db);
      return [name, found.rows[0]!.n] as const;
    }),
  );
  return Object.fromEntries(counted.filter(([, n]) => n > 0));
}

describe('steps of the schema', () => {
  let newest: readonly string[];
  beforeAll(async () => {
    const database = await freshDatabase();
    const { db, close } = await connect(database.url);
    newest = await shapeOf(db);
    await close();
    await database.drop();
  });

  it('take an empty database to the newest, and once more change nothing', async () => {
    const { db, close } = await empty();
    expect(await stepsOf(db)).toEqual([]);
    await migrate(db);
    expect(await stepsOf(db)).toEqual(STEPS);
    expect(newest.length).toBeGreaterThan(100);
    expect(await shapeOf(db)).toEqual(newest);
    await migrate(db);
    expect(await shapeOf(db)).toEqual(newest);
    await close();
  });

  it.each(STEPS)('from %s to the newest keep every row and end in the same schema', async (step) => {
    const { db, close } = await empty();
    await db.transaction().execute((inside) => migrateTo(inside, step));
    for (const name of STEPS.filter((one) => one <= step)) {
      for (const statement of ROWS[name]!) await sql.raw(statement).execute(db);
    }
    const before = await counts(db);
    expect(Object.keys(before).length).toBeGreaterThan(0);
    await migrate(db);
    expect(await counts(db)).toMatchObject(before);
    expect(await shapeOf(db)).toEqual(newest);
    await close();
  });

  it('are taken once by several processes that start at the same time', async () => {
    const first = await empty();
    const others = await Promise.all([1, 2, 3].map(() => connect(databases[0]!.url)));
    await Promise.all([first, ...others].map(({ db }) => migrate(db)));
    expect(await stepsOf(first.db)).toEqual(STEPS);
    for (const { close } of [first, ...others]) await close();
  });

  it('of a later Muster are refused, and an address that leads nowhere is', async () => {
    const { db, close } = await empty();
    await migrate(db);
    await sql`insert into muster.migration (name) values ('9999-later')`.execute(db);
    await expect(migrate(db)).rejects.toMatchObject({ code: 'DATABASE_IS_NEWER' });
    await close();
    const nowhere = connect('postgres://x:secret@127.0.0.1:1/none');
    await expect(nowhere).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    await expect(nowhere).rejects.not.toThrow('secret');
  });
});
