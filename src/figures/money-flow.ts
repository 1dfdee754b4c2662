import type { EChartsCoreOption } from 'echarts/core';
import type { Plan } from '../contract/plan.ts';
import type { Figure, Table } from './figure.ts';
import {
  type FigureContext,
  formatFixed,
  formatMoney,
  formatShare,
  joinClauses,
  label,
  moneyUnit,
  moneyUnitName,
  nameOf,
  provenance,
} from './text.ts';
import { truncate } from './text-fit.ts';
import { fieldColour, mix, type Palette } from './theme.ts';
import { words } from './words/index.ts';

const WIDTH = 1000;
const LETTERS = 11;
const GOALS_MAX = 18;

interface Flow {
  readonly fund: string;
  readonly field: string;
  readonly goal: string;
  readonly amount: number;
}

/** Where the money comes from and what it serves: fund, field, goal. */
export function moneyFlow(plan: Plan, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).figures.flow;
  const flows = joinSmallGoals(flowsOf(plan));
  const total = sum(flows.map((flow) => flow.amount));
  const title = flowTitle(plan, flows, context);
  const unit = moneyUnitName(moneyUnit(total, lang), context);
  const subtitle = joinClauses([say.subtitle(unit), provenance(context, { money: true, seed: true })], lang);
  const goals = new Set(flows.map((flow) => flow.goal)).size;
  return {
    id: 'money-flow',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: {
      kind: 'chart',
      width: WIDTH,
      height: Math.max(220, 28 * goals + 40),
      option: (palette) => flowOption(plan, flows, palette, context),
    },
    table: flowTable(plan, context),
    method: say.method,
  };
}

function flowsOf(plan: Plan): Flow[] {
  const flows = new Map<string, Flow>();
  for (const project of plan.funded) {
    for (const { id, amount } of project.funds) {
      const key = `${id} ${project.field} ${project.goal}`;
      const before = flows.get(key)?.amount ?? 0;
      flows.set(key, { fund: id, field: project.field, goal: project.goal, amount: before + amount });
    }
  }
  return [...flows.values()].filter((flow) => flow.amount > 0);
}

const OTHER = '';

/** Beyond the largest, goals of all fields become one. */
function joinSmallGoals(flows: readonly Flow[]): Flow[] {
  const ranked = [...totals(flows, 'goal')].sort((a, b) => b[1] - a[1]).map(([goal]) => goal);
  if (ranked.length <= GOALS_MAX) return [...flows];
  const large = new Set(ranked.slice(0, GOALS_MAX - 1));
  return flows.map((flow) => (large.has(flow.goal) ? flow : { ...flow, goal: OTHER }));
}

function totals(flows: readonly Flow[], by: 'fund' | 'field' | 'goal'): Map<string, number> {
  const found = new Map<string, number>();
  for (const flow of flows) found.set(flow[by], (found.get(flow[by]) ?? 0) + flow.amount);
  return found;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function flowTitle(plan: Plan, flows: readonly Flow[], context: FigureContext): string {
  const { figures, labels } = words(context.lang);
  const total = sum(flows.map((flow) => flow.amount));
  if (total === 0) return figures.flow.titleNone;
  const top = (by: 'fund' | 'field'): [string, number] =>
    [...totals(flows, by)].reduce((a, b) => (b[1] > a[1] ? b : a));
  const [fund, fundMoney] = top('fund');
  const [field, fieldMoney] = top('field');
  const fieldName = label(labels.fields, field);
  return figures.flow.title(
    formatMoney(total, context),
    fundName(plan, fund, context),
    formatShare(fundMoney / total, context.lang),
    context.lang === 'en' ? fieldName.toLowerCase() : fieldName,
    formatShare(fieldMoney / total, context.lang),
  );
}

function fundName(plan: Plan, id: string, context: FigureContext): string {
  const fund = plan.funds.find((candidate) => candidate.id === id);
  return fund === undefined ? id : nameOf(fund, context.lang);
}

function goalName(plan: Plan, id: string, context: FigureContext): string {
  const goal = plan.goals.find((candidate) => candidate.goal === id);
  return goal === undefined ? id : nameOf(goal, context.lang);
}

function flowOption(
  plan: Plan,
  flows: readonly Flow[],
  palette: Palette,
  context: FigureContext,
): EChartsCoreOption {
  const { figures, labels } = words(context.lang);
  const unit = moneyUnit(sum(flows.map((flow) => flow.amount)), context.lang);
  const amount = (value: number): string => formatFixed(value / unit.factor, context.lang, 2);
  const fundColour = mix(palette.faint, palette.muted, 0.4);
  const fieldOfGoal = new Map(flows.map((flow) => [flow.goal, flow.field]));
  const joined = totals(flowsOf(plan), 'goal').size - GOALS_MAX + 1;
  const node = (id: string, name: string, value: number, color: string, position: string) => ({
    name: id,
    itemStyle: { color, borderWidth: 0 },
    label: { position, formatter: `${truncate(name, 205, LETTERS)}  ${amount(value)}` },
  });
  const nodes = [
    ...[...totals(flows, 'fund')].map(([id, value]) =>
      node(`fund:${id}`, fundName(plan, id, context), value, fundColour, 'left'),
    ),
    ...[...totals(flows, 'field')].map(([id, value]) =>
      node(`field:${id}`, label(labels.fields, id), value, fieldColour(palette, id), 'right'),
    ),
    ...[...totals(flows, 'goal')].map(([id, value]) => {
      const name = id === OTHER ? figures.flow.otherGoals(joined) : goalName(plan, id, context);
      return node(
        `goal:${id}`,
        name,
        value,
        id === OTHER ? fundColour : fieldColour(palette, fieldOfGoal.get(id)!),
        'right',
      );
    }),
  ];
  return {
    series: [
      {
        type: 'sankey',
        left: 250,
        right: 260,
        top: 8,
        bottom: 8,
        nodeWidth: 10,
        nodeGap: 12,
        layoutIterations: 64,
        draggable: false,
        emphasis: { disabled: true },
        label: {
          color: palette.ink,
          fontSize: LETTERS,
          textBorderColor: palette.surface,
          textBorderWidth: 2,
        },
        data: nodes,
        links: sankeyLinks(flows, palette),
      },
    ],
  };
}

function sankeyLinks(flows: readonly Flow[], palette: Palette): object[] {
  const links = new Map<string, { source: string; target: string; value: number; lineStyle: object }>();
  const add = (source: string, target: string, value: number, field: string): void => {
    const key = `${source} ${target}`;
    const lineStyle = {
      color: mix(fieldColour(palette, field), palette.surface, 0.62),
      opacity: 1,
      curveness: 0.5,
    };
    links.set(key, { source, target, lineStyle, value: (links.get(key)?.value ?? 0) + value });
  };
  for (const flow of flows) {
    add(`fund:${flow.fund}`, `field:${flow.field}`, flow.amount, flow.field);
    add(`field:${flow.field}`, `goal:${flow.goal}`, flow.amount, flow.field);
  }
  return [...links.values()];
}

function flowTable(plan: Plan, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'flow',
    caption: tables.captions.flow,
    columns: [
      { id: 'fund', label: c.fund, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'goal', label: c.goal, format: 'text' },
      { id: 'amount', label: c.expected, format: 'money' },
    ],
    rows: flowsOf(plan).map((flow) => [
      fundName(plan, flow.fund, context),
      label(labels.fields, flow.field),
      goalName(plan, flow.goal, context),
      flow.amount,
    ]),
  };
}
