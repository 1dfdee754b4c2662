import type { Content } from '../../../../src/contract/api/content.ts';
import type { Plan } from '../../../../src/contract/plan.ts';

/** Which funded project waits for which: a stage of the one requires the goal that the other is to reach first. */
export function waitsOf(plan: Plan, { parts }: Content): { from: string; to: string }[] {
  const options = new Map(
    parts.goals.flatMap((goal) => goal.options.map((option) => [option.id, option] as const)),
  );
  const endOf = (project: Plan['funded'][number]): number =>
    project.stages.at(-1)?.toPeriod ?? Number.POSITIVE_INFINITY;
  return plan.funded.flatMap((project) => {
    const option = options.get(project.project.split('/')[0]);
    const required = new Set(option?.stages.flatMap((stage) => stage.requires) ?? []);
    return [...required].flatMap((goal) => {
      const [first] = plan.funded
        .filter((one) => one.goal === goal)
        .sort((a, b) => endOf(a) - endOf(b) || (a.project < b.project ? -1 : 1));
      return first ? [{ from: first.project, to: project.project }] : [];
    });
  });
}
