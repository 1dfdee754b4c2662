import type { Plan } from '../contract/plan.ts';
import type { VerificationOnPath } from '../contract/verification.ts';
import { periodName } from './periods.ts';
import { type FigureContext, formatList, formatMoney, formatNumber, nameOf } from './text.ts';
import { words } from './words/index.ts';

/** Sentences on the verifications of the critical path, in order of time. */
export function criticalPathSentences(plan: Plan, context: FigureContext): string[] {
  const say = words(context.lang).verification;
  return (plan.verification?.criticalPath ?? []).map((one) =>
    say.onPath(
      nameOf(one, context.lang),
      one.adopterName,
      periodName(plan, one.fromPeriod, context.lang),
      periodName(plan, one.toPeriod, context.lang),
      waitsText(plan, one, context),
      slotsText(plan, one, context),
    ),
  );
}

/** Sentences on the slots to buy, the dearest first. */
export function buySentences(plan: Plan, context: FigureContext): string[] {
  const say = words(context.lang).verification;
  return (plan.verification?.buy ?? []).map((slot) =>
    say.oneMore(
      nameOf(slot, context.lang),
      periodName(plan, slot.period, context.lang),
      formatMoney(slot.worth, context),
    ),
  );
}

/** Names of the goals that a verification waits for. */
export function waitsText({ goals }: Plan, { waitsFor }: VerificationOnPath, context: FigureContext): string {
  const names = waitsFor.map((id) => {
    const goal = goals.find((one) => one.goal === id);
    return goal ? nameOf(goal, context.lang) : id;
  });
  return formatList(names, context.lang);
}

/** Slots of host lines that a verification takes in each of its periods. */
export function slotsText(
  { resources }: Plan,
  { slots }: VerificationOnPath,
  context: FigureContext,
): string {
  const say = words(context.lang).verification;
  const taken = slots.map(({ resource, amount }) => {
    const row = resources.find(({ id }) => id === resource);
    return say.slots(formatNumber(amount, context.lang), row ? nameOf(row, context.lang) : resource);
  });
  return formatList(taken, context.lang);
}
