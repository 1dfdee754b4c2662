import { GroupModel } from '../portfolio/group-dp.ts';
import { compileGroup } from '../portfolio/group-process.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import { groupSpec, projectId } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { GroupsPriced } from './plan-worth.ts';

/**
 * What deciding the lead of a project costs against leading it as the plan would choose: the value of its group with
 * the barred leads less that without, both at the prices of the plan. Null where the project cannot be chosen at all.
 */
export function leadCost(
  problem: PlanProblem,
  model: JointModel,
  { groupPrices }: GroupsPriced,
  project: string,
): number | null {
  const g = problem.groups.findIndex(({ projects }) => projects.some((one) => projectId(one) === project));
  if (g < 0) return null;
  const group = problem.groups[g];
  const freed = groupSpec(
    {
      ...group,
      projects: group.projects.map((one) =>
        projectId(one) === project ? { ...one, variants: [...one.variants, ...one.barred], barred: [] } : one,
      ),
    },
    problem.context,
  );
  const bound = problem.spec.groups[g].projects;
  const spec = { ...freed, projects: freed.projects.map((one, p) => ({ ...one, bound: bound[p].bound })) };
  const prices = { ...groupPrices[g], action: null };
  const free = new GroupModel(problem.spec, compileGroup(problem.spec, spec), spec);
  return Math.max(0, free.solve(prices).value - model.groups[g].solve(prices).value);
}
