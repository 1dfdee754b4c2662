import { beforeAll, describe, expect, it } from 'vitest';
import { ownerLink } from '../../src/app/workbench/people.ts';
import { Caller, must, newPerson, PASSWORD, type TestBench, testBench } from '../support/api.ts';
import { useStore } from '../support/database.ts';

const store = useStore();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const tokenOf = (path: string): string => path.split('/').at(-1)!;

let bench: TestBench;
let owner: Caller;

beforeAll(async () => {
  bench = testBench(store);
});

it('the installation is taken once, with the newest link of its first start', async () => {
  const links = [(await ownerLink(bench.workbench))!, (await ownerLink(bench.workbench))!];
  const take = (path: string, login: string) =>
    new Caller(bench.app).call('POST /owner', {
      body: { token: tokenOf(path), login, name: 'A', password: PASSWORD },
    });
  expect((await take(links[0]!, 'early')).status).toBe(410);
  const replies = await Promise.all([take(links[1]!, 'one'), take(links[1]!, 'two')]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 410]);
  expect((await take(links[1]!, 'three')).text).toContain('/problems/link-spent');
  expect(await ownerLink(bench.workbench)).toBeNull();
  owner = new Caller(bench.app);
  const { login } = replies.find(({ status }) => status === 201)!.body.person;
  await must(owner, 'POST /session', { body: { login: ` ${login.toUpperCase()}`, password: PASSWORD } });
  expect((await must(owner, 'GET /session')).person).toMatchObject({ login, owner: true });
});

describe('signing in', () => {
  const signIn = (login: string, password: string) =>
    new Caller(bench.app).call('POST /session', { body: { login, password } });

  it('tells not whether login or password is wrong', async () => {
    await newPerson(bench, owner, 'ann');
    const wrong = await signIn('ann', 'wrong password');
    const unknown = await signIn('nobody-of-that-name', 'wrong password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text).toBe(unknown.text);
  });

  it('keeps the token from scripts, other sites and the log', async () => {
    const caller = new Caller(bench.app);
    const { headers, text } = await caller.call('POST /session', {
      body: { login: 'ann', password: PASSWORD },
    });
    const cookie = headers.get('set-cookie')!;
    expect(cookie).toMatch(/^muster_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/);
    const token = /=([\w-]+)/.exec(cookie)![1]!;
    expect(text).not.toContain(token);
    const log = JSON.stringify(bench.logged);
    expect(log).not.toContain(token);
    expect(log).not.toContain(PASSWORD);
  });

  it('locks after five failures, longer at every further one, and is open again afterwards', async () => {
    await newPerson(bench, owner, 'bob');
    for (let failure = 1; failure <= 5; failure++) expect((await signIn('bob', 'no')).status).toBe(401);
    const locked = await signIn('bob', PASSWORD);
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '60']);
    expect(locked.text).toContain('/problems/locked-out');
    bench.pass(16 * MINUTE);
    expect((await signIn('bob', 'no')).status).toBe(401);
    bench.pass(16 * MINUTE);
    expect((await signIn('bob', PASSWORD)).status).toBe(429);
    bench.pass(15 * MINUTE);
    expect((await signIn('bob', PASSWORD)).status).toBe(201);
    expect((await signIn('bob', 'no')).status).toBe(401);
    expect((await signIn('bob', PASSWORD)).status).toBe(201);
  });

  it('ends after twelve idle hours, after seven days in any case, and on signing out', async () => {
    const { caller } = await newPerson(bench, owner, 'cleo');
    const here = async (): Promise<number> => (await caller.call('GET /session')).status;
    bench.pass(11 * HOUR);
    expect(await here()).toBe(200);
    bench.pass(11 * HOUR);
    expect(await here()).toBe(200);
    bench.pass(13 * HOUR);
    expect(await here()).toBe(401);
    await must(caller, 'POST /session', { body: { login: 'cleo', password: PASSWORD } });
    for (let half = 1; half < 15; half++) {
      bench.pass(11.5 * HOUR);
      expect(await here()).toBe(200);
    }
    bench.pass(8 * HOUR);
    expect(await here()).toBe(401);
    await must(caller, 'POST /session', { body: { login: 'cleo', password: PASSWORD } });
    const kept = caller.cookie;
    await must(caller, 'DELETE /session');
    expect(caller.cookie).toBeNull();
    caller.cookie = kept;
    expect(await here()).toBe(401);
    await must(owner, 'POST /session', { body: { login: await ownerLogin(), password: PASSWORD } });
  });

  it('a changed password ends the other sessions', async () => {
    const { caller } = await newPerson(bench, owner, 'dora');
    const other = new Caller(bench.app);
    await must(other, 'POST /session', { body: { login: 'dora', password: PASSWORD } });
    const change = (current: string, password: string) =>
      caller.call('PUT /session/password', { body: { current, password } });
    expect((await change('wrong', 'another long password')).text).toContain('/problems/wrong-password');
    expect((await change(PASSWORD, 'short')).text).toContain('"pointer":"/body/password"');
    expect((await change(PASSWORD, 'another long password')).status).toBe(204);
    expect((await caller.call('GET /session')).status).toBe(200);
    expect((await other.call('GET /session')).status).toBe(401);
    expect((await signIn('dora', PASSWORD)).status).toBe(401);
    expect((await signIn('dora', 'another long password')).status).toBe(201);
  });
});

