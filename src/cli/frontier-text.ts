import type { Frontier } from '../contract/frontier.ts';
import { frontierContext } from '../figures/frontier.ts';
import { frontierFindings } from '../figures/report/frontier-findings.ts';
import { timesOf } from '../figures/tables/frontier.ts';
import { formatMoney, formatShare } from '../figures/text.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import { columns } from './columns.ts';
import { wrap } from './wrap.ts';

/** What `muster frontier` prints for people: the findings, then the table behind them. */
export function frontierText(frontier: Frontier): string {
  const context = frontierContext(frontier, 'en');
  const { points, steps, notes } = frontier;
  const largest = Math.max(...points.map(({ bound }) => bound));
  const money = (x: number): string => formatMoney(x, context, largest);
  const nested = (factor: number): string => {
    const step = steps.find(({ from }) => from === factor);
    if (!step) return '';
    const { dropped, added } = step;
    return `${step.nested ? 'nested' : `drops ${dropped.length}`}, adds ${added.length}`;
  };
  const rows = points.map((point) => [
    timesOf(point.factor, context),
    formatMoney(point.money, context),
    point.standardError > 0
      ? `${money(point.value)} ± ${money(halfWidth95(point.standardError))}`
      : money(point.value),
    money(point.bound),
    point.gap === null ? '–' : formatShare(point.gap, 'en'),
    String(point.funded.length),
    ...point.rankings.map(({ value }) => money(value)),
    nested(point.factor),
  ]);
  return [
    frontier.programme,
    '',
    ...frontierFindings(frontier, context).map((sentence) => wrap(sentence, 110, '  ')),
    '',
    columns(
      [
        'money',
        'all funds',
        'plan (95 %)',
        'bound',
        'gap',
        'projects',
        'value per cost',
        'chokepoints',
        'next larger budget',
      ],
      rows,
    ),
    ...notes.map((note) => `Note: ${wrap(note, 110, '  ')}`),
    '',
  ].join('\n');
}
