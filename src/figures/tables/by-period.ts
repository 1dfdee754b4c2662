import type { Plan } from '../../contract/plan.ts';
import type { CellFormat, Column, Table } from '../figure.ts';
import { periodCode } from '../periods.ts';
import { type FigureContext, label, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

const periodColumns = (plan: Plan, format: CellFormat): Column[] =>
  plan.periods.map((_, i) => ({ id: `period-${i + 1}`, label: periodCode(plan, i + 1), format }));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The period in which one more unit is worth most; null where it is worth nothing. */
export function scarcestPeriod(dualByPeriod: readonly number[]): { period: number; worth: number } | null {
  const worth = Math.max(0, ...dualByPeriod);
  return worth > 0 ? { period: dualByPeriod.indexOf(worth) + 1, worth } : null;
}

export function fundsTable(plan: Plan, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  const totals = plan.periods.map((_, i) => sum(plan.funds.map((fund) => fund.byPeriod[i] ?? 0)));
  return {
    id: 'funds',
    caption: tables.captions.fundsByPeriod,
    oneUnit: true,
    columns: [
      { id: 'fund', label: c.fund, format: 'text' },
      { id: 'type', label: c.fundType, format: 'text' },
      ...periodColumns(plan, 'money'),
      { id: 'total', label: c.total, format: 'money' },
      { id: 'available', label: c.available, format: 'money' },
      { id: 'scarcest', label: c.scarcest, format: 'short' },
      { id: 'scarcity', label: c.scarcity, format: 'number' },
    ],
    rows: [
      ...plan.funds.map((fund) => {
        const scarcest = scarcestPeriod(fund.dualByPeriod);
        return [
          nameOf(fund, context.lang),
          label(labels.fundTypes, fund.type),
          ...fund.byPeriod,
          sum(fund.byPeriod),
          sum(fund.availableByPeriod),
          scarcest === null ? null : periodCode(plan, scarcest.period),
          scarcest?.worth ?? null,
        ];
      }),
      [c.total, '', ...totals, sum(totals), sum(plan.funds.flatMap((f) => f.availableByPeriod)), null, null],
    ],
  };
}

export function resourcesTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'resources',
    caption: tables.captions.resourcesByPeriod,
    columns: [
      { id: 'resource', label: c.resource, format: 'text' },
      { id: 'unit', label: c.unit, format: 'text' },
      ...periodColumns(plan, 'number'),
      { id: 'scarcest', label: c.scarcest, format: 'short' },
      { id: 'scarcity', label: c.scarcity, format: 'money' },
    ],
    rows: plan.resources.map((resource) => {
      const scarcest = scarcestPeriod(resource.dualByPeriod);
      return [
        nameOf(resource, context.lang),
        resource.unit,
        ...resource.byPeriod,
        scarcest === null ? null : periodCode(plan, scarcest.period),
        scarcest?.worth ?? null,
      ];
    }),
  };
}

export function goalsTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'goals',
    caption: tables.captions.goals,
    columns: [
      { id: 'goal', label: c.goal, format: 'text' },
      { id: 'level', label: c.level, format: 'share' },
      ...periodColumns(plan, 'share'),
      { id: 'marginalValue', label: c.marginalGoal, format: 'money' },
    ],
    rows: plan.goals.map((goal) => [
      nameOf(goal, context.lang),
      goal.level,
      ...goal.availableByPeriod,
      goal.marginalValue,
    ]),
  };
}
