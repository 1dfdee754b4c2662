import type { FlippedDecision } from '../contract/ask.ts';
import { type Performance, startKey } from '../portfolio/performance.ts';
import { projectId } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { type ProjectStarts, projectStarts } from './plan-starts.ts';

/** A decision flips when it comes out otherwise on at least this share of the courses. */
const FLIPPED = 0.1;

/** Decisions on projects that differ between two plans on the same luck, the surest first. */
export function flipsOf(
  problem: PlanProblem,
  at: FlippedDecision['at'],
  before: Performance,
  after: Performance,
): FlippedDecision[] {
  const starts = startedIn(problem, before);
  return startedIn(problem, after)
    .flatMap((then, i) => {
      const change = changeOf(starts[i], then);
      return change ? [{ ...change, then, now: starts[i] }] : [];
    })
    .sort((a, b) => b.size - a.size)
    .map(({ kind, now, then }) => {
      const project = problem.groups[then.group].projects[then.project];
      const modes = project.variants.map(({ mode }) => mode.mode);
      return {
        at,
        project: projectId(project),
        name: project.option.name,
        nameZh: project.option.name_zh ?? null,
        teamName: project.actor.name,
        kind,
        before: stateOf(now, modes),
        after: stateOf(then, modes),
      };
    });
}

/** What differs of a project, and on which share of the courses; null where that is too few. */
function changeOf(now: Started, then: Started): { kind: FlippedDecision['kind']; size: number } | null {
  const started = Math.abs(then.chance - now.chance);
  if (started >= FLIPPED) return { kind: then.chance > now.chance ? 'more' : 'less', size: started };
  const led = now.byVariant[now.variant] - then.byVariant[now.variant];
  if (then.variant !== now.variant && led >= FLIPPED) return { kind: 'mode', size: led };
  const moved = (now.law[now.period] ?? 0) - (then.law[now.period] ?? 0);
  return then.period !== now.period && moved >= FLIPPED ? { kind: 'moved', size: moved } : null;
}

/** A project with the law of its start, all variants together. */
interface Started extends ProjectStarts {
  readonly law: readonly number[];
}

function startedIn(problem: PlanProblem, performance: Performance): Started[] {
  return projectStarts(problem, performance).map((start) => {
    const law = new Array<number>(problem.spec.periods).fill(0);
    start.byVariant.forEach((chance, v) => {
      const own = chance > 0 ? performance.starts.get(startKey(start.group, start.project, v, 0)) : null;
      own?.forEach((x, t) => {
        law[t] += x;
      });
    });
    return { ...start, law };
  });
}

function stateOf(
  { chance, period, variant }: ProjectStarts,
  modes: readonly string[],
): FlippedDecision['before'] {
  const never = chance === 0;
  return {
    chanceOfStart: Math.min(1, chance),
    startPeriod: never ? null : period + 1,
    leadMode: never ? null : modes[variant],
  };
}
