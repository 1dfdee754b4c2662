import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

interface Whole {
  readonly db: Transaction<Tables>;
  /** What waits for its end. */
  readonly later: (() => Promise<void>)[];
  over: boolean;
}

/**
 * One transaction around all that is done for one caller: while it lasts, whatever is read or written for them goes through
 * it, also far down the stack.
 */
export class Around {
  readonly #db: Kysely<Tables>;
  readonly #whole = new AsyncLocalStorage<Whole>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Where to read: in the transaction around the caller, if there is one. */
  get db(): Kysely<Tables> {
    return this.#here?.db ?? this.#db;
  }

  /** A transaction, inside the one around the caller if there is one: it can fail without it. */
  async transaction<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const whole = this.#here;
    return whole ? part(whole.db, work) : this.#db.transaction().execute(work);
  }

  /** Puts a transaction around `work`; committed where it returns. */
  async whole<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const later: Whole['later'] = [];
    const result = await this.#db.transaction().execute(async (db) => {
      const whole: Whole = { db, later, over: false };
      return this.#whole.run(whole, work, db).finally(() => {
        whole.over = true;
      });
    });
    for (const act of later) await act();
    return result;
  }

  /** Acts when what was written before is committed. */
  async afterwards(act: () => Promise<void>): Promise<void> {
    const whole = this.#here;
    if (whole) whole.later.push(act);
    else await act();
  }

  get #here(): Whole | undefined {
    const whole = this.#whole.getStore();
    return whole?.over ? undefined : whole;
  }
}

async function part<Result>(
  db: Transaction<Tables>,
  work: (db: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  await sql`savepoint part`.execute(db);
  try {
    const result = await work(db);
    await sql`release savepoint part`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db);
    throw error;
  }
}
