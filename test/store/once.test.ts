import { createHash } from 'node:crypto';
import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import type { IdempotentRequest } from '../../src/app/workbench/ports/audit.ts';
import { useStore } from '../support/database.ts';

const here = useStore();
let person: string;

beforeAll(async () => {
  person = await newPerson('somebody');
});

async function newPerson(login: string): Promise<string> {
  const one = { name: login, login, password: null, owner: false };
  return (await here.records.transaction(null, ({ people }) => people.add(one))).id;
}

function request(key: string, of = 'x'): IdempotentRequest {
  return { key, person, route: 'POST /x', requestHash: createHash('sha256').update(of).digest('hex') };
}

const REPLY = { status: 201, body: { id: 'new' } };

async function add(name: string): Promise<void> {
  await here.records.transaction(null, ({ programmes }) => programmes.add(name));
}

/** How many programmes of that name others see. */
async function seen(name: string): Promise<number> {
  const client = new pg.Client({ connectionString: here.url });
  await client.connect();
  const { rowCount } = await client.query('select from muster.programme where name = $1', [name]);
  await client.end();
  return rowCount!;
}

it('of many requests with a key at once one acts; those that come later get its reply', async () => {
  const { records } = here;
  const refusals: string[] = [];
  let allRefused = () => {};
  const refused = new Promise<void>((resolve) => {
    allRefused = resolve;
  });
  let acts = 0;
  const ask = () =>
    records.once(request('many'), async () => {
      acts++;
      await refused;
      return REPLY;
    });
  const tries = Array.from({ length: 8 }, () =>
    ask().catch((error: { code: string }) => {
      if (refusals.push(error.code) === 7) allRefused();
    }),
  );
  const given = (await Promise.all(tries)).filter((one) => typeof one === 'object');
  expect(given).toEqual([{ reply: REPLY, again: false }]);
  expect(new Set(refusals)).toEqual(new Set(['KEY_IN_USE']));
  expect(await ask()).toEqual({ reply: REPLY, again: true });
  expect(acts).toBe(1);
});

it('a key is not for another request, and belongs to a person', async () => {
  const { records } = here;
  const act = async () => REPLY;
  await records.once(request('own'), act);
  for (const other of [{ route: 'POST /y' }, { requestHash: request('', 'y').requestHash }]) {
    const reused = records.once({ ...request('own'), ...other }, act);
    await expect(reused).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  }
  const theirs = { ...request('own', 'z'), person: await newPerson('another') };
  expect(await records.once(theirs, act)).toMatchObject({ again: false });
});

it('what was written and its reply are kept together: a crash between the two leaves neither', async () => {
  const { records } = here;
  const name = 'crashed between';
  const act = (crash: boolean) => async () => {
    await add(name);
    expect(await seen(name)).toBe(0);
    if (crash) await endConnections();
    return REPLY;
  };
  await expect(records.once(request('crash'), act(true))).rejects.toThrow();
  expect(await seen(name)).toBe(0);
  expect(await records.once(request('crash'), act(false))).toEqual({ reply: REPLY, again: false });
  expect(await seen(name)).toBe(1);
});

it('where it fails the key stays free; transactions that had ended are kept, the one that failed is not', async () => {
  const { records } = here;
  const act = async () => {
    await add('ended');
    await records.transaction(null, async ({ programmes }) => {
      await programmes.add('failed');
      throw new Error('failed on purpose');
    });
    return REPLY;
  };
  await expect(records.once(request('fails'), act)).rejects.toThrow('failed on purpose');
  expect([await seen('ended'), await seen('failed')]).toEqual([1, 0]);
  expect(await records.once(request('fails', 'other'), async () => REPLY)).toMatchObject({ again: false });
});

it('what is to be done afterwards is done when all can see what was written', async () => {
  const { records } = here;
  const found: number[] = [];
  const look = async () => void found.push(await seen('told'));
  await records.once(request('after'), async () => {
    await add('told');
    await records.afterwards(look);
    expect(found).toEqual([]);
    expect(await records.programmes.named('told')).not.toBeNull();
    return REPLY;
  });
  expect(found).toEqual([1]);
  await records.afterwards(look);
  expect(found).toEqual([1, 1]);
});

/** Ends every connection of the store, as if its process were killed. */
async function endConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: here.url });
  await client.connect();
  await client.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await client.end();
}
