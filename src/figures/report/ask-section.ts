import type { Plan } from '../../contract/plan.ts';
import { askTable } from '../tables/ask.ts';
import { type FigureContext, formatMoney } from '../text.ts';
import { words } from '../words/index.ts';
import { methodPart, paragraph, section } from './parts.ts';
import { tableHtml } from './table-html.ts';

/** Figures that a reader will read. */
const FIGURES_MAX = 10;

/** What to ask next: the figures that are most worth knowing before the plan is made. */
export function askSection(plan: Plan, context: FigureContext): string {
  const { report, ask } = words(context.lang);
  const [first] = plan.ask;
  const content = first
    ? [
        paragraph(ask.lead(formatMoney(first.gain, context))),
        tableHtml(askTable(plan, context), context, FIGURES_MAX),
      ]
    : [paragraph(ask.nothing)];
  return section('ask', report.sections.ask, [...content, methodPart(ask.method, context)]);
}
