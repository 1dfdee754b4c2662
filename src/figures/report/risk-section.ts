import type { Plan } from '../../contract/plan.ts';
import { regret } from '../regret.ts';
import { tailText, targetTexts } from '../risk-text.ts';
import type { FigureContext } from '../text.ts';
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
