import type { AssessmentReport } from '../contract/assess.ts';
import type { Plan } from '../contract/plan.ts';
import type { ReportInput } from '../figures/report/render-report.ts';
import type { Programme } from '../programme/programme.ts';

/** What a report is made of, from a programme and its answers. */
export function reportInput(
  { muster }: Programme,
  assessment: AssessmentReport,
  plan: Plan | null,
): ReportInput {
  return {
    assessment,
    plan,
    programme: { name: muster.name, nameZh: muster.name_zh ?? null },
    home: muster.home,
    currency: muster.currency,
    priceYear: muster.priceYear,
    assumptions: muster.description ? [muster.description] : [],
  };
}
