import type { Command } from 'commander';
import { MusterError } from '../kernel/errors.ts';
import type { Bench } from './bench/bench.ts';
import { cascadeBench } from './bench/cascade.ts';
import { coupledBench } from './bench/coupled.ts';
import { cutSetsBench } from './bench/cutsets.ts';
import { knapsackBench } from './bench/knapsack.ts';
import { layoutBench } from './bench/layout.ts';
import { loadBench } from './bench/load.ts';
import { oracleBench } from './bench/oracle.ts';
import { pipelineBench } from './bench/pipeline.ts';
import { planBench } from './bench/plan.ts';
import { replacementBench } from './bench/replacement.ts';
import { whatIfBench } from './bench/whatif.ts';
import { workersBench } from './bench/workers.ts';

const BENCHES: readonly Bench[] = [
  planBench,
  whatIfBench,
  layoutBench,
  coupledBench,
  oracleBench,
  replacementBench,
  pipelineBench,
  knapsackBench,
  cutSetsBench,
  cascadeBench,
  workersBench,
  loadBench,
];

/** `muster bench NAME`: a benchmark, with machine, times and figures. */
export function registerBench(program: Command): void {
  const names = BENCHES.map(({ name }) => name).join(', ');
  program
    .command('bench')
    .description(`run a benchmark: ${BENCHES.map(({ name, subject }) => `${name} (${subject})`).join('; ')}`)
    .argument('<name>', `one of: ${names}`)
    .argument('[targets...]', 'files or folders to run it on; without any, its own')
    .action(async (name: string, targets: string[]) => {
      const bench = BENCHES.find((b) => b.name === name);
      if (!bench) {
        throw new MusterError('UNKNOWN_BENCHMARK', `'${name}' is not a benchmark.`, {
          hint: `Known: ${names}.`,
        });
      }
      process.stdout.write(await bench.run(targets));
    });
}
