import type { Assessment } from '../../contract/assess.ts';
import type { Plan } from '../../contract/plan.ts';
import { jurisdictionName } from '../jurisdictions.ts';
import { type FigureContext, nameOf } from '../text.ts';

/** Names of links, products, goals and suppliers by id; an unknown id shows as itself. */
export type Names = (id: string) => string;

export function linkNames(assessment: Assessment, context: FigureContext): Names {
  const named = [...assessment.links, ...assessment.products];
  const names = new Map(named.map((item) => [item.id, nameOf(item, context.lang)]));
  return (id) => names.get(id) ?? id;
}

export function fundNames(plan: Plan, context: FigureContext): Names {
  const names = new Map(plan.funds.map((fund) => [fund.id, nameOf(fund, context.lang)]));
  return (id) => names.get(id) ?? id;
}

/** Who supplies: jurisdictions by their usual name, suppliers as the assessment names them. */
export function supplierNames(assessment: Assessment, context: FigureContext): Names {
  const names = new Map(
    assessment.chokepoints.flatMap((point) =>
      point.suppliersCut.map((s) => [s.id, jurisdictionName(s.name, context.lang)] as const),
    ),
  );
  return (id) => names.get(id) ?? jurisdictionName(id, context.lang);
}
