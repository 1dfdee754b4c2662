import type { IntegerLimits, IntegerSolution, IntegerSolver } from '../kernel/integer-solver.ts';
import type { LinearModel } from '../kernel/linear-model.ts';
import { type Highs, load } from './highs.ts';

/** Loads HiGHS as a solver of integer programmes. */
export async function loadIntegerSolver(): Promise<IntegerSolver> {
  const highs = await load();
  return { solve: (model, limits) => solve(highs, model, limits) };
}

function solve(highs: Highs, { columns, bounds }: LinearModel, limits: IntegerLimits): IntegerSolution {
  const { modelStatus, variableType } = highs.constants;
  const starts = new Int32Array(columns.length + 1);
  columns.forEach(({ rows }, c) => {
    starts[c + 1] = starts[c] + rows.length;
  });
  const indices = new Int32Array(starts[columns.length]);
  const values = new Float64Array(starts[columns.length]);
  columns.forEach((column, c) => {
    indices.set(column.rows, starts[c]);
    values.set(column.values, starts[c]);
  });
  const model = highs.createModel({
    numCols: columns.length,
    numRows: bounds.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: new Float64Array(bounds.length).fill(-highs.infinity),
    rowUpper: Float64Array.from(bounds),
    integrality: new Int32Array(columns.length).fill(variableType.integer),
    matrix: {
      format: 'csc',
      numRows: bounds.length,
      numCols: columns.length,
      starts,
      indices,
      values,
    },
  });
  try {
    const { seconds, gap } = limits;
    model.options.set({
      output_flag: false,
      random_seed: 1,
      time_limit: seconds,
      mip_rel_gap: 0,
      mip_abs_gap: gap,
    });
    model.run();
    const status = model.getModelStatus();
    const optimal = status === modelStatus.optimal;
    if (!optimal && status !== modelStatus.timeLimit) {
      throw new Error(`the integer solver ended with status ${status}`);
    }
    const objective = model.getObjectiveValue();
    const found = Number.isFinite(objective) && Math.abs(objective) < highs.infinity;
    return {
      objective: found ? objective : null,
      bound: Number(model.info.get('mip_dual_bound')),
      columns: found ? model.getSolution().colValue : new Float64Array(0),
      optimal,
    };
  } finally {
    model.dispose();
  }
}
