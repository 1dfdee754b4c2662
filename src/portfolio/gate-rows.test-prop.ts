import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bdd, FALSE, TRUE } from '../structure/bdd.ts';
import { FormulaBuilder } from '../structure/formula.ts';
import { ChainValue } from './chain-value.ts';
import { gateRows } from './gate-rows.ts';

/** Weights in tenths and a minimum; with many leaves there are more cuts than rows. */
const thresholds = fc.integer({ min: 2, max: 10 }).chain((leaves) =>
  fc.record({
    tenths: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: leaves, maxLength: leaves }),
    minimum: fc.integer({ min: 1, max: 40 }),
  }),
);

test('rows of a weighted threshold hold for whatever is attained, and say no wherever it is missed', () => {
  let summed = 0;
  fc.assert(
    fc.property(thresholds, ({ tenths, minimum }) => {
      const leaves = tenths.length;
      const formula = new FormulaBuilder(new Bdd(leaves));
      const terms = tenths.map((tenth, i) => ({ node: formula.leaf(i), weight: tenth / 10 }));
      const node = formula.threshold(terms, minimum / 10);
      if (node === TRUE || node === FALSE) return;
      const chain = new ChainValue(1, leaves, formula, [{ period: 0, weight: 1, node }]);
      const rows = gateRows(chain, 0, new Float64Array(leaves).fill(1));
      const loose = rows.constraints.includes('threshold, summed');
      if (loose) summed++;
      for (let mask = 0; mask < 2 ** leaves; mask++) {
        const attained = Array.from({ length: leaves }, (_, i) => (mask >> i) & 1);
        const truth = attained.reduce((sum, on, i) => sum + on * tenths[i], 0) >= minimum;
        expect(formula.bdd.evaluate(node, attained)).toBe(truth);
        expect(allows(rows, formula, attained, node, truth ? 1 : 0)).toBe(true);
        if (!truth && !loose) expect(allows(rows, formula, attained, node, 1)).toBe(false);
      }
    }),
    { numRuns: 200, seed: 20_260_801 },
  );
  expect(summed).toBeGreaterThan(0);
});

/** Whether the rows let the top have value z when every inner gate has the value of its function. */
function allows(
  { constraints, leaves, gates }: ReturnType<typeof gateRows>,
  { bdd }: FormulaBuilder,
  attained: readonly number[],
  top: number,
  z: number,
): boolean {
  const sums = new Float64Array(constraints.length);
  for (const { group, row } of leaves) sums[row] -= attained[group];
  for (const { node, entries } of gates) {
    const value = node === top ? z : bdd.evaluate(node, attained) ? 1 : 0;
    for (const entry of entries) sums[entry.row] += entry.value * value;
  }
  return sums.every((sum) => sum <= 1e-9);
}
