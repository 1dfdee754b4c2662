import { LinearModel } from '../kernel/linear-model.ts';
import type { KnapsackProblem } from './knapsack.ts';

/** The same as an integer programme: its objective is the value of the choice, negative. */
export function knapsackProgramme({ values, weights, capacities }: KnapsackProblem): LinearModel {
  const model = new LinearModel();
  for (const value of values) model.column(-value, 0, 1, true);
  weights.forEach((row, r) => {
    model.atMost(
      capacities[r],
      row.map((need, item) => [item, need]),
    );
  });
  return model;
}
