import type { Plan } from '../../contract/plan.ts';
import { regret } from '../regret.ts';
import { type FigureContext, formatDate, formatMoney, formatShare, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import { bullets, figurePart, paragraph, section } from './parts.ts';

/** How the plan does in each scenario, on the worst courses, and against its dated targets. */
export function riskSection(plan: Plan, context: FigureContext): string {
  const { report, risk } = words(context.lang);
  const content = plan.risk
    ? [figurePart(regret(plan.risk, context), context), paragraph(tailText(plan.risk, context))]
    : [paragraph(report.none)];
  return section('risk', report.sections.risk, [
    bullets(targetTexts(plan, context)),
    ...content,
    paragraph(risk.evidence),
  ]);
}

/** What the plan is worth on the worst courses, in a sentence. */
export function tailText({ tail }: NonNullable<Plan['risk']>, context: FigureContext): string {
  const { share, mean, valueAtRisk } = tail;
  return words(context.lang).risk.tail(
    formatShare(share, context.lang),
    formatMoney(mean, context),
    formatMoney(valueAtRisk, context),
  );
}

/** Whether the plan meets the targets of the programme, a sentence each. */
export function targetTexts({ targets }: Plan, context: FigureContext): string[] {
  const say = words(context.lang).risk;
  const share = (x: number): string => formatShare(x, context.lang);
  return targets.map((target) => {
    const { level, by, chance, asked, met } = target;
    const tell = met ? say.met : say.missed;
    return tell(
      nameOf(target, context.lang),
      share(level),
      formatDate(by, context.lang),
      share(chance),
      share(asked),
    );
  });
}
