import type { CustomSeriesRenderItemAPI } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Plan } from '../contract/plan.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import type { Figure, Table } from './figure.ts';
import {
  type FigureContext,
  formatMoney,
  formatNumber,
  formatShare,
  joinClauses,
  label,
  moneyUnit,
  moneyUnitName,
  provenance,
} from './text.ts';
import { truncate } from './text-fit.ts';
import { mix, type Palette } from './theme.ts';
import { words } from './words/index.ts';

const WIDTH = 1000;
const ROW = 30;
const LEFT = 250;
const LETTERS = 11;

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly standardError: number;
  readonly plan: boolean;
}

/** What the plan is worth, beside simpler plans and what no plan can exceed. */
export function bound(plan: Plan, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).figures.bound;
  const bars = barsOf(plan, context);
  const title = boundTitle(plan, context);
  const subtitle = joinClauses(
    [
      say.subtitle(moneyUnitName(moneyUnit(largestOf(plan, bars), lang), context)),
      label(words(lang).labels.proofs, plan.proof),
      provenance(context, { money: true, seed: true }),
    ],
    lang,
  );
  return {
    id: 'bound',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: {
      kind: 'chart',
      width: WIDTH,
      height: 34 + bars.length * ROW + 34,
      option: (palette) => boundOption(plan, bars, palette, context),
    },
    table: boundTable(plan, bars, context),
    method: say.method,
  };
}

function barsOf(plan: Plan, context: FigureContext): Bar[] {
  const own = {
    label: words(context.lang).figures.bound.plan,
    value: plan.value,
    standardError: plan.standardError,
    plan: true,
  };
  const others = plan.baselines.map((baseline) => ({
    ...baseline,
    label: baselineName(baseline, context),
    plan: false,
  }));
  return [own, ...others].sort((a, b) => b.value - a.value || Number(b.plan) - Number(a.plan));
}

const largestOf = (plan: Plan, bars: readonly Bar[]): number =>
  Math.max(Math.abs(plan.bound), ...bars.map((bar) => Math.abs(bar.value)));

/** The best of the simpler plans. */
/** A baseline in the language of the reader; one that has no words is called as the plan calls it. */
export const baselineName = (
  { name, label: given }: Plan['baselines'][number],
  context: FigureContext,
): string => (({ ...words(context.lang).labels.baselines }) as Record<string, string>)[name] ?? given;

export function bestBaseline(plan: Plan): Plan['baselines'][number] | null {
  return plan.baselines.reduce<Plan['baselines'][number] | null>(
    (best, baseline) => (best === null || baseline.value > best.value ? baseline : best),
    null,
  );
}

function boundTitle(plan: Plan, context: FigureContext): string {
  const say = words(context.lang).figures.bound;
  if (plan.gap === null) return say.titleOpen;
  const gap = formatShare(plan.gap, context.lang);
  const best = bestBaseline(plan);
  if (best === null || best.value <= 0 || best.value > plan.value) return say.titleGap(gap);
  const shown = baselineName(best, context);
  const name = context.lang === 'en' ? `“${shown}”` : shown;
  return say.title(gap, formatShare(plan.value / best.value - 1, context.lang), name);
}

function boundOption(
  plan: Plan,
  bars: readonly Bar[],
  palette: Palette,
  context: FigureContext,
): EChartsCoreOption {
  const { lang } = context;
  const say = words(lang).figures.bound;
  const largest = largestOf(plan, bars);
  const unit = moneyUnit(largest, lang);
  const shown = (value: number): string => formatNumber(value / unit.factor, lang);
  const low = Math.min(0, ...bars.map((bar) => bar.value - halfWidth95(bar.standardError)));
  const plain = mix(palette.faint, palette.surface, 0.35);
  return {
    grid: { left: LEFT, right: 90, top: 34, height: bars.length * ROW },
    xAxis: {
      type: 'value',
      min: low < 0 ? low * 1.1 : 0,
      max: Math.max(plan.bound, ...bars.map((bar) => bar.value + halfWidth95(bar.standardError)), 0) * 1.04,
      axisLabel: {
        color: palette.muted,
        fontSize: LETTERS,
        showMaxLabel: false,
        showMinLabel: low >= 0,
        formatter: shown,
      },
      splitLine: { lineStyle: { color: palette.grid } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => truncate(bar.label, LEFT - 20, LETTERS + 0.5)),
      axisLine: { lineStyle: { color: palette.faint } },
      axisTick: { show: false },
      axisLabel: { color: palette.ink, fontSize: LETTERS + 0.5 },
    },
    series: [
      {
        type: 'bar',
        barWidth: 15,
        data: bars.map((bar) => ({
          value: bar.value,
          itemStyle: { color: bar.plan ? palette.accent : plain },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.ink, width: 1.5, type: 'solid' },
          label: {
            formatter: say.bound(formatMoney(plan.bound, context)),
            color: palette.ink,
            fontSize: LETTERS,
            position: 'start',
          },
          data: [{ xAxis: plan.bound }],
        },
      },
      {
        type: 'custom',
        data: bars.map((bar, i) => [bar.value, i]),
        renderItem: whisker(bars, shown, palette),
        z: 4,
      },
    ],
  };
}

/** The figure of a bar and, where it is simulated, its confidence interval. */
function whisker(bars: readonly Bar[], shown: (value: number) => string, palette: Palette) {
  return (_params: unknown, api: CustomSeriesRenderItemAPI): object => {
    const i = Number(api.value(1));
    const bar = bars[i];
    const half = halfWidth95(bar.standardError);
    const [left, y] = api.coord([bar.value - half, i]);
    const [right] = api.coord([bar.value + half, i]);
    const [zero] = api.coord([0, i]);
    const style = { stroke: palette.ink, lineWidth: 1.2 };
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style,
    });
    const inside = bar.value > 0 && left - zero > 60;
    const figure = {
      type: 'text',
      x: inside ? left - 6 : right + 6,
      y,
      style: {
        text: shown(bar.value),
        fill: inside && bar.plan ? palette.surface : palette.ink,
        fontSize: LETTERS,
        fontWeight: 600,
        align: inside ? 'right' : 'left',
        verticalAlign: 'middle',
      },
    };
    const whiskers =
      half > 0
        ? [line(left, y, right, y), line(left, y - 4, left, y + 4), line(right, y - 4, right, y + 4)]
        : [];
    return { type: 'group', children: [figure, ...whiskers] };
  };
}

function boundTable(plan: Plan, bars: readonly Bar[], context: FigureContext): Table {
  const { tables, figures } = words(context.lang);
  const c = tables.columns;
  const ofBound = (value: number): number | null => (plan.bound > 0 ? value / plan.bound : null);
  return {
    id: 'bound',
    caption: tables.captions.bound,
    columns: [
      { id: 'plan', label: c.plan, format: 'text' },
      { id: 'value', label: c.value, format: 'money' },
      { id: 'standardError', label: c.standardError, format: 'money' },
      { id: 'ofBound', label: c.ofBound, format: 'share' },
    ],
    rows: [
      [figures.bound.boundRow, plan.bound, null, ofBound(plan.bound)],
      ...bars.map((bar) => [bar.label, bar.value, bar.standardError, ofBound(bar.value)]),
    ],
  };
}
