import type { Plan } from '../contract/plan.ts';
import { availabilityOption, availabilitySize, last, lift, type Panel } from './availability-option.ts';
import type { Figure, Table } from './figure.ts';
import { periodCode, periodEndName } from './periods.ts';
import { type FigureContext, formatShare, joinClauses, nameOf, provenance } from './text.ts';
import { words } from './words/index.ts';

const PANELS_MAX = 12;

/** How likely each product can be made over time, with the plan and without. */
export function availability(plan: Plan, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).figures.availability;
  const all = panels(plan);
  const shown = all.slice(0, PANELS_MAX);
  const title = availabilityTitle(plan, all, context);
  const subtitle = joinClauses(
    [
      say.subtitle,
      all.length > shown.length ? say.more(all.length - shown.length) : '',
      provenance(context, { money: false, seed: true }),
    ],
    lang,
  );
  return {
    id: 'availability',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: {
      kind: 'chart',
      ...availabilitySize(shown.length),
      option: (palette) => availabilityOption(plan, shown, palette, context),
    },
    table: availabilityTable(plan, context),
    method: say.method,
  };
}

/** Panels, the largest lift first. */
function panels(plan: Plan): Panel[] {
  const ids = [...new Set(plan.products.map((line) => line.id))];
  return ids
    .map((id) => {
      const levels = plan.products.filter((line) => line.id === id).sort((a, b) => b.level - a.level);
      return { top: levels[0], low: levels.length > 1 ? levels[levels.length - 1] : null };
    })
    .sort((a, b) => lift(b.top) - lift(a.top) || (a.top.id < b.top.id ? -1 : 1));
}

function availabilityTitle(plan: Plan, all: readonly Panel[], context: FigureContext): string {
  const say = words(context.lang).figures.availability;
  const best = all[0];
  if (best === undefined || lift(best.top) <= 0) return say.titleNone;
  return say.title(
    nameOf(best.top, context.lang),
    formatShare(last(best.top.withoutPlanByPeriod), context.lang),
    formatShare(last(best.top.availableByPeriod), context.lang),
    periodEndName(plan, plan.periods.length, context.lang),
  );
}

function availabilityTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'availability',
    caption: tables.captions.availability,
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'level', label: c.level, format: 'share' },
      { id: 'line', label: c.line, format: 'text' },
      ...plan.periods.map((_, i) => ({
        id: `period-${i + 1}`,
        label: periodCode(plan, i + 1),
        format: 'share' as const,
      })),
    ],
    rows: plan.products.flatMap((line) => [
      [nameOf(line, context.lang), line.level, tables.withPlan, ...line.availableByPeriod],
      [nameOf(line, context.lang), line.level, tables.withoutPlan, ...line.withoutPlanByPeriod],
    ]),
  };
}
