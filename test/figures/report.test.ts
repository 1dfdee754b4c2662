import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/figures/figure.ts';
import { escapeMarkup } from '../../src/figures/markup.ts';
import { renderReport } from '../../src/figures/report/render-report.ts';
import { words } from '../../src/figures/words/index.ts';
import { assessment, input, plan } from './sample.ts';

const SECTIONS = [
  'findings',
  'threat',
  'times',
  'unknowns',
  'together',
  'plan',
  'money',
  'effect',
  'quality',
  'basis',
  'limits',
];
const FIGURES = [
  'chain-map',
  'severity-time',
  'stop-times',
  'gantt',
  'money-flow',
  'availability',
  'bound',
  'regret',
];

describe.each<Lang>(['en', 'zh'])('report, %s', (lang) => {
  it('has every section, figure and part', async () => {
    const html = await renderReport(input, lang);
    for (const id of SECTIONS) expect(html).toContain(`<section id="${id}">`);
    for (const id of FIGURES) expect(html).toContain(`<figure id="figure-${id}"`);
    for (const part of Object.values(words(lang).report.parts)) expect(html).toContain(`<h3>${part}</h3>`);
    expect(html).toContain(lang === 'zh' ? '<html lang="zh-Hans">' : '<html lang="en">');
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says what to find out first, and that there is nothing to find out', async () => {
    const { unknowns } = words(lang);
    const [first] = assessment.unknowns;
    const some = await renderReport(input, lang);
    const name = lang === 'zh' ? (first.nameZh ?? first.name) : first.name;
    expect(some).toContain(escapeMarkup(unknowns.question(first, name)));
    expect(some).toContain(unknowns.caption);
    const none = await renderReport({ ...input, assessment: { ...assessment, unknowns: [] } }, lang);
    expect(none).toContain(unknowns.nothing);
    expect(none).not.toContain(unknowns.caption);
  });

  it('stands alone: no script, nothing loaded', async () => {
    const html = await renderReport(input, lang);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|javascript:/i);
    expect(html).not.toMatch(/(src|href)="(?!#)/);
    expect(html).not.toMatch(/url\((?!#)/);
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:\/\//);
  });

  it('names every drawing for those who cannot see it, and every id once', async () => {
    const html = await renderReport(input, lang);
    const drawings = html.match(/<svg [^>]*>/g) ?? [];
    expect(drawings).toHaveLength(2 * FIGURES.length);
    for (const svg of drawings) expect(svg).toMatch(/role="img" aria-label="[^"]+"/);
    const tables = html.match(/<table /g)?.length;
    expect(html.match(/<caption>/g)).toHaveLength(tables ?? 0);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('escapes what users wrote', async () => {
    const evil = '<img src=x onerror="alert(1)">\'&';
    const html = await renderReport(
      {
        ...input,
        programme: { name: evil, nameZh: evil },
        home: [evil],
        assumptions: [evil],
        assessment: {
          ...assessment,
          scenarioName: evil,
          scenarioNameZh: evil,
          notes: [evil],
          links: assessment.links.map((link) => ({ ...link, name: evil, nameZh: evil, field: evil })),
          products: assessment.products.map((one) => ({ ...one, name: evil, nameZh: evil })),
          chokepoints: assessment.chokepoints.map((one) => ({
            ...one,
            name: evil,
            nameZh: evil,
            reason: evil,
          })),
        },
        plan: {
          ...plan,
          notes: [evil],
          policy: evil,
          funded: plan.funded.map((one) => ({
            ...one,
            name: evil,
            nameZh: evil,
            teamName: evil,
            field: evil,
          })),
          products: plan.products.map((one) => ({ ...one, name: evil, nameZh: evil })),
          goals: plan.goals.map((one) => ({ ...one, name: evil, nameZh: evil })),
          funds: plan.funds.map((one) => ({ ...one, name: evil, nameZh: evil })),
          scenarios: plan.scenarios.map((one) => ({ ...one, name: evil, nameZh: evil })),
          baselines: plan.baselines.map((one) => ({ ...one, label: evil })),
        },
      },
      lang,
    );
    expect(html).not.toMatch(/<img/i);
    expect(html).toContain('&#60;img');
  });

  it('is the same twice, and stands without a plan', async () => {
    expect(await renderReport(input, lang)).toBe(await renderReport(input, lang));
    const html = await renderReport({ ...input, plan: null }, lang);
    expect(html).toContain('<section id="threat">');
    expect(html).not.toContain('<section id="money">');
    expect(html).not.toMatch(/undefined|NaN/);
  });
});

describe('findings', () => {
  it('say what stops first, what to mend, who leads, and how good the plan is', async () => {
    const html = (await renderReport(input, 'en')).replaceAll('\u00a0', ' ');
    expect(html).toMatch(/full service is lost by day.*for .*7 nm logic/);
    expect(html).toContain('must be mended together to keep 28 nm logic: worth 88 bn CNY a year.');
    expect(html).toContain('Of 21 projects 9 are mixed');
    expect(html).toContain('The gap is at most 5.9 % (proven bound).');
    expect(html).toContain('3 of 5 conclusions survive the low and the high figures.');
  });

  it('say so when nothing stops', async () => {
    const calm = {
      ...assessment,
      products: assessment.products.map((one) => ({
        ...one,
        works: 'yes' as const,
        stopsOnDay: null,
        levels: one.levels.map((level) => ({ ...level, works: 'yes' as const, stopsOnDay: null })),
      })),
      chokepoints: [],
      cutSets: [],
      repairSets: [],
    };
    const html = await renderReport({ ...input, assessment: calm, plan: null }, 'en');
    expect(html).toContain('no product stops at its highest service level.');
    expect(html).toContain('No set of links has to be mended together.');
  });
});
