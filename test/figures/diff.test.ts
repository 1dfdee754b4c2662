import { describe, expect, it } from 'vitest';
import { diff } from '../../src/app/diff.ts';
import { diffCsvFiles } from '../../src/figures/csv-diff.ts';
import type { Lang } from '../../src/figures/figure.ts';
import { escapeMarkup } from '../../src/figures/markup.ts';
import { diffFindings } from '../../src/figures/report/diff-findings.ts';
import { diffContext, renderDiffReport } from '../../src/figures/report/diff-report.ts';
import { changesTable, diffChokepointsTable, diffProductsTable } from '../../src/figures/tables/diff.ts';
import { deny, link, made, needs, product, programme, scenario } from '../decisions/small-programme.ts';

/** `chip` needs `tool`; BAD supplies a share of it and has a stock of some days. */
const small = (share: number, more: { stock?: number; severity?: number; second?: boolean } = {}) =>
  programme({
    links: [
      made('chip', { name: 'Chips & more' }),
      made('panel', { kind: 'product' }),
      link('tool', { stock_days: more.stock ?? 0 }),
    ],
    needs: [...needs('chip', ['tool']), ...needs('panel', ['tool'])],
    supply: { tool: { BAD: share, ALI: 1 - share } },
    scenarios: [scenario([deny(['BAD'], { id: 'stop', severity: more.severity ?? 1 })], { name: 'Stop' })],
    products: [product('chip', 100), ...(more.second ? [product('panel', 10)] : [])],
  });

type Two = ReturnType<typeof small>;
const report = (before: Two, after: Two) =>
  diff({ folder: 'old', programme: before }, { folder: 'new', programme: after }, {});
const told = (before: Two, after: Two, lang: Lang = 'en'): string[] => {
  const found = report(before, after);
  return diffFindings(found, diffContext(found, lang));
};

describe('headline of a comparison', () => {
  it('says that nothing differs', () => {
    expect(told(small(1), small(1))).toEqual(['The two programmes say the same.']);
    expect(told(small(1), small(1), 'zh')).toEqual(['两份计划内容相同。']);
  });

  it('tells what products lose, win back, and when', () => {
    expect(told(small(0), small(1)).slice(1)).toEqual([
      'Under “Stop”: 1 link more exposed; 1 new chokepoint; Chips & more now loses full service (day 0).',
      'Critical combinations: 1 gained, 1 lost (of one or two jurisdictions or suppliers).',
    ]);
    expect(told(small(1), small(0))[1]).toContain('Chips & more no longer loses full service');
    expect(told(small(1), small(1, { stock: 40 }))[1]).toBe(
      'Under “Stop”: Chips & more loses full service on day 40 instead of day 0.',
    );
    expect(told(small(1), small(0.5))[1]).toContain(
      'coverage of Chips & more goes from 0\u00a0% to 50\u00a0%',
    );
  });

  it('tells products that are new, and scenarios that nothing happens to', () => {
    expect(told(small(1), small(1, { second: true }))[1]).toBe('Under “Stop”: panel is a new product.');
    expect(told(small(0), small(0, { severity: 0.5 }))[1]).toBe(
      'Under “Stop” nothing that is assessed differs.',
    );
  });
});

describe('tables of a comparison', () => {
  const found = report(small(1), small(0.5));
  const context = diffContext(found, 'en');

  it('put before and after into one cell, and name the changes that touch', () => {
    expect(changesTable(found, context).rows).toEqual([
      ['supply', 'tool · ALI', 'changed', 'share 0 → 0.5'],
      ['supply', 'tool · BAD', 'changed', 'share 1 → 0.5'],
    ]);
    const [cut] = found.scenarios;
    expect(diffProductsTable(found, cut!, context).rows[0]!.slice(0, 3)).toEqual([
      'Chips & more',
      'no',
      '0\u00a0% → 50\u00a0%',
    ]);
    expect(diffChokepointsTable(found, cut!, context).rows[0]!.at(-1)).toBe(
      'supply tool · ALI; supply tool · BAD',
    );
  });

  it('leave money out where it does not compare', () => {
    const other = small(0.5);
    const inDollars = report(small(1), { ...other, muster: { ...other.muster, currency: 'USD' } });
    const ids = diffChokepointsTable(inDollars, inDollars.scenarios[0]!, context).columns.map(({ id }) => id);
    expect(ids).not.toContain('marginal');
  });

  it('have a CSV file each', () => {
    const files = new Map(diffCsvFiles(found).map(({ name, text }) => [name, text.trim().split('\n')]));
    expect(files.get('changes.csv')).toEqual([
      'sort,id,name,name_zh,kind,field,before,after',
      'supply,tool/ALI,,,changed,share,0,0.5',
      'supply,tool/BAD,,,changed,share,1,0.5',
    ]);
    expect(files.get('products.csv')![1]).toBe(
      'cut,chip,Chips & more,,no,no,0,0.5,0,0,supply tool/ALI; supply tool/BAD',
    );
    expect([...files.keys()]).toEqual(['changes.csv', 'products.csv', 'chokepoints.csv', 'combinations.csv']);
  });
});

describe.each<Lang>(['en', 'zh'])('report of a comparison, %s', (lang) => {
  it('stands alone and holds nothing unfinished', () => {
    const html = renderDiffReport(report(small(1), small(0.5)), lang);
    expect(html).toContain(escapeMarkup('Chips & more'));
    expect(html).toContain('<section id="scenario-cut">');
    expect(html).not.toMatch(/undefined|NaN|\[object/);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|javascript:|https?:\/\//i);
  });
});
