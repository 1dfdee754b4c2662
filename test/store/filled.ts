import { createHash } from 'node:crypto';
import type { Id, Timestamp } from '../../src/app/workbench/ports/common.ts';
import type { Records } from '../../src/app/workbench/ports.ts';

const LATER: Timestamp = '2100-01-01T00:00:00.000Z';

/** SHA-256 of a text, to stand for that of a token. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A store with at least one row in every table. */
export interface Filled {
  readonly owner: Id;
  readonly planner: Id;
  readonly programme: Id;
  /** Finished with a result. */
  readonly run: Id;
  readonly waiting: Id;
  readonly question: Id;
  readonly result: string;
}

/** Fills an empty store the way a small office would. */
export async function fill(records: Records): Promise<Filled> {
  const add = (name: string, login: string, owner: boolean) =>
    records.transaction(null, (w) => w.people.add({ name, login, password: '$scrypt$', owner }));
  const owner = (await add('Owner Ō', 'owner', true)).id;
  const planner = (await add('Planner', 'planner', false)).id;
  const programme = (await records.transaction(owner, (w) => w.programmes.add('Chips 芯片'))).id;
  await records.transaction(owner, (w) => w.programmes.setMember(programme, planner, 'planner'));
  for (const [parent, text] of [
    [null, 'a\n'],
    [1, 'b "quoted" \\ back\u0007\n'],
  ] as const) {
    await records.transaction(planner, (w) =>
      w.versions.add({
        ...{ programme, parent, reason: 'because', kind: parent === null ? 'create' : 'edit' },
        files: new Map([
          ['muster.yaml', text],
          ['chain/links.csv', 'id,name\nx,y\n'.repeat(1000)],
        ]),
      }),
    );
  }
  const result = '{"schema":"muster/plan@1","value":0.1}';
  const pins = {
    programme,
    version: 2,
    kind: 'plan',
    options: { gap: 0.01 },
    seed: 4294967295,
    programVersion: '0.1.0',
  } as const;
  const run = (await records.transaction(planner, (w) => w.runs.request(pins))).id;
  await records.transaction(null, (w) => w.runs.claim(run, 'worker', 60));
  await records.transaction(null, (w) => w.runs.progress(run, 'worker', 60, { phase: 'bound' }));
  await records.transaction(null, (w) => w.runs.finish(run, 'worker', { status: 'done', result }));
  const waiting = (await records.transaction(planner, (w) => w.runs.request(pins, run))).id;
  const key = { contentHash: hashOf('content'), kind: 'assess', optionsHash: hashOf('options') };
  await records.transaction(null, (w) => w.computed.put(key, 'computed'));
  const figure = { figure: 'options/a/q', label: 'chance', unit: '', low: 0.1, central: 0.2, high: 1 / 3 };
  const question = (
    await records.transaction(planner, (w) =>
      w.questions.add({ ...figure, programme, run, experts: ['E1', 'E2'] }),
    )
  ).id;
  const answer = { question, expert: 'E1', low: 0.1, central: 0.3, high: 0.5, comment: 'so' };
  await records.transaction(null, (w) => w.questions.answer(answer));
  const session = {
    tokenHash: hashOf('session'),
    person: planner,
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: LATER,
  };
  await records.transaction(planner, (w) => w.sessions.add(session));
  const link = { kind: 'answer', person: null, question, expert: 'E2', expiresAt: LATER } as const;
  await records.transaction(planner, (w) => w.links.add({ ...link, tokenHash: hashOf('link') }));
  const request = { key: 'k', person: planner, route: 'POST /x', requestHash: hashOf('request') };
  await records.once(request, async () => ({ status: 201, body: { id: 1 } }));
  return { owner, planner, programme, run, waiting, question, result };
}
