import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadIntegerSolver } from '../../compute/highs-integer.ts';
import { writeMps } from '../../formats/mps.ts';
import type { IntegerLimits, IntegerSolution } from '../../kernel/integer-solver.ts';
import type { LinearModel } from '../../kernel/linear-model.ts';
import { findOnPath } from './on-path.ts';

/** A general solver of integer programmes, run beside ours. */
export interface IntegerPeer {
  readonly name: string;
  solve(model: LinearModel, limits: IntegerLimits): Promise<PeerRun>;
}

/** What a peer said and how long it took; null where it ended without an answer. */
export type PeerRun = (Omit<IntegerSolution, 'columns'> & { readonly seconds: number }) | null;

/** The peers of this machine, and a line that names them and what is absent. */
export function integerPeers(): { readonly peers: readonly IntegerPeer[]; readonly line: string } {
  const cbc = findOnPath('cbc');
  const peers: IntegerPeer[] = [{ name: 'HiGHS', solve: runHighs }];
  if (cbc) peers.push({ name: 'CBC', solve: (model, limits) => runCbc(cbc, model, limits) });
  const absent = cbc ? `CBC (${cbc}, with reading the file)` : 'no CBC: cbc is not on the PATH';
  return { peers, line: `peers: HiGHS (npm package highs), ${absent}; ratio: their seconds over ours` };
}

/** Ours, to compare with. */
interface OurRun {
  readonly value: number;
  readonly seconds: number;
  /** Difference of values that counts as the same. */
  readonly tolerance: number;
}

/** Cells of the time of a peer and of its ratio to ours; what is not done or not the same is said in the remark. */
export function comparePeer(
  run: PeerRun,
  ours: OurRun,
  toValue: (objective: number) => number,
): { readonly cells: readonly [seconds: string, ratio: string]; readonly remark: string } {
  if (!run) return { cells: ['–', '–'], remark: 'ended without an answer' };
  const seconds = `${run.seconds.toPrecision(3)} s`;
  const ratio = significant(run.seconds / ours.seconds);
  const value = run.objective === null ? null : toValue(run.objective);
  if (!run.optimal) {
    const found = value === null ? 'nothing found' : `best value ${value.toFixed(4)}`;
    const bound = `bound ${toValue(run.bound).toFixed(4)}`;
    return { cells: [seconds, `≥ ${ratio}`], remark: `not done in ${seconds}: ${found}, ${bound}` };
  }
  if (value === null || Math.abs(value - ours.value) > ours.tolerance) {
    return { cells: [seconds, '–'], remark: `another value than ours: ${value}` };
  }
  return { cells: [seconds, ratio], remark: '' };
}

/** Two significant digits, never as a power of ten. */
function significant(x: number): string {
  return x >= 10 ? x.toFixed(0) : x.toPrecision(2);
}

/** HiGHS is loaded anew for every programme: one that ran out of memory spoils no other. */
async function runHighs(model: LinearModel, limits: IntegerLimits): Promise<PeerRun> {
  const solver = await loadIntegerSolver();
  const begun = performance.now();
  try {
    const { objective, bound, optimal } = solver.solve(model, limits);
    return { objective, bound, optimal, seconds: (performance.now() - begun) / 1000 };
  } catch {
    return null;
  }
}

async function runCbc(
  program: string,
  model: LinearModel,
  { seconds, gap }: IntegerLimits,
): Promise<PeerRun> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  try {
    const file = join(folder, 'programme.mps');
    await writeFile(file, writeMps(model));
    const limits = [
      '-timeMode',
      'elapsed',
      '-seconds',
      String(seconds),
      '-ratio',
      '0',
      '-allow',
      String(gap),
    ];
    const begun = performance.now();
    const log = await outputOf(program, [file, ...limits, '-solve'], seconds);
    return readCbcLog(log, (performance.now() - begun) / 1000);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What it prints. Killed if it takes half as long again as it was allowed. */
function outputOf(program: string, args: readonly string[], seconds: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: seconds * 1500,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
    child.on('error', () => resolve(output));
    child.on('close', () => resolve(output));
  });
}

/** The summary at the end of a log of CBC. */
export function readCbcLog(log: string, seconds: number): PeerRun {
  const result = /^Result - (.*)$/m.exec(log)?.[1];
  if (result === undefined) return null;
  const figure = (name: string): number | null => {
    const text = new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(log)?.[1];
    return text === undefined ? null : Number(text);
  };
  const optimal = result.startsWith('Optimal');
  const objective = figure('Objective value');
  const bound = figure('Lower bound') ?? (optimal ? objective : null);
  return { objective, bound: bound ?? Number.NEGATIVE_INFINITY, optimal, seconds };
}
