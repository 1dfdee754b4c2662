import { describe, expect, it } from 'vitest';
import type { Writes } from '../../src/app/workbench/ports.ts';
import { useStore } from '../support/database.ts';
import { type Filled, fill, hashOf } from './filled.ts';

const here = useStore();

const LATER = '2100-01-01T00:00:00.000Z';

type Case = [
  subject: keyof Writes,
  verb: string,
  action: string | null,
  work: (writes: Writes) => Promise<unknown>,
];

/** Each write of the ports once, with the action that it leaves in the trail; null where it says `not audited`. */
function everyWrite({ owner, planner, programme, run, waiting, question }: Filled): Case[] {
  const files = new Map([['a', 'b']]);
  const pins = { programme, version: 1, kind: 'plan', options: {}, seed: 1, programVersion: '' } as const;
  const session = { tokenHash: hashOf('s'), person: planner, createdAt: LATER, expiresAt: LATER };
  const figure = { figure: 'f', label: '', unit: '', low: null, central: null, high: null };
  const link = { kind: 'owner', person: null, question: null, expert: null, expiresAt: LATER } as const;
  const answer = { question, expert: 'E2', low: 0, central: 0, high: 0, comment: '' };
  return [
    [
      'people',
      'add',
      'person.add',
      (w) => w.people.add({ name: '', login: 'x', password: null, owner: false }),
    ],
    ['people', 'change', 'person.change', (w) => w.people.change(planner, { name: 'New' })],
    ['people', 'signInFailed', 'person.sign-in-failed', (w) => w.people.signInFailed(planner)],
    ['people', 'lock', 'person.lock', (w) => w.people.lock(planner, LATER)],
    ['people', 'signedIn', 'person.sign-in', (w) => w.people.signedIn(planner)],
    ['sessions', 'add', 'session.add', (w) => w.sessions.add(session)],
    ['sessions', 'touch', null, (w) => w.sessions.touch(hashOf('s'), LATER, LATER)],
    ['sessions', 'remove', 'session.remove', (w) => w.sessions.remove(hashOf('s'))],
    ['sessions', 'removeOf', 'session.remove-all', (w) => w.sessions.removeOf(planner)],
    ['sessions', 'purge', null, (w) => w.sessions.purge(LATER)],
    ['links', 'add', 'link.add', (w) => w.links.add({ ...link, tokenHash: hashOf('l') })],
    ['links', 'use', 'link.use', (w) => w.links.use(hashOf('l'), '2026-01-01T00:00:00.000Z')],
    ['programmes', 'add', 'programme.add', (w) => w.programmes.add('x')],
    ['programmes', 'rename', 'programme.rename', (w) => w.programmes.rename(programme, 'x')],
    ['programmes', 'setMember', 'member.set', (w) => w.programmes.setMember(programme, owner, 'auditor')],
    ['programmes', 'removeMember', 'member.remove', (w) => w.programmes.removeMember(programme, owner)],
    [
      'versions',
      'add',
      'version.add',
      (w) => w.versions.add({ programme, parent: 2, reason: '', kind: 'edit', files }),
    ],
    ['runs', 'request', 'run.request', (w) => w.runs.request(pins, run)],
    ['runs', 'claim', 'run.claim', (w) => w.runs.claim(waiting, 'w', 60)],
    ['runs', 'progress', null, (w) => w.runs.progress(waiting, 'w', 60, {})],
    ['runs', 'requestStop', 'run.stop', (w) => w.runs.requestStop(waiting)],
    ['runs', 'release', 'run.release', (w) => w.runs.release(waiting, 'w')],
    ['runs', 'claim', 'run.claim', (w) => w.runs.claim(waiting, 'w', 60)],
    ['runs', 'requestCancel', 'run.cancel', (w) => w.runs.requestCancel(waiting)],
    ['runs', 'finish', 'run.finish', (w) => w.runs.finish(waiting, 'w', { status: 'cancelled' })],
    ['computed', 'put', null, (w) => w.computed.put({ contentHash: '', kind: '', optionsHash: '' }, '')],
    ['questions', 'add', 'question.add', (w) => w.questions.add({ ...figure, programme, run, experts: [] })],
    ['questions', 'answer', 'question.answer', (w) => w.questions.answer(answer)],
    ['questions', 'close', 'question.close', (w) => w.questions.close(question, null, null)],
    ['questions', 'setOutcome', 'question.outcome', (w) => w.questions.setOutcome(question, 1, '')],
    ['people', 'erase', 'person.erase', (w) => w.people.erase(planner)],
  ];
}

describe('the audit trail', () => {
  it('gets one row with every write, by its author, and none where the transaction fails', async () => {
    const filled = await fill(here.records);
    const newest = async () => (await here.records.audit.list(null, { limit: 2, after: null })).items;
    const done = new Set<string>();
    for (const [subject, verb, action, work] of everyWrite(filled)) {
      const before = await newest();
      const failed = here.records.transaction(filled.owner, async (writes) => {
        await work(writes);
        throw new Error('after the write');
      });
      await expect(failed, `${subject}.${verb}`).rejects.toThrow('after the write');
      expect(await newest(), `${subject}.${verb} rolled back`).toEqual(before);
      await here.records.transaction(filled.owner, work);
      const [last, previous] = await newest();
      if (action === null) expect([last, previous], `${subject}.${verb}`).toEqual(before);
      else {
        expect(last, `${subject}.${verb}`).toMatchObject({ action, person: filled.owner });
        expect(previous, `${subject}.${verb} leaves one row`).toEqual(before[0]);
      }
      done.add(`${subject}.${verb}`);
    }
    expect([...done].sort()).toEqual(await allWrites());
  });

  it('is read by programme, in pages', async () => {
    const { items } = await here.records.audit.list(null, { limit: 1000, after: null });
    const { programme } = items.find((entry) => entry.programme !== null)!;
    const expected = items.filter((entry) => entry.programme === programme).map(({ seq }) => seq);
    const seen: number[] = [];
    for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages++) {
      const page = await here.records.audit.list(programme, { limit: 7, after });
      seen.push(...page.items.map(({ seq }) => seq));
      after = page.next;
    }
    expect(seen).toEqual(expected);
  });
});

/** Every writing method, from the store itself: what a transaction offers beyond the reads. */
async function allWrites(): Promise<readonly string[]> {
  return here.records.transaction(null, async (writes) =>
    (Object.keys(writes) as (keyof Writes)[])
      .flatMap((subject) =>
        Object.keys(writes[subject])
          .filter((verb) => !(verb in here.records[subject]))
          .map((verb) => `${subject}.${verb}`),
      )
      .sort(),
  );
}
