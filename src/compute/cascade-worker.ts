import { parentPort, workerData } from 'node:worker_threads';
import { Cascade } from '../chain/cascade.ts';
import { type CascadeHits, type CascadeWork, CONTROL, NUMBERS } from './run-cascades.ts';

const { network, options, scenarios, hits, control, losses } = workerData as CascadeWork;
const cascade = new Cascade(network, options);
const signals = new Int32Array(control);
const numbers = new Float64Array(losses);
const stop = (): boolean => Atomics.load(signals, CONTROL.stop) === 1;

while (!stop()) {
  const scenario = Atomics.add(signals, CONTROL.next, 1);
  if (scenario >= scenarios.length) break;
  const loss = cascade.run(scenarios[scenario], stop);
  if (!loss) break;
  const { total, downstream, upstream, rounds, lastRise, converged } = loss;
  numbers.set([total, downstream, upstream, rounds, lastRise, converged ? 1 : 0], NUMBERS * scenario);
  if (hits > 0) parentPort!.postMessage({ scenario, hits: cascade.mostHit(hits) } satisfies CascadeHits);
  Atomics.add(signals, CONTROL.done, 1);
}
