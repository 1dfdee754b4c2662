import { performance } from 'node:perf_hooks';
import { assess } from '../../app/assess.ts';
import { openProgramme } from '../../app/check-folder.ts';
import { ScenarioView } from '../../app/scenario-view.ts';
import { ChainWorld } from '../../app/scenario-world.ts';
import { runPlan } from '../../compute/run-plan.ts';
import { planProblem } from '../../programme/plan-problem.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** `muster bench plan [FOLDER]`: the steps from a programme folder to its plan. */
export const planBench: Bench = {
  name: 'plan',
  subject: 'a programme folder, from reading to plan',
  run: ([folder = 'examples/advanced-chips']) => benchPlan(folder),
};

async function benchPlan(folder: string): Promise<string> {
  const rows: string[][] = [];
  const timed = async <T>(
    what: string,
    work: () => T | Promise<T>,
    figure: (result: T) => string,
  ): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    rows.push([what, `${(performance.now() - begun).toFixed(0)} ms`, figure(result)]);
    return result;
  };
  const programme = await timed(
    'read and check',
    () => openProgramme(folder),
    (p) => `${p.links.length} links`,
  );
  await timed(
    'compile',
    () => planProblem(programme),
    (p) => `${p.groups.length} groups, ${p.value.formula.bdd.nodeCount} nodes`,
  );
  const one = programme.scenarios[0].id;
  await timed(
    'assess one scenario',
    () => assess(programme, { scenario: one, maxOrder: 1, gates: 'unknown' }),
    (a) => `${a.chokepoints.length} chokepoints`,
  );
  const world = new ChainWorld(programme);
  new ScenarioView(world, programme.scenarios[0], { gates: 'unknown' }).products();
  await timed(
    'one measure less, products again',
    () => {
      const [scenario] = programme.scenarios;
      const changed = { ...scenario, measures: scenario.measures.slice(1) };
      return new ScenarioView(world, changed, { gates: 'unknown' }).products();
    },
    (products) =>
      `${products.filter(({ works }) => works === 'yes').length} of ${products.length} products hold`,
  );
  await timed(
    'plan',
    () => runPlan(programme, { gap: 0.01, timeLimitSeconds: null }).plan,
    (plan) =>
      `value ${plan.value.toExponential(4)} ± ${plan.standardError.toExponential(1)}, bound ${plan.bound.toExponential(4)}, gap ${((plan.gap ?? 0) * 100).toFixed(1)} %` +
      plan.baselines.map((b) => `, ${b.name} ${b.value.toExponential(4)}`).join(''),
  );
  return `${machine()}\n${columns(['step', 'time', 'figures'], rows)}`;
}
