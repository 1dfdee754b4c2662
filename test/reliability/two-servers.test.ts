import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeFolder } from '../../src/app/workbench/take-files.ts';
import { type Caller, must } from '../support/api.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { VALID_FOLDER } from '../support/folders.ts';
import { type Heard, heardIn } from '../support/heard.ts';
import { requireBuild } from '../support/run-muster.ts';
import { callerAt, ownerOf, type ServerProcess, startServerProcess } from '../support/server-process.ts';

requireBuild();

const PATIENCE_MS = 280_000;

let database: TestDatabase;
let servers: ServerProcess[];
/** One person with one session: at the first server, which computes nothing, and at the second, which does. */
let atFirst: Caller;
let atSecond: Caller;
let programme: string;

beforeAll(async () => {
  database = await freshDatabase();
  const start = (...more: string[]) => startServerProcess('--database', database.url, '--port', '0', ...more);
  const first = await start('--no-worker');
  servers = [first];
  atFirst = await ownerOf(first);
  const second = await start();
  servers.push(second);
  atSecond = callerAt(second, atFirst);
  const { files } = await takeFolder(VALID_FOLDER);
  const body = { name: 'Shared', files: Object.fromEntries(files) };
  programme = (await must(atFirst, 'POST /programmes', { body })).id;
}, PATIENCE_MS);

afterAll(async () => {
  const ends = await Promise.all((servers ?? []).map((one) => one.process.end('SIGTERM')));
  await database?.drop();
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
});

function change(caller: Caller, base: number, path: string[], from: number, to: number) {
  const body = { base, edits: [{ part: 'muster' as const, path, from, to }], reason: `to ${to}` };
  return caller.call('POST /programmes/{programme}/edits', { params: { programme }, body });
}

it('a session of one holds at the other, until it ends', async () => {
  const session = await must(atSecond, 'GET /session');
  expect(session).toMatchObject({ person: { name: 'Owner' } });
  const other = callerAt(servers[0]!, atFirst);
  await must(other, 'POST /session', { body: { login: 'owner', password: 'correct horse battery' } });
  const there = callerAt(servers[1]!, other);
  expect((await there.call('GET /session')).status).toBe(200);
  await must(other, 'DELETE /session');
  expect((await there.call('GET /session')).status).toBe(401);
});

it('who edits through both at once loses nothing', { timeout: PATIENCE_MS }, async () => {
  const TIMES = 12;
  async function count(caller: Caller, figure: string, from: number): Promise<number[]> {
    const versions: number[] = [];
    while (versions.length < TIMES) {
      const value = from + versions.length;
      const got = await change(caller, 1, ['products', 'lamp', figure], value, value + 1);
      if (got.status === 201) versions.push(got.body.number);
      // Overtaken by the other too often: nothing was changed, and it is asked again.
      else expect(got.text).toContain('/problems/version-conflict');
    }
    return versions;
  }
  const made = await Promise.all([
    count(atFirst, 'valuePerYear', 1_000_000),
    count(atSecond, 'needWeight', 1.5),
  ]);
  const numbers = made.flat().sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 2 * TIMES }, (_, i) => i + 2));
  for (const caller of [atFirst, atSecond]) {
    const params = { programme, version: numbers.at(-1)! };
    const { parts } = await must(caller, 'GET /programmes/{programme}/versions/{version}/content', {
      params,
    });
    expect(parts.muster.products[0]).toMatchObject({
      valuePerYear: 1_000_000 + TIMES,
      needWeight: 1.5 + TIMES,
    });
  }
});

it('two writers of one figure: the second is told what stands there now, and who wrote it', async () => {
  const { latest } = await must(atFirst, 'GET /programmes/{programme}', { params: { programme } });
  const path = ['discountRate'];
  expect((await change(atFirst, latest.number, path, 0.05, 0.06)).status).toBe(201);
  const late = await change(atSecond, latest.number, path, 0.05, 0.07);
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    type: '/problems/conflict',
    conflicts: [{ index: 0, kind: 'changed', now: 0.06, author: 'Owner' }],
  });
});

it('a run that the other computes is followed to its end, from both', { timeout: PATIENCE_MS }, async () => {
  const factors = Array.from({ length: 24 }, (_, i) => (i + 1) / 10);
  const body = { version: 1, kind: 'frontier' as const, options: { factors } };
  const { id } = await must(atFirst, 'POST /programmes/{programme}/runs', { params: { programme }, body });
  const params = { programme, run: id };
  const heard = await Promise.all(
    [atFirst, atSecond].map(async (caller) => {
      const reply = await caller.fetch('GET /programmes/{programme}/runs/{run}/events', { params });
      const events: Heard[] = [];
      for await (const event of heardIn(reply)) events.push(event);
      return events;
    }),
  );
  for (const events of heard) {
    const done = events.flatMap(({ run }) => run.progress?.done ?? []);
    expect(new Set(done).size).toBeGreaterThan(1);
    expect(events.at(-1)).toMatchObject({ event: 'done', run: { status: 'done', attempts: 1 } });
  }
  const results = await Promise.all(
    [atFirst, atSecond].map((caller) =>
      caller.call('GET /programmes/{programme}/runs/{run}/result', { params }),
    ),
  );
  expect(results[0]!.text).toBe(results[1]!.text);
});
