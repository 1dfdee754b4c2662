import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/app/workbench/ports/runs.ts';
import type { Queue } from '../../src/app/workbench/ports.ts';
import { cancelRun, requestRun, runAgain, runView, stopRun } from '../../src/app/workbench/runs.ts';
import { takeFolder } from '../../src/app/workbench/take-files.ts';
import { StartRun } from '../../src/contract/api/runs.ts';
import { openQueue } from '../../src/jobs/queue.ts';
import { useStore } from '../support/database.ts';
import { VALID_FOLDER } from '../support/folders.ts';
import { requireBuild } from '../support/run-muster.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

requireBuild();

const here = useStore();
let queue: Queue;
/** A programme that is planned in a moment. */
let small: string;

beforeAll(async () => {
  queue = await openQueue(here.url, (error) => console.error(error));
  small = await programme('Small', VALID_FOLDER);
});

afterAll(() => queue?.stop());

/** Longer than anything here takes on a busy machine; a test that waits so long has failed. */
const PATIENCE_MS = 280_000;

/** A frontier of so many budgets that there is time to step in, and each of them is soon done. */
const LONG = { factors: Array.from({ length: 64 }, (_, i) => (i + 1) / 20) };

const started: WorkerProcess[] = [];

async function worker(concurrency?: number): Promise<WorkerProcess> {
  const one = await startWorkerProcess(here.url, concurrency);
  started.push(one);
  return one;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.end('SIGKILL')));
});

async function programme(name: string, folder: string): Promise<string> {
  const { files } = await takeFolder(folder);
  return here.records.transaction(null, async ({ programmes, versions }) => {
    const { id } = await programmes.add(name);
    await versions.add({ programme: id, parent: null, reason: 'first', kind: 'import', files });
    return id;
  });
}

function request(of: string, kind: StartRun['kind'], options: object = {}): Promise<RunRecord> {
  return requestRun(
    { records: here.records, queue },
    null,
    of,
    StartRun.parse({ version: 1, kind, options }),
  );
}

/** The run once it has ended, and every state of it that was seen before. */
async function ended({ id }: RunRecord): Promise<{ run: RunRecord; seen: RunRecord[] }> {
  const seen: RunRecord[] = [];
  for await (const run of here.records.watch(id, AbortSignal.timeout(PATIENCE_MS))) seen.push(run);
  return { run: seen.at(-1)!, seen };
}

/** Until a part of the run is done. */
async function underWay({ id }: RunRecord): Promise<void> {
  for await (const run of here.records.watch(id, AbortSignal.timeout(PATIENCE_MS))) {
    if (run.progress !== null && (run.progress as { done: number }).done > 0) return;
  }
}

async function actions(run: RunRecord): Promise<string[]> {
  const page = await here.records.audit.list(run.programme, { limit: 200, after: null });
  return page.items
    .filter(({ subject }) => subject === run.id)
    .map(({ action }) => action)
    .reverse();
}

describe('workers', { timeout: PATIENCE_MS }, () => {
  it('share runs, and end each of them once', async () => {
    const runs = await Promise.all(
      Array.from({ length: 20 }, (_, i) => request(small, i % 10 === 0 ? 'plan' : 'assess')),
    );
    const both = await Promise.all([worker(), worker()]);
    const ends = await Promise.all(runs.map(ended));
    expect(ends.map(({ run }) => run.status)).toEqual(runs.map(() => 'done'));
    for (const run of runs) expect(await actions(run)).toEqual(['run.request', 'run.claim', 'run.finish']);
    const endedBy = both.map(({ events }) => events.filter(({ event }) => event === 'ended').length);
    expect(Math.min(...endedBy)).toBeGreaterThan(0);
    expect(new Set(ends.map(({ run }) => `${run.kind} ${run.resultHash}`)).size).toBe(2);
  });

  it('take on the run of a worker that was killed, once', async () => {
    const run = await request(small, 'frontier', LONG);
    const first = await worker();
    await underWay(run);
    await first.end('SIGKILL');
    await worker();
    const { run: last, seen } = await ended(run);
    expect(last).toMatchObject({ status: 'done', attempts: 2 });
    expect(new Set(seen.flatMap(({ worker: name }) => name ?? [])).size).toBe(2);
    expect(await actions(run)).toEqual(['run.request', 'run.claim', 'run.claim', 'run.finish']);
  });

  it('hand their runs back when they are stopped, which counts as no attempt', async () => {
    const run = await request(small, 'frontier', LONG);
    const first = await worker();
    await underWay(run);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.events.map(({ event }) => event)).toEqual([
      'started',
      'claimed',
      'stopping',
      'handed-back',
      'stopped',
    ]);
    expect(await here.records.runs.get(run.id)).toMatchObject({ status: 'waiting', attempts: 0 });
    await worker();
    expect((await ended(run)).run).toMatchObject({ status: 'done', attempts: 1 });
  });

  it('give a run up on which three of them died', async () => {
    const run = await request(small, 'assess');
    const { records } = here;
    for (let i = 0; i < 3; i++) {
      await records.transaction(null, ({ runs }) => runs.claim(run.id, `dead-${i}`, 0));
    }
    await worker();
    expect((await ended(run)).run).toMatchObject({
      status: 'failed',
      error: { code: 'WORKERS_DIED' },
      attempts: 4,
    });
  });
});

