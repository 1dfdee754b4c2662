import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** From now on the database itself refuses to change or delete rows of the table, whoever asks. */
export async function appendOnly(db: Kysely<Tables>, table: string): Promise<void> {
  const name = sql.id('muster', table);
  await sql`
    create trigger append_only before update or delete on ${name}
    for each row execute function muster.refuse_change()`.execute(db);
  await sql`
    create trigger append_only_whole before truncate on ${name}
    for each statement execute function muster.refuse_change()`.execute(db);
}
