import type { PlanDiff } from '../../../../src/contract/plan-diff.ts';
import type { Table } from '../../../../src/figures/figure.ts';
import { type FigureContext, label, nameOf } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import type { compareEn } from '../../words/en/compare.ts';

type Say = typeof compareEn;

const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** What two plans are worth. */
export function planSidesTable(diff: PlanDiff, say: Say): Table {
  const { before, after } = diff;
  return {
    id: 'plan-sides',
    caption: say.worth,
    oneUnit: true,
    columns: [
      { id: 'what', label: say.what, format: 'text' },
      { id: 'before', label: say.first, format: 'money' },
      { id: 'after', label: say.second, format: 'money' },
      { id: 'difference', label: say.difference, format: 'money' },
    ],
    rows: [
      [say.value, before.value, after.value, diff.valueChange],
      [say.error, before.standardError, after.standardError, diff.valueChangeError],
      [say.bound, before.bound, after.bound, after.bound - before.bound],
    ],
  };
}

/** Projects that only one plan funds, or that differ in when or under whom they start. */
export function planProjectsTable(diff: PlanDiff, context: FigureContext, say: Say): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  const mode = (state: PlanDiff['projects'][number]['before']): string | null =>
    state && label(labels.modes, state.leadMode);
  return {
    id: 'plan-projects',
    caption: say.projects,
    columns: [
      { id: 'project', label: c.project, format: 'text' },
      { id: 'team', label: c.team, format: 'text' },
      { id: 'how', label: say.how, format: 'short' },
      { id: 'startBefore', label: say.startFirst, format: 'integer' },
      { id: 'startAfter', label: say.startSecond, format: 'integer' },
      { id: 'chanceBefore', label: say.chanceFirst, format: 'share' },
      { id: 'chanceAfter', label: say.chanceSecond, format: 'share' },
      { id: 'modeBefore', label: say.modeFirst, format: 'short' },
      { id: 'modeAfter', label: say.modeSecond, format: 'short' },
      { id: 'cost', label: say.costDifference, format: 'money' },
    ],
    rows: diff.projects.map((project) => [
      nameOf(project, context.lang),
      project.teamName,
      project.kinds.map((kind) => say.kinds[kind]).join(', '),
      project.before?.startPeriod ?? null,
      project.after?.startPeriod ?? null,
      project.before?.chanceOfStart ?? null,
      project.after?.chanceOfStart ?? null,
      mode(project.before),
      mode(project.after),
      (project.after?.expectedCost ?? 0) - (project.before?.expectedCost ?? 0),
    ]),
  };
}

/** Chances of goals and of products by the end of the last period. */
export function planChancesTable(
  diff: PlanDiff,
  of: 'goals' | 'products',
  context: FigureContext,
  say: Say,
): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: `plan-${of}`,
    caption: say[of],
    columns: [
      { id: 'name', label: of === 'goals' ? c.goal : c.product, format: 'text' },
      ...(of === 'products' ? [{ id: 'level', label: c.level, format: 'share' as const }] : []),
      { id: 'before', label: say.first, format: 'share' },
      { id: 'after', label: say.second, format: 'share' },
      { id: 'difference', label: say.difference, format: 'share' },
    ],
    rows: diff[of].map((one) => [
      nameOf(one, context.lang),
      ...('level' in one ? [one.level] : []),
      one.before,
      one.after,
      difference(one.before, one.after),
    ]),
  };
}

/** Expected payments of funds over all periods. */
export function planFundsTable(diff: PlanDiff, context: FigureContext, say: Say): Table {
  return {
    id: 'plan-funds',
    caption: say.funds,
    oneUnit: true,
    columns: [
      { id: 'fund', label: words(context.lang).tables.columns.fund, format: 'text' },
      { id: 'before', label: say.first, format: 'money' },
      { id: 'after', label: say.second, format: 'money' },
      { id: 'difference', label: say.difference, format: 'money' },
    ],
    rows: diff.funds.map((fund) => [
      nameOf(fund, context.lang),
      sum(fund.before),
      sum(fund.after),
      sum(fund.after) - sum(fund.before),
    ]),
  };
}
