import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLinearSolver } from '../../src/compute/highs-solver.ts';
import { RecordingSolver } from '../support/recorded-model.ts';
import { INSTANCES, type ModelInstance } from './model-instances.ts';

/**
 * Every family of constraints of docs/reference/model.md as the solver is given it, in the LP format. A change of a model
 * shows here first. Written anew by `MUSTER_GOLDEN=write npx vitest run test/golden`; read the difference before you commit it.
 */
const FOLDER = join(import.meta.dirname, 'models');
const PAGE = join(import.meta.dirname, '../../docs/reference/model.md');

const solver = await loadLinearSolver();

function modelOf({ says, solve }: ModelInstance): string {
  const recording = new RecordingSolver(solver);
  solve(recording);
  return [...says.map((line) => `\\ ${line}`), recording.models.at(-1)].join('\n');
}

describe('models handed to the solver', () => {
  it.each(INSTANCES)('$family', (instance) => {
    const path = join(FOLDER, `${instance.family}.lp`);
    const model = modelOf(instance);
    if (process.env.MUSTER_GOLDEN === 'write') writeFileSync(path, model);
    expect(model).toBe(readFileSync(path, 'utf8'));
  });

  it('are those of the page of reference, every one', () => {
    const families = INSTANCES.map(({ family }) => family).sort();
    const linked = [...readFileSync(PAGE, 'utf8').matchAll(/test\/golden\/models\/([a-z-]+)\.lp/g)];
    expect([...new Set(linked.map(([, family]) => family))].sort()).toEqual(families);
    expect(readdirSync(FOLDER).sort()).toEqual(families.map((family) => `${family}.lp`).sort());
  });
});
