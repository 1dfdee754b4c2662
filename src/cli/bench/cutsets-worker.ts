import { cutSets } from '../../app/cutsets.ts';
import { readFaultTree } from '../../formats/open-psa/read.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { CutSetsRun } from './cutsets.ts';

// A process of its own for each tree, so that its peak of memory is that of one tree.
const begun = performance.now();
const send = (run: CutSetsRun): void => {
  process.send!(run);
};
try {
  const tree = await readFaultTree(process.argv[2], { top: null });
  const report = cutSets(
    tree,
    { by: null, limit: 0, importance: false },
    () => (performance.now() - begun) / 1000,
  );
  send({ report, peakBytes: process.resourceUsage().maxRSS * 1024 });
} catch (error) {
  if (!(error instanceof MusterError)) throw error;
  send({ refused: error.code });
}
