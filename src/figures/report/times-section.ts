import type { AssessmentReport } from '../../contract/assess.ts';
import { stopTimes } from '../stop-times.ts';
import { stockTable, survivalTable } from '../tables/times.ts';
import { type FigureContext, formatDays } from '../text.ts';
import { words } from '../words/index.ts';
import { bullets, figurePart, heading, methodPart, section, tablePart } from './parts.ts';
import { stopList } from './stop-list.ts';

/** Lines of the list of stoppages that a reader will read. */
const STOPS_MAX = 12;

/** When what stops, how long stocks carry, and what would have to be laid in. */
export function timesSection(assessment: AssessmentReport, context: FigureContext): string {
  const { report, times } = words(context.lang);
  const { stock, survival } = assessment;
  const survives =
    survival.length === 0
      ? []
      : [
          tablePart(times.parts.survival, times.survivalLead, survivalTable(assessment, context), context),
          methodPart(times.survivalMethod, context),
        ];
  const stocked = stock === null ? [] : [stockPart({ ...assessment, stock }, context)];
  return section('times', report.sections.times, [
    heading(times.parts.stoppages),
    bullets(stopList(assessment, context, STOPS_MAX)),
    figurePart(stopTimes(assessment, context), context),
    ...survives,
    ...stocked,
  ]);
}

function stockPart(
  assessment: AssessmentReport & { stock: NonNullable<AssessmentReport['stock']> },
  context: FigureContext,
): string {
  const { times } = words(context.lang);
  const { days, plans } = assessment.stock;
  const minimises = plans.every((plan) => plan.minimises === 'money') ? 'money' : 'days';
  const lead = [times.stockLead[minimises], times.stockLead.none].join(context.lang === 'zh' ? '' : ' ');
  const title = times.parts.stock(formatDays(days, context.lang));
  return tablePart(title, lead, stockTable(assessment, context), context);
}