describe('a run', { timeout: PATIENCE_MS }, () => {
  it('tells its progress in order, then its end', async () => {
    const run = await request(small, 'frontier', LONG);
    const watched = ended(run);
    await worker();
    const { seen, run: last } = await watched;
    const told = seen.flatMap(({ progress }) => (progress as { seconds: number } | null)?.seconds ?? []);
    expect(new Set(told).size).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(seen[0]!.status).toBe('waiting');
    const result = JSON.parse((await here.records.runs.result(run.id))!);
    expect(last.status).toBe('done');
    expect(result).toMatchObject({ schema: 'muster/frontier@1', reproducible: true });
    expect(result).not.toHaveProperty('seconds');
  });

  it('that ends between two signs of life still tells how far it came', async () => {
    const run = await request(small, 'plan');
    await worker();
    expect((await ended(run)).run).toMatchObject({ status: 'done', progress: { value: expect.any(Number) } });
  });

  it('that is cancelled keeps nothing but its status, whether it waits or runs', async () => {
    const waits = await request(small, 'frontier', LONG);
    expect(await cancelRun(here.records, null, small, waits.id)).toMatchObject({ status: 'cancelled' });
    const runs = await request(small, 'frontier', LONG);
    await worker();
    await underWay(runs);
    await cancelRun(here.records, null, small, runs.id);
    const { run } = await ended(runs);
    expect(run).toMatchObject({ status: 'cancelled', resultHash: null, error: null });
    expect(await cancelRun(here.records, null, small, runs.id)).toMatchObject({ status: 'cancelled' });
    expect(await actions(runs)).toEqual(['run.request', 'run.claim', 'run.cancel', 'run.finish']);
  });

  it('that is stopped ends with the best so far', async () => {
    const asked = await request(small, 'frontier', LONG);
    await worker();
    await underWay(asked);
    await stopRun(here.records, null, small, asked.id);
    const { run } = await ended(asked);
    expect(run).toMatchObject({ status: 'stopped', error: null });
    const { status, points } = JSON.parse((await here.records.runs.result(run.id))!);
    expect(status).toBe('stopped');
    expect(points.length).toBeGreaterThan(0);
    expect(points.length).toBeLessThan(LONG.factors.length);
  });

  it('that a time limit cuts short is stopped', async () => {
    await worker();
    const { run } = await ended(await request(small, 'plan', { timeLimit: 0.001 }));
    expect(run).toMatchObject({ status: 'stopped', error: null });
    expect(JSON.parse((await here.records.runs.result(run.id))!)).toMatchObject({ reproducible: false });
  });

  it.each([
    ['plan', {}],
    ['frontier', { factors: [0.5, 1] }],
    ['alternatives', { count: 2 }],
    ['assess', { reading: 'world' }],
  ] as const)('gives the same bytes again: %s', async (kind, options) => {
    await worker();
    const first = (await ended(await request(small, kind, options))).run;
    const again = await runAgain({ records: here.records, queue }, null, small, first.id);
    const second = (await ended(again)).run;
    expect(await runView(here.records, first)).toMatchObject({ status: 'done', sameBytes: null });
    expect(await runView(here.records, second)).toMatchObject({
      ...{ status: 'done', sameBytes: true, againOf: first.id, requestedBy: null },
    });
  });

  it('fails with the words of the refusal', async () => {
    await worker();
    const { run } = await ended(await request(small, 'plan', { without: ['nothing/nobody'] }));
    expect(run).toMatchObject({
      status: 'failed',
      error: { code: 'UNKNOWN_SUBJECT', message: 'The programme has no project nothing/nobody.' },
      resultHash: null,
    });
  });

  it('of another version of Muster is not computed by this one', async () => {
    const asked = await here.records.transaction(null, ({ runs }) =>
      runs.request({
        ...{ programme: small, version: 1, kind: 'assess', options: {}, seed: 1 },
        programVersion: '0.0.0',
      }),
    );
    await worker();
    const { run } = await ended(asked);
    expect(run).toMatchObject({ status: 'failed', error: { code: 'OTHER_PROGRAM_VERSION' } });
  });
});
