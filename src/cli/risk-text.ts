import type { Plan } from '../contract/plan.ts';
import { tailText, targetTexts } from '../figures/risk-text.ts';
import { type FigureContext, formatMoney, formatShare } from '../figures/text.ts';
import { columns } from './columns.ts';
import { wrap } from './wrap.ts';

/** How the plan does in each scenario, on the worst courses, and against its targets. */
export function riskText(plan: Plan, context: FigureContext): string {
  const targets = targetTexts(plan, context).map((text) => `${wrap(text, 96, '  ')}\n`);
  const { risk } = plan;
  if (!risk) return targets.join('');
  const money = (x: number | null): string => (x === null ? '–' : formatMoney(x, context));
  const rows = risk.scenarios.map(({ name, weight, value, best, regret }) => [
    name,
    formatShare(weight, 'en'),
    money(value),
    money(best),
    money(regret),
  ]);
  return [
    ...targets,
    columns(['if it comes to', 'weight', 'this plan', 'best for it alone (estimate)', 'regret'], rows),
    `${wrap(tailText(risk, context), 96, '  ')}\n`,
  ].join('');
}
