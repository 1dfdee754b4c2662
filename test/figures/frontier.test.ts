import { expect, test } from 'vitest';
import type { Alternatives } from '../../src/contract/alternatives.ts';
import type { Differing, Frontier, FrontierPoint } from '../../src/contract/frontier.ts';
import { frontierCsvFiles } from '../../src/figures/csv-frontier.ts';
import type { Lang } from '../../src/figures/figure.ts';
import { frontierContext, frontierFigure } from '../../src/figures/frontier.ts';
import { renderSvg } from '../../src/figures/render.ts';
import {
  alternativeDiffers,
  alternativesContext,
  alternativesFindings,
} from '../../src/figures/report/alternatives-findings.ts';
import { frontierFindings } from '../../src/figures/report/frontier-findings.ts';
import { LIGHT } from '../../src/figures/theme.ts';

const differing = (project: string, chanceBefore: number, chanceAfter: number): Differing => ({
  project: `${project}/lab`,
  goal: `goal-${project}`,
  name: project,
  nameZh: null,
  team: 'lab',
  teamName: 'Lab',
  chanceBefore,
  chanceAfter,
});

const point = (factor: number, value: number, rankings: readonly [number, number]): FrontierPoint => ({
  factor,
  money: factor * 20e9,
  value,
  standardError: 1e9,
  valueProof: 'statistical',
  bound: value + 20e9,
  gap: 20e9 / value,
  proof: 'bound',
  planOf: factor,
  policy: 'index',
  rankings: [
    { name: 'value-per-cost', value: rankings[0], standardError: 1e9 },
    { name: 'chokepoint', value: rankings[1], standardError: 1e9 },
  ],
  funded: [],
});

const FRONTIER: Frontier = {
  schema: 'muster/frontier@1',
  programme: 'Small',
  programmeNameZh: '小计划',
  status: 'complete',
  reproducible: true,
  seconds: 0,
  seed: 1,
  currency: 'CNY',
  priceYear: 2030,
  asked: [0.5, 1],
  infeasible: [],
  points: [point(0.5, 60e9, [20e9, 30e9]), point(1, 100e9, [40e9, 50e9])],
  steps: [
    {
      from: 0.5,
      to: 1,
      gain: 40e9,
      gainPerMoney: 4,
      nested: false,
      dropped: [differing('tool', 1, 0)],
      added: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => differing(id, 0, 1)),
    },
  ],
  rankings: [
    { name: 'value-per-cost', target: 100e9, factor: null, tried: 16, value: 90e9, standardError: 1e9 },
    { name: 'chokepoint', target: 100e9, factor: 2.5, tried: 2.5, value: 100e9, standardError: 1e9 },
  ],
  notes: [],
};

const told = (frontier: Frontier, lang: Lang): string[] =>
  frontierFindings(frontier, frontierContext(frontier, lang)).map((text) => text.replaceAll('\u00a0', ' '));

test('findings of a frontier: today, what each ranking would need, what a step drops', () => {
  expect(told(FRONTIER, 'en')).toEqual([
    'With the money of today, 20 bn CNY, the plan is worth 100 bn CNY ± 1.96 bn CNY; no plan can exceed 120 bn CNY.',
    'Greedy by value per cost is worth 40 bn CNY at that money, and does not do as well as the plan even with 16 times the money: at most 90 bn CNY ± 1.96 bn CNY.',
    'Ranking by chokepoint score is worth 50 bn CNY at that money; to do as well as the plan it would need 2.5 times the money, 30 bn CNY more.',
    '1 of 1 step to the next larger budget drops projects that the smaller one funds: no one list, bought from the top, gives them all.',
    'From 0.5× to 1× of the money: drops tool by Lab (100 % → 0 %); adds a by Lab (0 % → 100 %), b by Lab (0 % → 100 %), c by Lab (0 % → 100 %), d by Lab (0 % → 100 %), e by Lab (0 % → 100 %) and 2 more.',
  ]);
  expect(told(FRONTIER, 'zh')[1]).toBe(
    '按单位成本价值贪心选取在同等资金下价值为 400 亿元；即使用 16 倍的资金也达不到方案的效果，最多为 900 亿元 ± 19.6 亿元。',
  );
  const stopped: Frontier = { ...FRONTIER, status: 'stopped', asked: [0.5, 1, 2], rankings: [] };
  expect(told(stopped, 'en')[0]).toBe('Stopped: 2 of 3 budgets are done.');
});

