import type { ProjectPlace } from './course-problem.ts';
import { compileGroup } from './group-process.ts';
import { JointModel } from './joint-model.ts';
import type { GroupSpec, PlanSpec } from './spec.ts';

/**
 * The model in which some projects never start: beginning them takes something of which there is none (a project
 * left to its performer takes nothing, and may still go ahead). Whatever bound the plan to them is lifted. States, actions
 * and luck keep their numbers, so that a policy made for it can be followed on the same luck in the model itself.
 */
export function barredModel(model: JointModel, barred: readonly ProjectPlace[]): JointModel {
  if (barred.length === 0) return model;
  const { plan } = model;
  const none = { id: 'barred', capacity: new Array<number>(plan.periods).fill(0) };
  const ofGroup = (g: number): number[] =>
    barred.flatMap(({ group, project }) => (group === g ? [project] : []));
  const groups = plan.groups.map((group, g) => withBarred(group, ofGroup(g), plan.rows.length));
  const spec: PlanSpec = { ...plan, rows: [...plan.rows, none], groups };
  const parts = groups.map((group, g) =>
    group === plan.groups[g] ? model.groups[g] : compileGroup(spec, group),
  );
  return new JointModel(spec, model.chain, parts);
}

function withBarred(group: GroupSpec, barred: readonly number[], row: number): GroupSpec {
  if (barred.length === 0) return group;
  return {
    ...group,
    projects: group.projects.map((project, p) => ({
      ...project,
      bound: barred.includes(p) ? undefined : project.bound,
      variants: project.variants.map((variant) => ({
        ...variant,
        stages: variant.stages.map((stage, s) =>
          s === 0 && barred.includes(p) && !stage.memoryless
            ? { ...stage, use: [...stage.use, { row, amount: 1 }] }
            : stage,
        ),
      })),
    })),
  };
}
