import { describe, expect, it } from 'vitest';
import type { Alternatives } from '../../src/contract/alternatives.ts';
import { alternativesFigure } from '../../src/figures/alternatives.ts';
import { availability } from '../../src/figures/availability.ts';
import { bound } from '../../src/figures/bound.ts';
import { chainCaption } from '../../src/figures/chain-caption.ts';
import { chainMap } from '../../src/figures/chain-map.ts';
import type { Figure, Lang, Table } from '../../src/figures/figure.ts';
import { gantt, ganttRows } from '../../src/figures/gantt.ts';
import { ganttPlaces, placeOf } from '../../src/figures/gantt-option.ts';
import { moneyFlow } from '../../src/figures/money-flow.ts';
import { regret } from '../../src/figures/regret.ts';
import { renderSvg } from '../../src/figures/render.ts';
import { severityTime } from '../../src/figures/severity-time.ts';
import { stopTimes } from '../../src/figures/stop-times.ts';
import { cellText, columnStyles } from '../../src/figures/table-cells.ts';
import type { FigureContext } from '../../src/figures/text.ts';
import { DARK, LIGHT } from '../../src/figures/theme.ts';
import { svgFile, withoutStyles } from '../../web/src/figure/svg.ts';
import { nextSort, sortedRows } from '../../web/src/figure/table-rows.ts';
import { methodsOf } from '../../web/src/pages/method/methods.ts';
import { assessment, plan } from '../figures/sample.ts';

const context = (lang: Lang): FigureContext => ({
  lang,
  programme: lang === 'zh' ? '样例' : 'Sample',
  currency: 'CNY',
  priceYear: 2026,
  seed: 1,
});

const alternatives: Alternatives = {
  schema: 'muster/alternatives@1',
  programme: 'Sample',
  programmeNameZh: '样例',
  status: 'complete',
  reproducible: true,
  seconds: 1,
  seed: 1,
  currency: 'CNY',
  priceYear: 2026,
  asked: { count: 5, within: 0.01, apart: 0.2 },
  best: {
    value: 100e9,
    standardError: 0,
    funded: [],
    funds: [],
    goals: [],
    valueProof: 'exact',
    bound: 120e9,
    proof: 'bound',
  },
  tried: 9,
  near: 2,
  exhausted: true,
  alternatives: [
    {
      value: 99.5e9,
      standardError: 0,
      funded: [],
      funds: [],
      goals: [],
      loss: 0.5e9,
      lossShare: 0.005,
      lossError: 0.1e9,
      distanceToBest: 0.3,
      distanceToNearest: 0.3,
      distanceByChance: 0.2,
      dropped: [],
      added: [],
      forcedOut: ['a/b'],
      favours: [],
    },
  ],
  notes: [],
};

/** Every figure of the web application. */
const figuresOf = async (lang: Lang): Promise<Record<string, Figure>> => {
  const words = context(lang);
  return {
    chain: await chainMap(assessment, words),
    severity: severityTime(assessment, words),
    stops: stopTimes(assessment, words),
    gantt: gantt(plan, words, { today: '2027-03-01', waits: [] }),
    availability: availability(plan, words),
    bound: bound(plan, words),
    risk: regret(plan.risk!, words),
    flow: moneyFlow(plan, words),
    alternatives: alternativesFigure(alternatives, words),
  };
};

const HAN = /\p{Script=Han}/u;

