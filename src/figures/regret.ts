import type { EChartsCoreOption } from 'echarts/core';
import type { Risk, ScenarioRisk } from '../contract/risk.ts';
import type { Figure, Table } from './figure.ts';
import {
  type FigureContext,
  formatMoney,
  formatNumber,
  joinClauses,
  moneyUnit,
  moneyUnitName,
  nameOf,
  provenance,
} from './text.ts';
import { truncate } from './text-fit.ts';
import { mix, type Palette } from './theme.ts';
import { words } from './words/index.ts';

const WIDTH = 1000;
const ROW = 34;
const LEFT = 250;
const LETTERS = 11;

/** Value of the plan in each scenario, and what the best plan for it alone would add. */
export function regret(risk: Risk, context: FigureContext): Figure {
  const say = words(context.lang).risk;
  const title = regretTitle(risk, context);
  const unit = moneyUnit(Math.max(...risk.scenarios.map(sizeOf)), context.lang);
  const subtitle = joinClauses(
    [say.subtitle(moneyUnitName(unit, context)), provenance(context, { money: true, seed: true })],
    context.lang,
  );
  return {
    id: 'regret',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], context.lang),
    drawing: {
      kind: 'chart',
      width: WIDTH,
      height: 34 + risk.scenarios.length * ROW + 34,
      option: (palette) => regretOption(risk, unit.factor, palette, context),
    },
    table: regretTable(risk, context),
    method: say.method,
  };
}

const sizeOf = ({ value, best }: ScenarioRisk): number => Math.max(Math.abs(value), Math.abs(best ?? 0));

function regretTitle({ scenarios, worst }: Risk, context: FigureContext): string {
  const say = words(context.lang).risk;
  const least = scenarios.find(({ id }) => id === worst) ?? scenarios[0];
  const most = scenarios.reduce((a, b) => ((b.regret ?? 0) > (a.regret ?? 0) ? b : a));
  const title = say.title(nameOf(least, context.lang), formatMoney(least.value, context));
  const second =
    (most.regret ?? 0) > 0
      ? say.titleRegret(nameOf(most, context.lang), formatMoney(most.regret ?? 0, context))
      : say.titleNone;
  return joinClauses([title, second], context.lang);
}

function regretOption(
  { scenarios }: Risk,
  factor: number,
  palette: Palette,
  context: FigureContext,
): EChartsCoreOption {
  const say = words(context.lang).risk;
  const shown = (value: number): string => formatNumber(value / factor, context.lang);
  const bar = (name: string, color: string, data: readonly number[], labels: readonly string[]) => ({
    type: 'bar',
    name,
    barWidth: 16,
    barGap: '-100%',
    data: data.map((value, i) => ({
      value,
      itemStyle: { color },
      label: { show: labels[i] !== '', formatter: labels[i] },
    })),
    label: { position: 'right', color: palette.ink, fontSize: LETTERS },
  });
  const pale = mix(palette.accent, palette.surface, 0.7);
  return {
    grid: { left: LEFT, right: 130, top: 34, height: scenarios.length * ROW },
    xAxis: {
      type: 'value',
      axisLabel: { color: palette.muted, fontSize: LETTERS, formatter: shown },
      splitLine: { lineStyle: { color: palette.grid } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: scenarios.map((one) => truncate(nameOf(one, context.lang), LEFT - 20, LETTERS + 0.5)),
      axisLine: { lineStyle: { color: palette.faint } },
      axisTick: { show: false },
      axisLabel: { color: palette.ink, fontSize: LETTERS + 0.5 },
    },
    series: [
      bar(
        say.regret,
        pale,
        scenarios.map(({ value, best }) => best ?? value),
        scenarios.map(({ value, best }) =>
          best === null ? shown(value) : `${shown(value)} / ${shown(best)}`,
        ),
      ),
      bar(
        say.value,
        palette.accent,
        scenarios.map(({ value }) => value),
        scenarios.map(() => ''),
      ),
    ],
  };
}

function regretTable({ scenarios }: Risk, context: FigureContext): Table {
  const { risk, tables } = words(context.lang);
  return {
    id: 'regret',
    caption: risk.caption,
    oneUnit: true,
    columns: [
      { id: 'scenario', label: risk.columns.scenario, format: 'text' },
      { id: 'weight', label: tables.columns.weight, format: 'share' },
      { id: 'value', label: tables.columns.value, format: 'money' },
      { id: 'best', label: risk.columns.best, format: 'money' },
      { id: 'regret', label: risk.columns.regret, format: 'money' },
    ],
    rows: scenarios.map((one) => [nameOf(one, context.lang), one.weight, one.value, one.best, one.regret]),
  };
}
