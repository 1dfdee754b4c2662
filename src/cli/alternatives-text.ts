import type { Alternative, Alternatives } from '../contract/alternatives.ts';
import {
  alternativeDiffers,
  alternativesContext,
  alternativesFindings,
} from '../figures/report/alternatives-findings.ts';
import { formatMoney, formatShare } from '../figures/text.ts';
import { words } from '../figures/words/index.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import { columns } from './columns.ts';
import { wrap } from './wrap.ts';

/** What `muster alternatives` prints for people: the findings, a table, then what each plan starts instead. */
export function alternativesText(report: Alternatives): string {
  const context = alternativesContext(report, 'en');
  const { best, alternatives, notes } = report;
  const money = (x: number): string => formatMoney(x, context, best.value);
  const loss = ({ loss: lost, lossError }: Alternative): string =>
    lossError > 0 ? `${money(lost)} ± ${money(halfWidth95(lossError))}` : money(lost);
  const paid = (plan: Pick<Alternative, 'funds'>): number =>
    plan.funds.reduce((sum, { amount }) => sum + amount, 0);
  const rows = alternatives.map((plan, i) => [
    words('en').alternatives.plan(i + 1),
    money(plan.value),
    loss(plan),
    plan.lossShare === null ? '–' : formatShare(plan.lossShare, 'en'),
    formatShare(plan.distanceToBest, 'en'),
    formatShare(plan.distanceToNearest, 'en'),
    formatShare(plan.distanceByChance, 'en'),
    String(plan.funded.length),
    money(paid(plan)),
  ]);
  const head = [
    '',
    'value',
    'loss (95 %)',
    'loss',
    'from best',
    'from nearest',
    'by chance',
    'projects',
    'spends',
  ];
  return [
    report.programme,
    '',
    ...alternativesFindings(report, context).map((sentence) => wrap(sentence, 110, '  ')),
    '',
    ...(rows.length > 0 ? [columns(head, rows)] : []),
    ...alternatives.map((plan, i) =>
      wrap(`${words('en').alternatives.plan(i + 1)}: ${alternativeDiffers(plan, context)}.`, 110, '  '),
    ),
    '',
    ...notes.map((note) => `Note: ${wrap(note, 110, '  ')}`),
    '',
  ].join('\n');
}
