import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../../app/workbench/ports/runs.ts';
import type { Records } from '../../app/workbench/ports.ts';
import { type RunDesk, requestRun } from '../../app/workbench/runs.ts';
import { takeFolder } from '../../app/workbench/take-files.ts';
import { StartRun } from '../../contract/api/runs.ts';
import { openQueue } from '../../jobs/queue.ts';
import { MusterError } from '../../kernel/errors.ts';
import { openStore } from '../../store/open.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** `muster bench workers [FOLDER]`: an ensemble of plan runs by one worker process and by two. */
export const workersBench: Bench = {
  name: 'workers',
  subject: 'plan runs of a programme folder with different seeds, by one and by two worker processes',
  run: ([folder = 'examples/critical-minerals']) => benchWorkers(folder),
};

const RUNS = 200;
/** Options left of the programme, so that a plan is small and the queue bears. */
const OPTIONS = 2;

async function benchWorkers(folder: string): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  try {
    const store = await openStore({ dataDir });
    try {
      const times = await timesOf(store.records, store.databaseUrl, folder);
      const rows = times.map(({ workers, seconds }) => [
        `${workers}`,
        `${seconds.toFixed(1)} s`,
        `${(RUNS / seconds).toFixed(1)}`,
        (times[0].seconds / seconds).toFixed(2),
      ]);
      const head = ['workers', `${RUNS} plans`, 'plans a second', 'times as fast'];
      return `${machine()}\n${columns(head, rows)}`;
    } finally {
      await store.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function timesOf(
  records: Records,
  databaseUrl: string,
  folder: string,
): Promise<{ readonly workers: number; readonly seconds: number }[]> {
  const queue = await openQueue(databaseUrl, (error) => process.stderr.write(`${error}\n`));
  try {
    const ask = await asker({ records, queue }, folder);
    const times = [];
    for (const workers of [1, 2]) {
      process.stderr.write(`${RUNS} plans by ${workers} worker${workers === 1 ? '' : 's'}\n`);
      times.push({ workers, seconds: await ensemble(records, databaseUrl, ask, workers) });
    }
    return times;
  } finally {
    await queue.stop();
  }
}

/** Puts the folder into the records; what it returns asks for one plan of it with a seed. */
async function asker(desk: RunDesk, folder: string): Promise<(seed: number) => Promise<RunRecord>> {
  const { programme, files } = await takeFolder(folder);
  if (!programme) {
    throw new MusterError('INVALID_PROGRAMME', `${folder} has errors.`, {
      hint: `Run \`muster check ${folder}\` to see all of them.`,
    });
  }
  const options = programme.goals.flatMap((goal) => goal.options.map(({ id }) => id));
  const id = await desk.records.transaction(null, async ({ programmes, versions }) => {
    const made = await programmes.add('Bench');
    await versions.add({ programme: made.id, parent: null, reason: 'bench', kind: 'import', files });
    return made.id;
  });
  const start = { version: 1, kind: 'plan', options: { without: options.slice(OPTIONS) } };
  return (seed) => requestRun(desk, null, id, StartRun.parse({ ...start, seed }));
}

/** Seconds from the first claim to the last end, on the clock of the database. */
async function ensemble(
  records: Records,
  databaseUrl: string,
  ask: (seed: number) => Promise<RunRecord>,
  workers: number,
): Promise<number> {
  const asked: RunRecord[] = [];
  for (let seed = 1; seed <= RUNS; seed++) asked.push(await ask(seed));
  const processes = Array.from({ length: workers }, () => startWorker(databaseUrl));
  try {
    const ended = await Promise.all(asked.map((run) => endOf(records, run)));
    const failed = ended.find(({ status }) => status !== 'done');
    if (failed) throw new Error(`a run ended as ${failed.status}: ${failed.error?.message}`);
    const begun = Math.min(...ended.map(({ startedAt }) => Date.parse(startedAt!)));
    return (Math.max(...ended.map(({ finishedAt }) => Date.parse(finishedAt!))) - begun) / 1000;
  } finally {
    await Promise.all(processes.map(stopWorker));
  }
}

function startWorker(databaseUrl: string): ChildProcess {
  return spawn(process.execPath, [process.argv[1], 'worker', '--database', databaseUrl], { stdio: 'ignore' });
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null) return;
  const exit = once(worker, 'exit');
  worker.kill('SIGTERM');
  await exit;
}

async function endOf(records: Records, { id }: RunRecord): Promise<RunRecord> {
  let last: RunRecord | null = null;
  for await (const run of records.watch(id, new AbortController().signal)) last = run;
  return last!;
}
