import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/app/plan.ts';
import { type Asked, type Computing, canonicalText, computeRun } from '../../src/app/workbench/run-kinds.ts';
import { takeFolder } from '../../src/app/workbench/take-files.ts';
import { loadLinearSolver } from '../../src/compute/highs-solver.ts';
import { RUN_OPTIONS, StartRun } from '../../src/contract/api/runs.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { VALID_FOLDER } from '../support/folders.ts';

const solver = await loadLinearSolver();
const { files, programme } = await takeFolder(VALID_FOLDER);
const elsewhere = (): never => {
  throw new Error('not asked for');
};
let seconds = 0;
const computing: Computing = {
  solver,
  plan: async (given, gap) => makePlan(given, solver, { gap, seconds: () => seconds++ }),
  frontier: elsewhere,
  alternatives: elsewhere,
};

function compute(kind: 'plan' | 'assess', options: object, seed: number | null = null) {
  const asked = { kind, options: RUN_OPTIONS[kind].parse(options) } as Asked;
  return computeRun({ files, seed, asked }, computing);
}

describe('a run without its database', () => {
  const [option] = programme!.goals.flatMap((goal) => goal.options);
  const project = `${option!.id}/${option!.teams[0]!.actor}`;

  it('gives the same bytes, whatever time it took, and says which seed', async () => {
    const texts = [await compute('plan', {}, 11), await compute('plan', {}, 11)].map(canonicalText);
    expect(texts[0]).toBe(texts[1]);
    expect(JSON.parse(texts[0]!)).toMatchObject({ schema: 'muster/plan@1', seed: 11 });
    expect(JSON.parse(texts[0]!)).not.toHaveProperty('seconds');
    expect(await compute('plan', {})).toMatchObject({ seed: programme!.muster.seed });
  });

  it('says of what if in its notes', async () => {
    const plan = await compute('plan', { without: [project] });
    expect((plan as Plan).notes[0]).toBe(`What if: ${project} may not be chosen.`);
  });

  it('answers commitments that exclude each other with the reasons', async () => {
    const report = await compute('plan', { with: [{ project }], without: [project] });
    expect(report).toMatchObject({ schema: 'muster/infeasible@1' });
  });

  it('refuses a version with errors', async () => {
    const broken = new Map([...files].filter(([path]) => path !== 'chain/links.csv'));
    const asked: Asked = { kind: 'assess', options: RUN_OPTIONS.assess.parse({}) };
    await expect(computeRun({ files: broken, seed: 1, asked }, computing)).rejects.toMatchObject({
      code: 'INVALID_PROGRAMME',
    });
  });
});

describe('what a run is asked', () => {
  it('is filled in with what was not said', () => {
    expect(StartRun.parse({ version: 3, kind: 'plan' })).toEqual({
      ...{ version: 3, kind: 'plan' },
      options: { gap: 0.01, timeLimit: null, with: [], without: [], budgets: [] },
    });
  });

  it.each([
    [{ version: 1, kind: 'plan', options: { gap: 2 } }],
    [{ version: 1, kind: 'plan', options: { factors: [1] } }],
    [{ version: 1, kind: 'frontier', options: { factors: [] } }],
    [{ version: 1, kind: 'guess' }],
    [{ version: 0, kind: 'plan' }],
  ])('is refused: %j', (body) => {
    expect(StartRun.safeParse(body).success).toBe(false);
  });
});