test('the figure says what the better ranking would need, and rings the step that is not nested', () => {
  const figure = frontierFigure(FRONTIER, frontierContext(FRONTIER, 'en'));
  expect(figure.title).toBe(
    'Ranking by chokepoint score needs 2.5 times the money to do as well as the plan',
  );
  const svg = renderSvg(figure, LIGHT);
  expect(svg.match(/<polyline/g)).toHaveLength(4);
  expect(svg.match(/<circle[^>]* r="5"/g)).toHaveLength(2);
  expect(svg).not.toContain('NaN');
  expect(figure.table.rows.map((row) => row[7])).toEqual([null, 'no, drops 1']);
});

test('every table as CSV', () => {
  const files = Object.fromEntries(
    frontierCsvFiles(FRONTIER).map(({ name, text }) => [name, text.split('\n')]),
  );
  expect(files['rankings.csv'].slice(1, 3)).toEqual([
    'value-per-cost,100000000000,,16,90000000000,1000000000',
    'chokepoint,100000000000,2.5,2.5,100000000000,1000000000',
  ]);
  expect(files['steps.csv'][1]).toBe('0.5,1,dropped,tool/lab,goal-tool,tool,,lab,1,0');
  expect(files['budgets.csv']).toHaveLength(4);
});

const started = (project: string) => {
  const { chanceBefore, chanceAfter: _, ...who } = differing(project, 1, 0);
  return { ...who, startPeriod: 1, chanceOfStart: chanceBefore };
};
const facts = (projects: readonly string[], value: number) => ({
  value,
  standardError: 0,
  funded: projects.map(started),
  funds: [],
  goals: [],
});

const REPORT: Alternatives = {
  schema: 'muster/alternatives@1',
  programme: 'Small',
  programmeNameZh: null,
  status: 'complete',
  reproducible: true,
  seconds: 0,
  seed: 1,
  currency: 'CNY',
  priceYear: 2030,
  asked: { count: 20, within: 0.01, apart: 0.2 },
  best: { ...facts(['a', 'b'], 10e9), valueProof: 'exact', proof: 'exact', bound: 10e9 },
  tried: 9,
  near: 3,
  exhausted: true,
  alternatives: [
    {
      ...facts(['a', 'c'], 9.95e9),
      loss: 5e7,
      lossShare: 0.005,
      lossError: 0,
      distanceToBest: 2 / 3,
      distanceToNearest: 2 / 3,
      distanceByChance: 2 / 3,
      dropped: [differing('b', 1, 0)],
      added: [differing('c', 0, 1)],
      forcedOut: ['b/lab'],
      favours: [],
    },
  ],
  notes: [],
};

test('findings of alternatives: how many, that there are fewer, and what all have in common', () => {
  const tell = (lang: Lang): string[] =>
    alternativesFindings(REPORT, alternativesContext(REPORT, lang)).map((text) =>
      text.replaceAll('\u00a0', ' '),
    );
  expect(tell('en')).toEqual([
    'The best plan is worth 10 bn CNY; no plan can exceed 10 bn CNY. It funds 2 projects.',
    '1 other plan loses at most 1 % against the best, and any two differ by at least 20 % in what they start.',
    'That is fewer than the 20 asked for: of 9 plans tried, 3 are that near, most of them too much alike.',
    'Every change of every near plan was tried.',
    '1 project of 3 that any of these plans funds is funded in all of them; the others are open to other reasons.',
    'In the best plan and in all others: a (Lab).',
  ]);
  expect(tell('zh')[2]).toBe('少于要求的 20 个：共尝试 9 个方案，其中 3 个足够接近，但多数彼此过于相似。');
  expect(alternativeDiffers(REPORT.alternatives[0], alternativesContext(REPORT, 'en'))).toBe(
    'without b by Lab (100\u00a0% → 0\u00a0%); with c by Lab (0\u00a0% → 100\u00a0%)',
  );
});
