import type { LeadOption } from '../contract/lead.ts';
import { centralOf } from '../evidence/figure.ts';
import type { ProjectPlace } from '../portfolio/course-problem.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import { deadweightOf } from '../programme/deadweight.ts';
import { meanOf } from '../programme/durations.ts';
import { stageLaws } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { stagesMoney } from '../programme/stage-money.ts';
import type { ScenarioMarginal } from './plan-availability.ts';
import type { ProjectStarts } from './plan-starts.ts';
import { bestStart, type GroupsPriced, worthOfStarts } from './plan-worth.ts';

/** What leads are compared by. */
export interface LeadContext {
  readonly problem: PlanProblem;
  readonly model: JointModel;
  readonly priced: GroupsPriced;
  /** Value of one more unit of each group's chance: [period][group], over the scenarios and in each of them. */
  readonly marginal: readonly Float64Array[];
  readonly scenarios: readonly ScenarioMarginal[];
}

/** A lead with the money that goes with it, all stages passed in their mean times. */
export interface Lead {
  readonly option: LeadOption;
  readonly publicMoney: number;
  /** Public money at the marginal cost of public funds, and private money. */
  readonly socialCost: number;
}

/** A project begun in a variant and period, and what that is worth at the prices of the plan; null: it could not. */
interface Begun extends ProjectPlace {
  readonly variant: number;
  readonly period: number;
  readonly worth: number | null;
}

/** The variant of the plan when the plan starts it; any other, which may be slower, then or earlier. */
function begunIn({ model, priced }: LeadContext, start: ProjectStarts, variant: number): Begun {
  const { group, project, period } = start;
  if (variant === start.variant) {
    const worth = worthOfStarts(model, priced, group, [{ project, variant }], period);
    return { group, project, variant, period, worth: worth?.value ?? null };
  }
  const best = bestStart(model, priced, group, project, variant, period + 1);
  return { group, project, variant, period: best?.period ?? period, worth: best?.value ?? null };
}

/** The leads under which a project may start, each in its best variant, with their regrets. */
export function leadsOf(context: LeadContext, start: ProjectStarts): Lead[] {
  const { problem } = context;
  const { variants } = problem.groups[start.group].projects[start.project];
  const best = new Map<string, Begun>();
  for (const [v, { mode, instrument }] of variants.entries()) {
    if (!instrument) continue;
    const begun = begunIn(context, start, v);
    const known = best.get(mode.mode);
    if (!known || (begun.worth ?? Number.NEGATIVE_INFINITY) > (known.worth ?? Number.NEGATIVE_INFINITY))
      best.set(mode.mode, begun);
  }
  const leads = [...best.values()].map((begun) => ({ begun, lead: leadOf(context, begun) }));
  const byScenario = context.scenarios.map(({ weight, marginal }) => {
    const worths = leads.map(({ begun, lead }) => {
      const own = valueAttained(problem, begun, marginal);
      return lead.option.worth === null ? null : lead.option.worth + own - lead.option.lossAvoided;
    });
    const most = Math.max(...worths.map((worth) => worth ?? Number.NEGATIVE_INFINITY));
    return { weight, regrets: worths.map((worth) => (worth === null ? null : most - worth)) };
  });
  return leads.map(({ lead }, i) => {
    if (lead.option.worth === null) return lead;
    const expectedRegret = byScenario.reduce((sum, { weight, regrets }) => sum + weight * regrets[i]!, 0);
    const worstRegret = Math.max(0, ...byScenario.map(({ regrets }) => regrets[i]!));
    return { ...lead, option: { ...lead.option, expectedRegret, worstRegret } };
  });
}

function leadOf({ problem, marginal }: LeadContext, begun: Begun): Lead {
  const { programme, groups } = problem;
  const entry = groups[begun.group].projects[begun.project];
  const variant = entry.variants[begun.variant];
  const laws = stageLaws(entry, variant, programme.muster.periods);
  let publicMoney = 0;
  let privateMoney = 0;
  stagesMoney(entry.option, entry.team, variant, laws).forEach(({ running, passed }, s) => {
    for (const paid of [...passed, scaled(running, meanOf(laws[s]))]) {
      publicMoney += paid.public;
      privateMoney += paid.private;
    }
  });
  const isPublic = variant.eligible.publicFunds.some((f) => programme.funds[f].public);
  const stateCost = publicMoney * (isPublic ? centralOf(programme.muster.marginalCostOfPublicFunds) : 1);
  return {
    publicMoney,
    socialCost: stateCost + privateMoney,
    option: {
      mode: variant.mode.mode,
      periods: laws.reduce((sum, law) => sum + meanOf(law), 0),
      chance: attainedBy(problem, begun).at(-1) ?? 0,
      lossAvoided: valueAttained(problem, begun, marginal),
      stateCost,
      deadweight: variant.instrument ? deadweightOf(variant.mode, variant.instrument) : 0,
      startPeriod: begun.period + 1,
      worth: begun.worth,
      expectedRegret: null,
      worstRegret: null,
    },
  };
}

function scaled(money: { readonly public: number; readonly private: number }, by: number) {
  return { public: money.public * by, private: money.private * by };
}

/** Value of what a project attains when it starts as planned, at these marginal values of its group by period. */
function valueAttained(problem: PlanProblem, begun: Begun, marginal: readonly Float64Array[]): number {
  const attained = attainedBy(problem, begun);
  return marginal.reduce((sum, gradient, t) => {
    const elapsed = t - begun.period;
    return elapsed <= 0 ? sum : sum + gradient[begun.group] * attained[elapsed - 1];
  }, 0);
}

/** Chance that a project is through its last stage within 1, 2, … as many periods as its stages can take; no waits. */
function attainedBy(problem: PlanProblem, { group, project, variant }: Begun): number[] {
  const spec = problem.spec.groups[group];
  const { approach, variants } = spec.projects[project];
  const horizon = Math.max(
    problem.spec.periods,
    variants[variant].stages.reduce((sum, { durationLaw }) => sum + durationLaw.length, 0),
  );
  let law = new Float64Array(horizon + 1);
  law[0] = spec.approaches[approach];
  for (const { durationLaw, success } of variants[variant].stages) {
    const next = new Float64Array(horizon + 1);
    law.forEach((chance, t) => {
      durationLaw.forEach((takes, k) => {
        if (t + k + 1 <= horizon) next[t + k + 1] += chance * takes * success;
      });
    });
    law = next;
  }
  let sum = 0;
  return Array.from(law.subarray(1), (chance) => (sum += chance));
}
