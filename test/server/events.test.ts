import { beforeAll, expect, it } from 'vitest';
import { type Caller, must, type TestBench, takeOwner, testBench } from '../support/api.ts';
import { useStore } from '../support/database.ts';
import { type Heard, heardIn } from '../support/heard.ts';

const store = useStore();
let bench: TestBench;
let owner: Caller;
let programme: string;

beforeAll(async () => {
  bench = testBench(store);
  owner = await takeOwner(bench);
  programme = (await must(owner, 'POST /programmes', { body: { name: 'E', example: 'critical-minerals' } }))
    .id;
});

async function newRun(): Promise<string> {
  const asked = { params: { programme }, body: { version: 1, kind: 'assess' } } as const;
  return (await must(owner, 'POST /programmes/{programme}/runs', asked)).id;
}

async function* heard(run: string): AsyncGenerator<Heard> {
  const reply = await owner.fetch('GET /programmes/{programme}/runs/{run}/events', {
    params: { programme, run },
  });
  expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  yield* heardIn(reply);
}

it('a run is told as it is, then at each change, to its end', async () => {
  const id = await newRun();
  const { records } = bench.workbench;
  const events: Heard[] = [];
  for await (const one of heard(id)) {
    events.push(one);
    if (events.length === 1) await records.transaction(null, ({ runs }) => runs.claim(id, 'w', 60));
    if (one.run.status !== 'running' || one.event === 'done') continue;
    await records.transaction(null, ({ runs }) =>
      runs.finish(id, 'w', { status: 'done', result: '{"a":1}' }),
    );
  }
  expect(events[0]).toMatchObject({ event: 'progress', run: { id, status: 'waiting' } });
  expect(events.at(-1)).toMatchObject({ event: 'done', run: { id, status: 'done' } });
  expect(events.filter(({ event }) => event === 'done')).toHaveLength(1);
  const late: Heard[] = [];
  for await (const one of heard(id)) late.push(one);
  expect(late.map(({ event }) => event)).toEqual(['done']);
  const result = await owner.call('GET /programmes/{programme}/runs/{run}/result', {
    params: { programme, run: id },
  });
  expect(result.text).toBe('{"a":1}');
  expect(result.headers.get('etag')).toBe(`"${events.at(-1)!.run.resultHash}"`);
});

it('a reader who goes ends nothing but their own stream; a run without a result has none', async () => {
  const id = await newRun();
  for await (const { event } of heard(id)) {
    expect(event).toBe('progress');
    break;
  }
  const params = { programme, run: id };
  const result = await owner.call('GET /programmes/{programme}/runs/{run}/result', { params });
  expect([result.status, result.text.includes('/problems/not-finished')]).toEqual([409, true]);
  const cancelled = await must(owner, 'POST /programmes/{programme}/runs/{run}/cancel', { params });
  expect(cancelled.status).toBe('cancelled');
  const again = await must(owner, 'POST /programmes/{programme}/runs/{run}/again', { params });
  expect(again).toMatchObject({ againOf: id, status: 'waiting', seed: cancelled.seed });
});
