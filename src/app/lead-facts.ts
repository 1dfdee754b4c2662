import { linksOfGroups } from '../chain/chain.ts';
import { centralOf } from '../evidence/figure.ts';
import { periodStarts } from '../kernel/days.ts';
import type { ProjectPlace } from '../portfolio/course-problem.ts';
import { meanOf } from '../programme/durations.ts';
import type { LeadFacts } from '../programme/lead-rule.ts';
import { stageLaws } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';

/** Kinds of links that are made rather than found. */
const MANUFACTURING: ReadonlySet<string> = new Set(['process', 'product']);

/** What the screening rule asks of a project. */
export function leadFacts(problem: PlanProblem, { group, project }: ProjectPlace): LeadFacts {
  const { chain, groups, programme } = problem;
  const { goal, projects } = groups[group];
  const entry = projects[project];
  const { option } = entry;
  // Where no lead of the market is offered, its time is that of the stages as they are written.
  const mode = option.modes.find((one) => one.mode === 'market-led') ?? { ...option.modes[0], factors: {} };
  const byMarket = { ...entry.variants[0], mode, pace: { time: 1, cost: 1 } };
  const laws = stageLaws(entry, byMarket, programme.muster.periods);
  const actors = groups.flatMap((one) =>
    one.goal.id === goal.id ? one.projects.map(({ actor }) => actor.id) : [],
  );
  const needing = [...chain.links.values()].filter(({ groups: own }) =>
    linksOfGroups(own).includes(goal.link),
  );
  return {
    privateNpv: option.privateNpv === undefined ? null : centralOf(option.privateNpv),
    manufacturing: MANUFACTURING.has(chain.links.get(goal.link)?.kind ?? ''),
    marketPeriods: laws.reduce((sum, law) => sum + meanOf(law), 0),
    periodsToCutOff: periodsToCutOff(problem),
    capableActors: new Set(actors).size,
    neededBy: needing.length,
    chainVerification: option.stages.some(({ verifies }) => verifies !== undefined),
  };
}

/** Whole periods before the cut-offs that have begun weigh one half together; null: never within the horizon. */
function periodsToCutOff({ terms, spec, programme }: PlanProblem): number | null {
  const days = periodStarts(programme.muster.periods);
  for (let t = 0; t < spec.periods; t++) {
    const begun = terms.timed
      .filter(({ start }) => start !== null && start < days[t + 1])
      .reduce((sum, { weight }) => sum + weight, 0);
    if (begun >= 0.5 - 1e-9) return t;
  }
  return null;
}
