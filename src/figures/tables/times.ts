import type { Assessment } from '../../contract/assess.ts';
import type { StockPlan } from '../../contract/survival.ts';
import type { Cell, Table } from '../figure.ts';
import { type FigureContext, formatDays, formatShare, nameOf, withRemark } from '../text.ts';
import { words } from '../words/index.ts';
import { linkNames } from './names.ts';

/** What stops, the earliest first. */
export function stoppagesTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, times } = words(context.lang);
  const c = times.columns;
  const name = linkNames(assessment, context);
  return {
    id: 'stoppages',
    caption: times.captions.stoppages,
    columns: [
      { id: 'day', label: c.day, format: 'day' },
      { id: 'date', label: c.date, format: 'short' },
      { id: 'what', label: c.what, format: 'text' },
      { id: 'kind', label: c.kind, format: 'short' },
      { id: 'level', label: tables.columns.level, format: 'share' },
      { id: 'p10', label: c.p10, format: 'day' },
      { id: 'p50', label: c.p50, format: 'day' },
      { id: 'p90', label: c.p90, format: 'day' },
      { id: 'never', label: c.never, format: 'share' },
      { id: 'cause', label: c.cause, format: 'text' },
    ],
    rows: assessment.stoppages.map((stop) => [
      stop.day,
      stop.date ?? '–',
      nameOf(stop, context.lang),
      times.kinds[stop.kind],
      stop.level,
      stop.p10,
      stop.p50,
      stop.p90,
      stop.neverShare,
      stop.causePath.slice(1).map(name).join(' → '),
    ]),
  };
}

/** How long every product keeps its levels with stocks spread out. */
export function survivalTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, times } = words(context.lang);
  const c = times.columns;
  const name = linkNames(assessment, context);
  const shown = (days: number | null): Cell => days ?? times.forEver;
  return {
    id: 'survival',
    caption: times.captions.survival,
    columns: [
      { id: 'product', label: tables.columns.product, format: 'text' },
      { id: 'level', label: tables.columns.level, format: 'share' },
      { id: 'days', label: c.days, format: 'integer' },
      { id: 'daysLow', label: c.daysLow, format: 'integer' },
      { id: 'daysHigh', label: c.daysHigh, format: 'integer' },
      { id: 'bottleneck', label: c.bottleneck, format: 'text' },
    ],
    rows: assessment.survival.map((one) => [
      name(one.product),
      one.level,
      shown(one.days),
      shown(one.daysLow),
      shown(one.daysHigh),
      one.bottleneck.slice(1).map(name).join(' → '),
    ]),
  };
}

/** Links named of what nobody can lay in. */
const MISSING_NAMED = 5;

/** The stock to lay in, link by link, for every product and level that needs any, and for all products together. */
export function stockTable(
  { stock, ...assessment }: Assessment & { stock: NonNullable<Assessment['stock']> },
  context: FigureContext,
): Table {
  const { tables, times } = words(context.lang);
  const c = times.columns;
  const name = linkNames({ stock, ...assessment }, context);
  const ofPlan = (plan: StockPlan): Cell[][] => {
    const who = plan.product === null ? times.together : name(plan.product);
    const links = plan.links.map((one): Cell[] => [
      nameOf(one, context.lang),
      one.heldDays ?? times.notStated,
      one.extraDays,
      one.cost,
      times.marks[one.mark],
    ]);
    const missing = missingText(plan, context);
    const rows = links.length > 0 || missing === '' ? links : [['–', null, null, null, null]];
    return rows.map((row, i) => [who, plan.level, ...row, i === rows.length - 1 ? missing : '']);
  };
  return {
    id: 'stock',
    caption: times.captions.stock(formatDays(stock.days, context.lang)),
    below: ['missing'],
    columns: [
      { id: 'product', label: tables.columns.product, format: 'text' },
      { id: 'level', label: tables.columns.level, format: 'share' },
      { id: 'link', label: tables.columns.link, format: 'text' },
      { id: 'held', label: c.held, format: 'integer' },
      { id: 'extra', label: c.extra, format: 'number' },
      { id: 'cost', label: c.cost, format: 'money' },
      { id: 'mark', label: c.mark, format: 'short' },
      { id: 'missing', label: c.missing, format: 'text' },
    ],
    rows: stock.plans.flatMap(ofPlan),
  };
}

/** What of a plan nobody can lay in, the largest shortfall first. */
export function missingText({ missing }: StockPlan, context: FigureContext): string {
  const { lang } = context;
  const sorted = [...missing].sort((a, b) => b.share - a.share);
  const shown = sorted
    .slice(0, MISSING_NAMED)
    .map((one) => withRemark(nameOf(one, lang), formatShare(one.share, lang), lang))
    .join(lang === 'zh' ? '、' : ', ');
  const rest = sorted.length - MISSING_NAMED;
  return rest > 0 ? words(lang).times.list.others(shown, rest) : shown;
}
