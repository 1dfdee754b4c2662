import { performance } from 'node:perf_hooks';
import { loadLinearSolver } from '../../compute/highs-solver.ts';
import type { LinearModel } from '../../kernel/linear-model.ts';
import type { SolveLimits } from '../../kernel/linear-program.ts';
import { runCbc, type TimedSolution } from './cbc.ts';
import { findOnPath } from './on-path.ts';

/** A general solver of integer programmes, run beside ours. */
export interface IntegerPeer {
  readonly name: string;
  /** Null where it ended without an answer. */
  solve(model: LinearModel, limits: SolveLimits): Promise<TimedSolution | null>;
}

/** The peers of this machine, and a line that names them and what is absent. */
export function integerPeers(): { readonly peers: readonly IntegerPeer[]; readonly line: string } {
  const cbc = findOnPath('cbc');
  const peers: IntegerPeer[] = [{ name: 'HiGHS', solve: runHighs }];
  if (cbc) peers.push({ name: 'CBC', solve: (model, limits) => runCbc(cbc, model, limits) });
  const absent = cbc ? `CBC (${cbc}, with reading the file)` : 'no CBC: cbc is not on the PATH';
  return {
    peers,
    line: `peers: HiGHS (npm package highs: WebAssembly, one thread), ${absent}; ratio: their seconds over ours`,
  };
}

/** Ours, to compare with. */
interface OurRun {
  readonly value: number;
  readonly seconds: number;
  /** Difference of values that counts as the same. */
  readonly tolerance: number;
}

/** What the peers said of one programme, beside ours. */
export interface PeerComparison {
  /** Seconds and ratio to ours of each peer. */
  readonly cells: readonly string[];
  /** What was not done, or came to another value. */
  readonly remark: string;
  /** Seconds of each peer; of one that gave no answer, none. */
  readonly seconds: readonly (number | null)[];
}

/** Lets each peer solve the programme, one after another; its objective has the value `toValue`. */
export async function comparePeers(
  peers: readonly IntegerPeer[],
  model: LinearModel,
  limits: SolveLimits,
  ours: OurRun,
  toValue: (objective: number) => number,
): Promise<PeerComparison> {
  const cells: string[] = [];
  const remarks: string[] = [];
  const seconds: (number | null)[] = [];
  for (const { name, solve } of peers) {
    const run = await solve(model, limits);
    const ratio = run ? significant(run.seconds / ours.seconds) : '–';
    cells.push(run ? `${run.seconds.toPrecision(3)} s` : '–', run?.optimal === false ? `≥ ${ratio}` : ratio);
    const remark = remarkOn(run, ours, toValue);
    if (remark !== null) remarks.push(`${name} ${remark}`);
    seconds.push(run?.seconds ?? null);
  }
  return { cells, remark: remarks.join('; '), seconds };
}

function remarkOn(
  run: TimedSolution | null,
  ours: OurRun,
  toValue: (objective: number) => number,
): string | null {
  if (!run) return 'ended without an answer';
  const value = run.objective === null ? null : toValue(run.objective);
  if (!run.optimal) {
    const found = value === null ? 'nothing found' : `best value ${value.toFixed(4)}`;
    return `not done in ${run.seconds.toFixed(0)} s: ${found}, bound ${toValue(run.bound).toFixed(4)}`;
  }
  const isSame = value !== null && Math.abs(value - ours.value) <= ours.tolerance;
  return isSame ? null : `came to another value: ${value}`;
}

/** Two significant digits, never as a power of ten. */
function significant(x: number): string {
  return x >= 10 ? x.toFixed(0) : x.toPrecision(2);
}

/** HiGHS is loaded anew for every programme: one that ran out of memory spoils no other. */
async function runHighs(model: LinearModel, limits: SolveLimits): Promise<TimedSolution | null> {
  const solver = await loadLinearSolver();
  const begun = performance.now();
  try {
    return { ...model.solveWithin(solver, limits), seconds: (performance.now() - begun) / 1000 };
  } catch {
    return null;
  }
}
