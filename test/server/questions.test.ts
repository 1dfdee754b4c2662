import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../src/contract/plan.ts';
import { Caller, must, type TestBench, takeOwner, testBench } from '../support/api.ts';
import { useStore } from '../support/database.ts';

const store = useStore();
let bench: TestBench;
let owner: Caller;
let programme: string;
let run: string;

/** A plan as far as questions read it: its run is what a worker would have written. */
async function planned(figure: string): Promise<string> {
  const { id } = await must(owner, 'POST /programmes/{programme}/runs', {
    params: { programme },
    body: { version: 1, kind: 'plan' },
  });
  const ask = [{ figure, label: 'Capacity', labelZh: '产能', unit: 't', low: 1, central: 2, high: 3 }];
  const plan = { schema: 'muster/plan@1', programme: 'Critical minerals', ask } as unknown as Plan;
  await bench.workbench.records.transaction(null, async ({ runs }) => {
    await runs.claim(id, 'test', 60);
    await runs.finish(id, 'test', { status: 'done', result: JSON.stringify(plan) });
  });
  return id;
}

beforeAll(async () => {
  bench = testBench(store);
  owner = await takeOwner(bench);
  programme = (await must(owner, 'POST /programmes', { body: { name: 'Q', example: 'critical-minerals' } }))
    .id;
});

it('answers stay private, become judgements of a new version, and are scored by the outcome', async () => {
  const judged = await readFile(
    join(import.meta.dirname, '../../examples/critical-minerals/judgements.csv'),
    'utf8',
  );
  const figure = judged.split('\n')[1]!.split(',')[0]!;
  run = await planned(figure);
  const params = { programme };
  const { question, links } = await must(owner, 'POST /programmes/{programme}/questions', {
    params,
    body: { run, figure, experts: ['E1', 'E2'] },
  });
  const at = { programme, question: question.id };
  const [first, second] = links.map(({ path }) => ({ token: path.replace('/answer/', '') }));
  const expert = new Caller(bench.app);
  const page = await must(expert, 'GET /answers/{token}', { params: first! });
  expect(page).toMatchObject({ expert: 'E1', label: 'Capacity', answer: null, status: 'open' });
  const put = (token: { token: string }, low: number, central: number, high: number) =>
    expert.call('PUT /answers/{token}', { params: token, body: { low, central, high } });
  const bad = await put(first!, 3, 0.2, 0.1);
  expect([bad.status, bad.text.includes('/body/low')]).toEqual([400, true]);
  expect((await put(first!, 0.1, 0.2, 0.3)).body.answer).toMatchObject({ central: 0.2 });
  expect((await put(first!, 0.1, 0.2, 0.3)).status).toBe(409);
  const open = await must(owner, 'GET /programmes/{programme}/questions', { params });
  expect(open.items[0]).toMatchObject({ answers: null, experts: [{ answered: true }, { answered: false }] });
  const state = () =>
    owner.call('PUT /programmes/{programme}/questions/{question}/outcome', {
      params: at,
      body: { value: 0.25, reason: 'measured' },
    });
  expect((await state()).text).toContain('/problems/question-open');
  const closed = await must(owner, 'POST /programmes/{programme}/questions/{question}/close', { params: at });
  expect(closed).toMatchObject({ status: 'closed', version: 2, pooled: { central: 0.2, experts: 1 } });
  expect(bench.sent).toContain(closed.planRun);
  const { parts } = await must(owner, 'GET /programmes/{programme}/versions/{version}/content', {
    params: { programme, version: 2 },
  });
  expect(parts.judgements).toContainEqual(expect.objectContaining({ figure, expert: 'E1', central: 0.2 }));
  expect((await put(second!, 0.1, 0.2, 0.3)).status).toBe(409);
  expect((await state()).body.scores).toMatchObject([{ expert: 'E1', held: true, chance: 0.8 }]);
});
