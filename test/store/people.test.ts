import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/workbench/ports/people.ts';
import { useStore } from '../support/database.ts';
import { hashOf } from './filled.ts';

const here = useStore();
let made = 0;

function person(change: { owner?: boolean; password?: string | null; login?: string } = {}): Promise<Person> {
  made++;
  const whole = { name: `Person ${made}`, login: `Person${made}`, password: 'phc', owner: false, ...change };
  return here.records.transaction(null, (w) => w.people.add(whole));
}

const NOW = '2026-05-01T12:00:00.000Z';
const LATER = '2026-05-01T13:00:00.000Z';

describe('people', () => {
  it('are found by their login in any case, and a login is had once', async () => {
    const one = await person({ login: 'Wei.Chen' });
    expect(one.login).toBe('wei.chen');
    const found = await here.records.people.signIn('WEI.chen');
    expect(found).toMatchObject({ person: one, password: 'phc', failures: 0, lockedUntil: null });
    await expect(person({ login: 'wei.CHEN' })).rejects.toMatchObject({ code: 'LOGIN_TAKEN' });
    expect(await here.records.people.signIn('nobody')).toBeNull();
  });

  it('count every failure of sign-in, also at once, until one succeeds', async () => {
    const { id, login } = await person();
    const counts = await Promise.all(
      Array.from({ length: 6 }, () => here.records.transaction(null, (w) => w.people.signInFailed(id))),
    );
    expect([...counts].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    await here.records.transaction(null, (w) => w.people.lock(id, LATER));
    expect(await here.records.people.signIn(login)).toMatchObject({ failures: 6, lockedUntil: LATER });
    await here.records.transaction(id, (w) => w.people.signedIn(id));
    expect(await here.records.people.signIn(login)).toMatchObject({ failures: 0, lockedUntil: null });
  });

  it('always leave one owner who can sign in, also where two step down at once', async () => {
    expect(await here.records.people.anyOwner()).toBe(false);
    const invited = await person({ owner: true, password: null });
    expect(await here.records.people.anyOwner()).toBe(false);
    const [a, b] = [await person({ owner: true }), await person({ owner: true })];
    const steps = await Promise.allSettled(
      [a!, b!].map(({ id }) => here.records.transaction(id, (w) => w.people.change(id, { owner: false }))),
    );
    expect(steps.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(steps.find((one) => one.status === 'rejected')!.reason).toMatchObject({ code: 'LAST_OWNER' });
    const last = steps[0]!.status === 'rejected' ? a! : b!;
    for (const attempt of [
      here.records.transaction(null, (w) => w.people.change(last.id, { disabled: true })),
      here.records.transaction(null, (w) => w.people.erase(last.id)),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'LAST_OWNER' });
    }
    // Once the one who is invited has a password, the other may go.
    await here.records.transaction(null, (w) => w.people.change(invited.id, { password: 'phc' }));
    const gone = await here.records.transaction(null, (w) => w.people.change(last.id, { disabled: true }));
    expect(gone!.disabledAt).not.toBeNull();
    const back = await here.records.transaction(null, (w) => w.people.change(last.id, { disabled: false }));
    expect(back!.disabledAt).toBeNull();
  });

  it('are erased with what is personal; what they did keeps their number', async () => {
    const { id, name, login } = await person();
    const { id: programme } = await here.records.transaction(id, (w) => w.programmes.add('Theirs'));
    await here.records.transaction(id, (w) => w.programmes.setMember(programme, id, 'director'));
    await here.records.transaction(id, (w) =>
      w.sessions.add({ tokenHash: hashOf(id), person: id, createdAt: NOW, expiresAt: LATER }),
    );
    await here.records.transaction(null, (w) => w.people.erase(id));
    expect(await here.records.people.get(id)).toMatchObject({
      name: 'erased',
      owner: false,
      hasPassword: false,
    });
    expect(await here.records.people.signIn(login)).toBeNull();
    expect(await here.records.programmes.members(programme)).toEqual([]);
    expect(await here.records.sessions.find(hashOf(id), NOW)).toBeNull();
    const { items } = await here.records.audit.list(null, { limit: 1000, after: null });
    const theirs = items.filter((entry) => entry.person === id);
    expect(theirs.map(({ action }) => action)).toEqual(['session.add', 'member.set', 'programme.add']);
    expect(JSON.stringify(items)).not.toContain(name);
    expect(JSON.stringify(items)).not.toContain(login);
  });
});

describe('sessions', () => {
  it('are found until they expire, are removed, or their person is disabled', async () => {
    const { id } = await person();
    const [a, b, c] = ['a', 'b', 'c'].map((text) => hashOf(text + id));
    for (const tokenHash of [a!, b!, c!]) {
      await here.records.transaction(id, (w) =>
        w.sessions.add({ tokenHash, person: id, createdAt: NOW, expiresAt: LATER }),
      );
    }
    const find = (hash: string, now = NOW) => here.records.sessions.find(hash, now);
    expect(await find(a!)).toMatchObject({
      person: { id },
      createdAt: NOW,
      lastSeenAt: NOW,
      expiresAt: LATER,
    });
    expect(await find(a!, LATER)).toBeNull();
    const longer = '2026-05-01T14:00:00.000Z';
    await here.records.transaction(id, (w) => w.sessions.touch(a!, LATER, longer));
    expect(await find(a!, LATER)).toMatchObject({ lastSeenAt: LATER, expiresAt: longer });
    await here.records.transaction(id, (w) => w.sessions.removeOf(id, a!));
    expect(await find(b!)).toBeNull();
    expect(await find(a!)).not.toBeNull();
    await here.records.transaction(null, (w) => w.people.change(id, { disabled: true }));
    await here.records.transaction(null, (w) => w.people.change(id, { disabled: false }));
    expect(await find(a!)).toBeNull();
  });
});

describe('one-time links', () => {
  it('are used once, by one of many at once, and not after their time', async () => {
    const { id } = await person({ password: null });
    const link = { kind: 'invitation', person: id, question: null, expert: null, expiresAt: LATER } as const;
    const tokenHash = hashOf(`link${id}`);
    await here.records.transaction(null, (w) => w.links.add({ ...link, tokenHash }));
    const use = (now: string) => here.records.transaction(null, (w) => w.links.use(tokenHash, now));
    expect(await use(LATER)).toBeNull();
    const uses = await Promise.all(Array.from({ length: 5 }, () => use(NOW)));
    expect(uses.filter((one) => one !== null)).toEqual([{ ...link, tokenHash, usedAt: NOW }]);
    expect(await here.records.links.find(tokenHash)).toMatchObject({ usedAt: NOW });
  });

  it('for an owner end the ones before', async () => {
    const link = { kind: 'owner', person: null, question: null, expert: null, expiresAt: LATER } as const;
    for (const text of ['one', 'two']) {
      await here.records.transaction(null, (w) => w.links.add({ ...link, tokenHash: hashOf(text) }));
    }
    expect(await here.records.links.find(hashOf('one'))).toBeNull();
    expect(await here.records.links.find(hashOf('two'))).not.toBeNull();
  });
});