describe.each(['en', 'zh'] as const)('every figure, in %s', (lang) => {
  it('has a chart, a table and a method, and a text in its place', async () => {
    const figures = Object.entries(await figuresOf(lang));
    expect(new Set(figures.map(([, { id }]) => id)).size).toBe(figures.length);
    for (const [name, figure] of figures) {
      for (const palette of [LIGHT, DARK]) {
        const svg = withoutStyles(renderSvg(figure, palette));
        expect(svg, name).toContain('<svg');
        expect(svg, `${name}: a strict content security policy refuses style attributes`).not.toMatch(
          / style="/,
        );
        expect(svgFile(svg, palette.surface)).toMatch(/^<svg [^>]*width="\d+" height="\d+"/);
      }
      expect(figure.table.rows.length, name).toBeGreaterThan(0);
      for (const row of figure.table.rows) expect(row.length, name).toBe(figure.table.columns.length);
      for (const text of [figure.title, figure.subtitle, figure.alt, figure.method, figure.table.caption]) {
        expect(text.length, name).toBeGreaterThan(0);
        expect(HAN.test(text), `${name}: ${text}`).toBe(lang === 'zh');
      }
    }
  });

  it('has its method on the page of methods', async () => {
    const methods = methodsOf(lang) as Record<string, string>;
    for (const [name, figure] of Object.entries(await figuresOf(lang)))
      expect(methods[name]).toBe(figure.method);
  });
});

describe('the chain', () => {
  it('is told the same with a drawing of its own', async () => {
    const drawn = await chainMap(assessment, context('en'));
    const { drawing, ...caption } = drawn;
    expect(chainCaption(assessment, 0, context('en'))).toEqual(caption);
    expect(drawing.width).toBeGreaterThan(0);
  });
});

describe('the Gantt chart of a live page', () => {
  it('has a place to press for every project, inside the drawing and apart', () => {
    const rows = ganttRows(plan, context('en'));
    const { drawing } = gantt(plan, context('en'));
    const places = ganttPlaces(plan, rows);
    expect(places.map(({ project }) => project.project).sort()).toEqual(
      plan.funded.map(({ project }) => project).sort(),
    );
    places.forEach(({ y, height }, i) => {
      expect(y + height).toBeLessThanOrEqual(drawing.height);
      if (i > 0) expect(y).toBeGreaterThanOrEqual(places[i - 1].y + places[i - 1].height);
    });
  });

  it('places a day between the ends of its period, and none outside the plan', () => {
    const { start, end } = plan.periods[1];
    expect(placeOf(plan, start)).toBe(1);
    expect(placeOf(plan, end)).toBe(2);
    expect(placeOf(plan, '1999-01-01')).toBeNull();
  });
});

const table: Table = {
  id: 't',
  caption: 'T',
  columns: [
    { id: 'name', label: 'Name', format: 'text' },
    { id: 'money', label: 'Money', format: 'money' },
    { id: 'share', label: 'Share', format: 'share' },
    { id: 'day', label: 'Day', format: 'day' },
  ],
  rows: [
    ['b', 2e9, 0.004, null],
    ['a', null, 0.5, 3],
    ['c10', 5e8, -0.25, 1000],
    ['c9', 2e9, 0.9999, 0],
  ],
};

describe('rows of a table', () => {
  it('sort by any column, what is absent last either way, equal rows as they were', () => {
    expect(sortedRows(table, '', 'en')).toEqual([0, 1, 2, 3]);
    expect(sortedRows(table, 'name', 'en')).toEqual([1, 0, 3, 2]);
    expect(sortedRows(table, 'money', 'en')).toEqual([2, 0, 3, 1]);
    expect(sortedRows(table, '-money', 'en')).toEqual([0, 3, 2, 1]);
    expect(sortedRows(table, '-no-such-column', 'en')).toEqual([0, 1, 2, 3]);
  });

  it('sort the largest first where the column is of numbers, then turn, then stand as they came', () => {
    expect(['', '-money', 'money'].map((sort) => nextSort(sort, 'money', true))).toEqual([
      '-money',
      'money',
      '',
    ]);
    expect(['', 'name', '-name'].map((sort) => nextSort(sort, 'name', false))).toEqual(['name', '-name', '']);
  });

  it('are written as in reports', () => {
    const styles = columnStyles(table, context('en'));
    const shown = table.rows.map((row) => row.map((cell, i) => cellText(cell, styles[i], context('en'))));
    expect(shown.map((row) => row.map((text) => text.replaceAll('\u00a0', ' ')))).toEqual([
      ['b', '2.00', '<1 %', 'never'],
      ['a', '–', '50 %', '3'],
      ['c10', '0.50', '-25 %', '1,000'],
      ['c9', '2.00', '>99 %', '0'],
    ]);
  });
});
