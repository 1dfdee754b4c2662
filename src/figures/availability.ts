import type { Plan } from '../contract/plan.ts';
import {
  availabilityOption,
  availabilitySize,
  last,
  lift,
  mostLifted,
  type Panel,
} from './availability-option.ts';
import type { Figure, Table } from './figure.ts';
import { periodCode, periodEndName } from './periods.ts';
import { type FigureContext, formatShare, joinClauses, nameOf, provenance, withRemark } from './text.ts';
import { words } from './words/index.ts';

const PANELS_MAX = 12;

/** How likely each product can be made over time, with the plan and without. */
export function availability(plan: Plan, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).figures.availability;
  const all = panels(plan);
  const shown = all.slice(0, PANELS_MAX);
  const title = availabilityTitle(plan, context);
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
  const liftOf = (panel: Panel): number => Math.max(lift(panel.top), panel.other ? lift(panel.other) : 0);
  return ids
    .map((id) => {
      const [top, ...rest] = plan.products.filter((line) => line.id === id).sort((a, b) => b.level - a.level);
      return { top, other: mostLifted(rest) ?? rest.at(-1) ?? null };
    })
    .sort((a, b) => liftOf(b) - liftOf(a) || (a.top.id < b.top.id ? -1 : 1));
}

function availabilityTitle(plan: Plan, context: FigureContext): string {
  const say = words(context.lang).figures.availability;
  const best = mostLifted(plan.products);
  if (best === null) return say.titleNone;
  return say.title(
    lineName(best, context),
    formatShare(last(best.withoutPlanByPeriod), context.lang),
    formatShare(last(best.availableByPeriod), context.lang),
    periodEndName(plan, plan.periods.length, context.lang),
  );
}

/** A product with its service level. */
function lineName(line: Plan['products'][number], context: FigureContext): string {
  const say = words(context.lang).figures.availability;
  const level = say.atLevel(formatShare(line.level, context.lang));
  return withRemark(nameOf(line, context.lang), level, context.lang);
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
