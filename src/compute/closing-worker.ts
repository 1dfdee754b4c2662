import { workerData } from 'node:worker_threads';
import { Cascade } from '../chain/cascade.ts';
import { BATCH, type ClosingWork, NUMBERS } from './close-each.ts';

const { network, options, next, losses } = workerData as ClosingWork;
const cascade = new Cascade(network, options);
const counter = new Int32Array(next);
const numbers = new Float64Array(losses);

for (let from = Atomics.add(counter, 0, BATCH); from < network.firms; from = Atomics.add(counter, 0, BATCH)) {
  for (let firm = from; firm < Math.min(from + BATCH, network.firms); firm++) {
    const { total, downstream, upstream, rounds, converged } = cascade.run([{ firm, level: 0 }]);
    numbers.set([total, downstream, upstream, rounds, converged ? 1 : 0], NUMBERS * firm);
  }
}
