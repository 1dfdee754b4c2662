import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Right, Route } from '../../src/contract/api/route.ts';
import { ROUTES, type RouteKey } from '../../src/contract/api/routes.ts';
import { Caller, must, newPerson, type TestBench, takeOwner, testBench } from '../support/api.ts';
import { useStore } from '../support/database.ts';

const store = useStore();

/** Who calls. `foreign`: directs another programme. */
const WHO = ['nobody', 'foreign', 'guest', 'auditor', 'planner', 'director', 'owner'] as const;
type Who = (typeof WHO)[number];

/** Written out by hand, apart from the code: who may pass each right. */
const MAY: Readonly<Record<Right, readonly Who[]>> = {
  public: WHO,
  person: ['foreign', 'guest', 'auditor', 'planner', 'director', 'owner'],
  owner: ['owner'],
  read: ['guest', 'auditor', 'planner', 'director', 'owner'],
  edit: ['planner', 'director', 'owner'],
  direct: ['director', 'owner'],
  audit: ['auditor', 'director', 'owner'],
};

/** Status of who is refused. */
function refusal(who: Who, right: Right): number {
  if (who === 'nobody') return 401;
  return who === 'foreign' && right !== 'owner' ? 404 : 403;
}

describe('every role at every route', () => {
  let bench: TestBench;
  let programme: string;
  let callers: Record<Who, Caller>;

  beforeAll(async () => {
    bench = testBench(store);
    const owner = await takeOwner(bench);
    const made = async (name: string): Promise<string> =>
      (await must(owner, 'POST /programmes', { body: { name, example: 'critical-minerals' } })).id;
    programme = await made('One');
    const other = await made('Other');
    const member = async (
      role: 'guest' | 'auditor' | 'planner' | 'director',
      login: string = role,
      of = programme,
    ) => {
      const { caller, id } = await newPerson(bench, owner, login);
      await must(owner, 'PUT /programmes/{programme}/members/{person}', {
        params: { programme: of, person: id },
        body: { role },
      });
      return caller;
    };
    callers = {
      nobody: new Caller(bench.app),
      foreign: await member('director', 'foreign', other),
      guest: await member('guest'),
      auditor: await member('auditor'),
      planner: await member('planner'),
      director: await member('director'),
      owner,
    };
  });

  // Signing out ends the session that the other cases use; what it does is tested with signing in.
  const keys = (Object.entries(ROUTES) as [RouteKey, Route][]).filter(([key]) => key !== 'DELETE /session');

  it.each(keys)('%s', async (key, { right, body }) => {
    for (const who of WHO) {
      const place = {
        programme,
        person: randomUUID(),
        run: randomUUID(),
        otherRun: randomUUID(),
        question: randomUUID(),
        version: 999,
        otherVersion: 999,
        token: 'x'.repeat(43),
      };
      // A body that no route takes: who has the right gets as far as that, and nothing is written.
      const sent = body ? { body: { nonsense: true } } : {};
      const { status, text } = await callers[who].call(key, { params: place, ...sent } as never);
      const said = `${who}: ${status} ${text.slice(0, 200)}`;
      if (MAY[right].includes(who)) {
        expect([401, 403, 405, 500, 503], said).not.toContain(status);
        if (body) expect(status, said).toBe(400);
      } else {
        expect(status, said).toBe(refusal(who, right));
      }
    }
  });

  it('a programme that is not there looks like a foreign one', async () => {
    const ask = (caller: Caller, id: string) =>
      caller.call('GET /programmes/{programme}', { params: { programme: id } });
    const [missing, foreign] = [
      await ask(callers.foreign, randomUUID()),
      await ask(callers.foreign, programme),
    ];
    expect(missing.status).toBe(404);
    expect(foreign.text).toBe(missing.text);
    expect((await ask(callers.owner, randomUUID())).status).toBe(404);
  });

  it('lists show to each their own programmes', async () => {
    const names = async (who: Who) =>
      (await must(callers[who], 'GET /programmes')).items.map(({ name, role }) => [name, role]);
    expect(await names('guest')).toEqual([['One', 'guest']]);
    expect(await names('foreign')).toEqual([['Other', 'director']]);
    expect(await names('owner')).toEqual([
      ['One', 'director'],
      ['Other', 'director'],
    ]);
  });

  it('a role that is changed or taken away holds for the very next request, and what one has already tells nothing', async () => {
    const { caller, id } = await newPerson(bench, callers.owner, 'passing');
    const place = { params: { programme, person: id } };
    const give = (role: 'guest' | 'planner') =>
      must(callers.director, 'PUT /programmes/{programme}/members/{person}', { ...place, body: { role } });
    const read = async (headers = {}) =>
      caller.call('GET /programmes/{programme}/versions/{version}/content', {
        params: { programme, version: 1 },
        headers,
      });
    const mayAsk = async (): Promise<boolean> => {
      const body = { version: 1, kind: 'assess' } as const;
      return (
        (await caller.call('POST /programmes/{programme}/runs', { params: { programme }, body })).status < 300
      );
    };
    expect((await read()).status).toBe(404);
    for (const role of ['guest', 'planner', 'guest', 'planner'] as const) {
      await give(role);
      expect(await mayAsk()).toBe(role === 'planner');
    }
    const known = { 'If-None-Match': (await read()).headers.get('etag')! };
    expect((await read(known)).status).toBe(304);
    await must(callers.director, 'DELETE /programmes/{programme}/members/{person}', place);
    expect([(await read()).status, (await read(known)).status, await mayAsk()]).toEqual([404, 404, false]);
    await give('guest');
    expect((await read(known)).status).toBe(304);
    await must(callers.owner, 'PATCH /people/{person}', { params: { person: id }, body: { disabled: true } });
    expect((await read(known)).status).toBe(401);
  });

  it('a run of another programme is not found through one’s own', async () => {
    const run = await must(callers.planner, 'POST /programmes/{programme}/runs', {
      params: { programme },
      body: { version: 1, kind: 'assess' },
    });
    const other = (await must(callers.foreign, 'GET /programmes')).items[0]!.id;
    for (const key of [
      'GET /programmes/{programme}/runs/{run}',
      'GET /programmes/{programme}/runs/{run}/result',
      'GET /programmes/{programme}/runs/{run}/events',
      'POST /programmes/{programme}/runs/{run}/cancel',
    ] as const) {
      const got = await callers.foreign.call(key, { params: { programme: other, run: run.id } });
      expect(got.status, key).toBe(404);
    }
  });
});
