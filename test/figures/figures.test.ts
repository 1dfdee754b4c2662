import { describe, expect, it } from 'vitest';
import { bound } from '../../src/figures/bound.ts';
import { chainMap } from '../../src/figures/chain-map.ts';
import { LINKS_DRAWN_MAX, selectChain } from '../../src/figures/chain-select.ts';
import type { Lang } from '../../src/figures/figure.ts';
import { gantt } from '../../src/figures/gantt.ts';
import { moneyFlow } from '../../src/figures/money-flow.ts';
import { renderSvg } from '../../src/figures/render.ts';
import { severityTime } from '../../src/figures/severity-time.ts';
import { DARK, LIGHT } from '../../src/figures/theme.ts';
import { allFigures, assessment, contextOf, plan } from './sample.ts';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe.each<Lang>(['en', 'zh'])('every figure, %s', (lang) => {
  it('draws itself light and dark, with a finding and a text alternative', async () => {
    for (const figure of await allFigures(lang)) {
      for (const palette of [LIGHT, DARK]) {
        const svg = renderSvg(figure, palette);
        expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|<script/);
      }
      expect(figure.title).not.toMatch(/undefined|NaN/);
      expect(figure.subtitle).toContain(contextOf(lang).programme);
      expect(figure.method.length).toBeGreaterThan(20);
    }
  });

  it('keeps its numbers in its table', async () => {
    const tables = (await allFigures(lang)).map(({ title, subtitle, table }) => ({ title, subtitle, table }));
    expect(tables).toMatchSnapshot();
  });

  it('gives the same bytes twice', async () => {
    const draw = async () => (await allFigures(lang)).map((figure) => renderSvg(figure, LIGHT));
    expect(await draw()).toEqual(await draw());
  });
});

describe('chain map', () => {
  const context = contextOf('en');

  it('draws every link once, in its exposure, and every requirement', async () => {
    const svg = renderSvg(await chainMap(assessment, context), LIGHT);
    const edges = assessment.links.flatMap((link) => link.needs).length;
    expect(count(svg, /class="node"/g)).toBe(assessment.links.length);
    expect(count(svg, /class="edge/g)).toBe(edges);
    expect(count(svg, /fill="url\(#hatch-light\)" stroke=/g)).toBe(
      assessment.links.filter((link) => link.exposure === null).length + 1,
    );
  });

  it('groups what matters least once there is too much to draw', async () => {
    const copies = Array.from({ length: 5 }, (_, i) =>
      assessment.links.map((link) => ({
        ...link,
        id: `${link.id}-${i}`,
        works: i === 0 ? link.works : ('yes' as const),
        exposure: i === 0 ? link.exposure : 0,
        needs: link.needs.map((need) => `${need}-${i}`),
      })),
    ).flat();
    expect(copies.length).toBeGreaterThan(LINKS_DRAWN_MAX);
    const products = assessment.products.map((product) => `${product.id}-0`);
    const selection = selectChain(copies, products);
    const shown = new Set(selection.links.map((link) => link.id));
    const failing = copies.filter((link) => link.works === 'no');
    expect(failing.every((link) => shown.has(link.id))).toBe(true);
    expect(selection.links.length + selection.groups.reduce((sum, group) => sum + group.size, 0)).toBe(
      copies.length,
    );
    const ids = new Set([...shown, ...selection.groups.map((group) => group.id)]);
    expect(selection.edges.every((edge) => ids.has(edge.from) && ids.has(edge.to))).toBe(true);
    const map = await chainMap({ ...assessment, links: copies }, context);
    expect(map.subtitle).toContain('grouped by field');
  });

  it('tolerates a requirement outside the links and an empty chain', async () => {
    const [first, ...rest] = assessment.links;
    const odd = { ...assessment, links: [{ ...first, needs: ['nowhere'] }, ...rest] };
    expect(renderSvg(await chainMap(odd, context), LIGHT)).toContain('class="node"');
    const empty = { ...assessment, links: [], products: [] };
    expect((await chainMap(empty, context)).title).toBe('None of 0 links is exposed and no product stops');
  });
});

describe('marks', () => {
  const context = contextOf('en');

  it('labels every dated chokepoint, and no point stands on the right edge', () => {
    const figure = severityTime(assessment, context);
    const svg = renderSvg(figure, LIGHT);
    const dated = assessment.chokepoints.filter((point) => point.stopsOnDay !== null);
    for (const point of dated) expect(svg).toContain(point.name.slice(0, 14));
    const option = figure.drawing.kind === 'chart' ? figure.drawing.option(LIGHT) : {};
    const axis = option.xAxis as { max: number };
    expect(axis.max ** 2).toBeGreaterThan(1.3 * Math.max(...dated.map((point) => point.stopsOnDay!)));
  });

  it('draws one bar per stage, in the colour of who leads', () => {
    const svg = renderSvg(gantt(plan, context), LIGHT);
    for (const mode of ['state-led', 'mixed', 'market-led']) {
      const stages = plan.funded.filter((p) => p.leadMode === mode).flatMap((p) => p.stages);
      expect(count(svg, new RegExp(`stroke="${LIGHT.modes[mode]}"`, 'g'))).toBe(stages.length);
    }
    for (const project of plan.funded) expect(svg).toContain(project.teamName.slice(0, 8));
  });

  it('lets the money that flows equal the money of the projects', () => {
    const rows = moneyFlow(plan, context).table.rows;
    const shown = rows.reduce((sum, row) => sum + Number(row[3]), 0);
    const paid = plan.funded.flatMap((p) => p.funds).reduce((sum, fund) => sum + fund.amount, 0);
    expect(shown).toBeCloseTo(paid, 2);
  });

  it('joins the smallest goals once there are many', () => {
    const [first] = plan.funded;
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...first,
      goal: `g-${i}`,
      field: i % 2 ? 'chips' : 'other',
    }));
    const figure = moneyFlow({ ...plan, funded: many }, context);
    expect(renderSvg(figure, LIGHT)).toContain('13 smaller goals');
    expect(figure.table.rows).toHaveLength(30 * first.funds.length);
  });

  it('draws whiskers only where a value is simulated', () => {
    const lines = (svg: string): number =>
      count(svg, new RegExp(`stroke="${LIGHT.ink}" stroke-width="1.2"`, 'g'));
    const exact = {
      ...plan,
      standardError: 0,
      baselines: plan.baselines.map((baseline) => ({ ...baseline, standardError: 0 })),
    };
    expect(lines(renderSvg(bound(plan, context), LIGHT))).toBe(3 * (1 + plan.baselines.length));
    expect(lines(renderSvg(bound(exact, context), LIGHT))).toBe(0);
  });

  it('says so when the plan is empty', () => {
    const nothing = { ...plan, funded: [], baselines: [], gap: null };
    expect(gantt(nothing, context).title).toBe('The plan starts no project');
    expect(moneyFlow(nothing, context).title).toBe('The plan spends nothing');
    expect(renderSvg(gantt(nothing, context), LIGHT)).toContain('<svg');
    expect(renderSvg(moneyFlow(nothing, context), LIGHT)).toContain('<svg');
    expect(renderSvg(bound(nothing, context), LIGHT)).toContain('This plan');
  });
});
