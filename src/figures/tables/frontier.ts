import type { Frontier, FrontierStep } from '../../contract/frontier.ts';
import type { Cell, Table } from '../figure.ts';
import { type FigureContext, formatNumber, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

/** Plan, bound and rankings at each budget. */
export function frontierTable({ points, steps }: Frontier, context: FigureContext): Table {
  const { columns: c, captions, rankings, yes, no } = words(context.lang).frontier;
  const nested = (factor: number): Cell => {
    const step = steps.find(({ to }) => to === factor);
    return step ? (step.nested ? yes : no(step.dropped.length)) : null;
  };
  return {
    id: 'frontier',
    caption: captions.points,
    columns: [
      { id: 'factor', label: c.factor, format: 'short' },
      { id: 'money', label: c.money, format: 'money' },
      { id: 'value', label: c.value, format: 'money' },
      { id: 'standardError', label: c.error, format: 'money' },
      { id: 'bound', label: c.bound, format: 'money' },
      { id: 'gap', label: c.gap, format: 'share' },
      { id: 'projects', label: c.projects, format: 'integer' },
      { id: 'nested', label: c.nested, format: 'short' },
      { id: 'valuePerCost', label: rankings['value-per-cost'], format: 'money' },
      { id: 'chokepoint', label: rankings.chokepoint, format: 'money' },
    ],
    rows: points.map((point) => [
      timesOf(point.factor, context),
      point.money,
      point.value,
      point.standardError,
      point.bound,
      point.gap,
      point.funded.length,
      nested(point.factor),
      point.rankings.find(({ name }) => name === 'value-per-cost')?.value ?? null,
      point.rankings.find(({ name }) => name === 'chokepoint')?.value ?? null,
    ]),
  };
}

/** What each step to a larger budget drops and adds. */
export function frontierStepsTable({ steps }: Frontier, context: FigureContext): Table {
  const { columns: c, captions, dropped, added } = words(context.lang).frontier;
  const rows = (step: FrontierStep, change: 'dropped' | 'added'): Cell[][] =>
    step[change].map((one) => [
      timesOf(step.from, context),
      timesOf(step.to, context),
      change === 'dropped' ? dropped : added,
      nameOf(one, context.lang),
      one.teamName,
      one.chanceBefore,
      one.chanceAfter,
    ]);
  return {
    id: 'frontier-steps',
    caption: captions.steps,
    columns: [
      { id: 'from', label: c.from, format: 'short' },
      { id: 'to', label: c.to, format: 'short' },
      { id: 'change', label: c.change, format: 'short' },
      { id: 'project', label: c.project, format: 'text' },
      { id: 'team', label: c.team, format: 'text' },
      { id: 'chanceBefore', label: c.before, format: 'share' },
      { id: 'chanceAfter', label: c.after, format: 'share' },
    ],
    rows: steps.flatMap((step) => [...rows(step, 'dropped'), ...rows(step, 'added')]),
  };
}

/** A multiple of all the money, in words. */
export function timesOf(factor: number, context: FigureContext): string {
  return words(context.lang).frontier.times(formatNumber(factor, context.lang));
}