describe('people', () => {
  it('an invitation lets in once, and for a week', async () => {
    const { path, person } = await must(owner, 'POST /people', {
      body: { name: 'Eve', login: 'Eve@Example.org' },
    });
    expect(person).toMatchObject({ login: 'eve@example.org', invited: true, owner: false });
    const accept = (from: string) =>
      new Caller(bench.app).call('POST /invitations/accept', {
        body: { token: tokenOf(from), password: PASSWORD, name: 'Eve E.' },
      });
    expect((await accept(path)).body.person.name).toBe('Eve E.');
    expect((await accept(path)).status).toBe(410);
    const again = await must(owner, 'POST /people/{person}/invitation', { params: { person: person.id } });
    bench.pass(8 * 24 * HOUR);
    expect((await accept(again.path)).status).toBe(410);
    await must(owner, 'POST /session', { body: { login: await ownerLogin(), password: PASSWORD } });
    expect(
      (await owner.call('POST /people', { body: { name: 'E', login: 'EVE@example.org' } })).text,
    ).toContain('/problems/login-taken');
  });

  it('who is disabled is out at once, and the last owner stays', async () => {
    const { caller, id } = await newPerson(bench, owner, 'finn');
    await must(owner, 'PATCH /people/{person}', { params: { person: id }, body: { disabled: true } });
    expect((await caller.call('GET /session')).status).toBe(401);
    const signIn = await caller.call('POST /session', { body: { login: 'finn', password: PASSWORD } });
    expect(signIn.status).toBe(401);
    const me = (await must(owner, 'GET /session')).person.id;
    for (const change of [{ disabled: true }, { owner: false }]) {
      const got = await owner.call('PATCH /people/{person}', { params: { person: me }, body: change });
      expect([got.status, got.text.includes('/problems/last-owner')]).toEqual([409, true]);
    }
  });

  it('every write is in the audit, with who did it and no secret', async () => {
    const { items } = await must(owner, 'GET /audit', { query: { limit: 200 } });
    const actions = new Set(items.map(({ action }) => action));
    for (const action of ['person.add', 'person.change', 'session.add', 'link.add', 'link.use']) {
      expect([...actions], action).toContain(action);
    }
    expect(JSON.stringify(items)).not.toMatch(/scrypt|muster_session/);
  });
});

async function ownerLogin(): Promise<string> {
  const { items } = await bench.workbench.records.people.list({ limit: 200, after: null });
  return items.find((person) => person.owner)!.login;
}
