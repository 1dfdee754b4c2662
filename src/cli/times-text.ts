import type { Assessment } from '../contract/assess.ts';
import type { StockPlan } from '../contract/survival.ts';
import { stopList } from '../figures/report/stop-list.ts';
import { linkNames } from '../figures/tables/names.ts';
import { missingText } from '../figures/tables/times.ts';
import { type FigureContext, formatMoney, formatNumber, formatShare } from '../figures/text.ts';
import { columns } from './columns.ts';

/** Lines of the list of what stops. */
const STOPS_SHOWN = 12;

/** What stops, in order, in words. */
export function stopsText(assessment: Assessment, context: FigureContext): string {
  const lines = stopList(assessment, context, STOPS_SHOWN);
  return lines.length === 0
    ? 'Nothing stops.\n'
    : `What stops, in order:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** How long products keep their levels with stocks spread out, and what to lay in; empty in the world reading. */
export function survivalText(assessment: Assessment, context: FigureContext): string {
  const { survival, stock } = assessment;
  if (survival.length === 0) return '';
  const name = linkNames(assessment, context);
  const days = (count: number | null): string => (count === null ? 'for ever' : `${count}`);
  const rows = survival.map((one) => [
    name(one.product),
    formatShare(one.level, 'en'),
    days(one.days),
    `${days(one.daysLow)} – ${days(one.daysHigh)}`,
    one.bottleneck.slice(-1).map(name).join(''),
  ]);
  const table = columns(['Stocks spread out', 'level', 'survives, days', 'range', 'limited by'], rows);
  return stock === null ? table : `${table}\n${stockText(stock.days, stock.plans, name, context)}`;
}

function stockText(
  days: number,
  plans: readonly StockPlan[],
  name: (id: string) => string,
  context: FigureContext,
): string {
  const wanting = plans.filter(({ links, missing }) => links.length + missing.length > 0);
  if (wanting.length === 0) return `What is held keeps every level for ${days} days.\n`;
  const rows = wanting.map((plan) => [
    plan.product === null ? 'All, at their lowest levels' : name(plan.product),
    plan.level === null ? '' : formatShare(plan.level, 'en'),
    plan.links.map((one) => `${one.name} ${formatNumber(one.extraDays, 'en')}`).join(', ') || '–',
    costText(plan, context),
    missingText(plan, context) || '–',
  ]);
  const least = wanting.every(({ minimises }) => minimises === 'money')
    ? 'least money'
    : 'fewest days of need in all';
  return [
    `Stock to lay in for a cut-off of ${days} days, in days of need (${least}); other levels need none:`,
    columns(
      ['Product', 'level', 'stock beside what is held', 'cost', 'nobody can lay in (missing at the end)'],
      rows,
    ),
  ].join('\n');
}

/** Money where prices are known, and how many links have none. */
function costText({ cost, links, unpriced }: StockPlan, context: FigureContext): string {
  if (links.length === 0) return '–';
  const known = unpriced === links.length ? '' : formatMoney(cost, context);
  return [known, unpriced > 0 ? `${unpriced} without a price` : ''].filter(Boolean).join(', ');
}
