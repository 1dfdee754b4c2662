import type { LeadScreening } from '../contract/lead.ts';
import type { Plan } from '../contract/plan.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import type { Performance } from '../portfolio/performance.ts';
import { leadByRule } from '../programme/lead-rule.ts';
import { projectId } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { leadFacts } from './lead-facts.ts';
import { type Lead, type LeadContext, leadsOf } from './lead-options.ts';
import { marginalByPeriod, marginalByScenario } from './plan-availability.ts';
import type { ProjectStarts } from './plan-starts.ts';
import type { GroupsPriced } from './plan-worth.ts';

/** Who should lead each funded project by the screening rule, beside what the plan chose. */
export function planLeads(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  performance: Performance,
  funded: readonly ProjectStarts[],
): Plan['leads'] {
  const context: LeadContext = {
    problem,
    model,
    priced,
    marginal: marginalByPeriod(problem, performance),
    scenarios: marginalByScenario(problem, performance),
  };
  return funded.map((start) => screening(context, start));
}

function screening(context: LeadContext, start: ProjectStarts): LeadScreening {
  const { problem } = context;
  const entry = problem.groups[start.group].projects[start.project];
  const planMode = entry.variants[start.variant].mode.mode;
  const facts = leadFacts(problem, start);
  const { mode: ruleMode, reasons, flips } = leadByRule(facts);
  const leads = leadsOf(context, start);
  const inPlan = leads.find(({ option }) => option.mode === planMode)!;
  const byRule = leads.find(({ option }) => option.mode === ruleMode);
  const { lossAvoided, deadweight, worth } = inPlan.option;
  return {
    project: projectId(entry),
    planMode,
    ruleMode,
    reasons: [...reasons],
    flips: [...flips],
    agreement:
      ruleMode === null
        ? 'undecided'
        : ruleMode === planMode
          ? 'same'
          : entry.barred.some(({ mode }) => mode.mode === ruleMode)
            ? 'decided'
            : otherwise(byRule),
    ruleLoss:
      byRule && worth !== null && byRule.option.worth !== null
        ? Math.max(0, worth - byRule.option.worth)
        : null,
    facts: {
      ...facts,
      marketGap: facts.privateNpv === null ? null : lossAvoided - inPlan.socialCost - facts.privateNpv,
      windfall: deadweight * inPlan.publicMoney,
    },
    modes: leads.map(({ option }) => option),
  };
}

/** Why the plan chose another lead than the rule, where nobody decided it. */
function otherwise(byRule: Lead | undefined): LeadScreening['agreement'] {
  return byRule ? 'worth-less' : 'not-offered';
}
