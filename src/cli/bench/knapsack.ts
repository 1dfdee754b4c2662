import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { KNAPSACK_BYTES_MAX, parseKnapsacks } from '../../formats/or-library.ts';
import { type KnapsackProblem, type KnapsackSolution, solveKnapsack } from '../../portfolio/knapsack.ts';
import { knapsackProgramme } from '../../portfolio/knapsack-programme.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { instancePath, instanceText } from './instances.ts';
import { comparePeers, type IntegerPeer, integerPeers, type PeerComparison } from './integer-peers.ts';
import { machine } from './machine.ts';

/** `muster bench knapsack [FILES…]`: choices under several budgets (OR-Library), beside general integer solvers. */
export const knapsackBench: Bench = {
  name: 'knapsack',
  subject: 'choices under several budgets (OR-Library)',
  run: (targets) =>
    benchKnapsacks(targets.length > 0 ? targets : [instancePath('knapsack', 'mknapcb1.txt.gz')]),
};

/** Longest that ours or a peer may take for one instance. */
const LIMIT_SECONDS = 60;

interface Run {
  readonly name: string;
  readonly problem: KnapsackProblem;
  readonly solution: KnapsackSolution;
  readonly seconds: number;
  readonly comparison: PeerComparison;
}

async function benchKnapsacks(files: readonly string[]): Promise<string> {
  const { peers, line } = integerPeers();
  const runs: Run[] = [];
  for (const file of files) {
    const problems = parseKnapsacks(basename(file), await instanceText(file, KNAPSACK_BYTES_MAX));
    for (const [at, problem] of problems.entries()) {
      const name = `${basename(file).replace(/\.txt(\.gz)?$/, '')} ${at + 1}`;
      process.stderr.write(`${name} of ${problems.length}\n`);
      runs.push(await runOne(name, problem, peers));
    }
  }
  const proven = runs.filter(({ solution }) => solution.proven).length;
  const ours = geometricMean(runs.map(({ seconds }) => seconds));
  const means = peers.map(({ name }, at) => {
    const answered = runs.filter(({ comparison }) => comparison.seconds[at] !== null);
    const theirs = geometricMean(answered.map(({ comparison }) => comparison.seconds[at]!));
    const ratio = theirs / geometricMean(answered.map(({ seconds }) => seconds));
    return `${name} ${theirs.toPrecision(3)} s, ${ratio.toPrecision(2)} times ours (${answered.length} instances)`;
  });
  const peerHeads = peers.flatMap(({ name }) => [name, 'ratio']);
  return [
    machine(),
    line,
    `limit: ${LIMIT_SECONDS} s an instance`,
    columns(
      ['instance', 'items × rows', 'value', 'bound', 'nodes', 'ours', ...peerHeads, ''],
      runs.map(rowOf),
    ),
    `proven by ours: ${proven} of ${runs.length}`,
    `geometric mean of the times, with the limit for what was not done: ours ${ours.toPrecision(3)} s; ${means.join('; ')}\n`,
  ].join('\n');
}

async function runOne(name: string, problem: KnapsackProblem, peers: readonly IntegerPeer[]): Promise<Run> {
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const solution = solveKnapsack(problem, {
    stop: () => elapsed() > LIMIT_SECONDS,
    nodes: Number.POSITIVE_INFINITY,
  });
  const seconds = elapsed();
  const comparison = await comparePeers(
    peers,
    knapsackProgramme(problem),
    // Values in whole numbers are told apart by less than one.
    { seconds: LIMIT_SECONDS, gap: problem.values.every(Number.isInteger) ? 0.999 : 1e-6 },
    { value: solution.value, seconds, tolerance: 1e-3 },
    (objective) => -objective,
  );
  return { name, problem, solution, seconds, comparison };
}

function rowOf({ name, problem, solution, seconds, comparison }: Run): string[] {
  const { value, bound, proven, nodes } = solution;
  return [
    name,
    `${problem.values.length} × ${problem.capacities.length}`,
    String(value),
    proven ? 'proven' : bound.toFixed(1),
    String(nodes),
    `${seconds.toPrecision(3)} s`,
    ...comparison.cells,
    comparison.remark,
  ];
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
