import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFolder } from '../src/app/check-folder.ts';
import { diff } from '../src/app/diff.ts';
import { DiffReport } from '../src/contract/diff.ts';
import { Random } from '../src/kernel/random.ts';
import { differences } from '../src/programme/differences.ts';
import type { Programme } from '../src/programme/programme.ts';
import {
  company,
  deny,
  goal,
  link,
  made,
  needs,
  option,
  product,
  programme,
  SAID,
  scenario,
} from './decisions/small-programme.ts';
import { shuffledProgramme } from './support/shuffled.ts';

/** `chip` needs `tool` and either `gas` or `liquid`; BAD supplies all of the tool and half of the gas. */
type Small = Parameters<typeof programme>[0];
const PARTS: Small = {
  links: [made('chip'), link('tool'), link('gas', { stock_days: 30 }), link('liquid')],
  needs: [...needs('chip', ['tool']), ...needs('chip', ['gas', 'liquid'], 'any', { group: 'fluids' })],
  supply: { tool: { BAD: 1 }, gas: { BAD: 0.5, ALI: 0.5 }, liquid: { ALI: 1 } },
  scenarios: [scenario([deny(['BAD'], { id: 'stop' })])],
  products: [
    product('chip', 100, [
      [0.5, 0.5],
      [1, 1],
    ]),
  ],
};
const OLD = programme(PARTS);
const compared = (after: Programme, before = OLD, options = {}) =>
  DiffReport.parse(diff({ folder: 'a', programme: before }, { folder: 'b', programme: after }, options));

describe('what differs', () => {
  it('is named by id, with what fields were and are', () => {
    const now = programme({
      ...PARTS,
      links: [
        ...PARTS.links.slice(0, 3),
        link('liquid', { home_need: { low: 0.4, central: 0.5, high: 0.6 } }),
        link('glass'),
      ],
      needs: [
        ...needs('chip', ['tool', 'glass']),
        ...needs('chip', ['gas', 'liquid'], 'all', { group: 'fluids' }),
      ],
      supply: {
        tool: { BAD: 0.6, acme: null },
        gas: { BAD: 0.5, ALI: 0.5 },
        liquid: { ALI: 1 },
        glass: { ALI: 1 },
      },
      companies: [company('acme', 'ALI')],
      overlay: [{ what: 'figure', link: 'gas', figure: 'stock_days', value: 60, ...SAID }],
      scenarios: [
        scenario([deny(['BAD'], { id: 'stop', severity: 0.5 })], {
          capacityChanges: [{ link: 'gas', provider: 'ALI', date: '2031-01-01', change: 0.1 }],
        }),
      ],
    });
    const told = differences(OLD, now).map(({ sort, id, kind, fields }) => [
      `${kind} ${sort} ${id}`,
      ...(kind === 'changed' ? fields.map(({ field, before, after }) => [field, before, after]) : []),
    ]);
    expect(told).toEqual([
      ['added link glass'],
      ['changed link liquid', ['home_need', 1, { low: 0.4, central: 0.5, high: 0.6 }]],
      ['changed requirement chip/fluids', ['gate', 'any', 'all']],
      ['changed requirement chip/inputs', ['needs', ['tool'], ['glass', 'tool']]],
      ['added supply glass/ALI'],
      ['changed supply tool/BAD', ['share', 1, 0.6]],
      ['added supply tool/acme'],
      ['added provider acme'],
      ['added overlay figure/gas/stock_days'],
      ['changed measure cut/stop', ['severity', 1, 0.5]],
      ['added capacity-change cut/gas/ALI/2031-01-01'],
    ]);
  });

  it('is found inside lists, and nowhere else', () => {
    const withGoal = (cost: number): Programme =>
      programme({ ...PARTS, goals: [goal('tool', [option('make-tool', { costPerPeriod: cost })])] });
    expect(differences(withGoal(1), withGoal(2))).toMatchObject([
      {
        sort: 'option',
        id: 'make-tool',
        kind: 'changed',
        fields: [{ field: 'stages[1].costPerPeriod', before: 1, after: 2 }],
      },
    ]);
    const twice = (first: number, second: number): Programme => {
      const said = (value: number) =>
        ({ what: 'figure', link: 'gas', figure: 'stock_days', value, ...SAID }) as const;
      return programme({ ...PARTS, overlay: [said(first), said(second)] });
    };
    expect(differences(twice(10, 20), twice(10, 20))).toEqual([]);
    expect(differences(twice(10, 20), twice(20, 10)).map(({ id }) => id)).toEqual([
      'figure/gas/stock_days',
      'figure/gas/stock_days#2',
    ]);
  });
});

describe('what the changes do', () => {
  it('names the product, its levels and the changes behind them', () => {
    const report = compared(
      programme({ ...PARTS, supply: { ...PARTS.supply, tool: { BAD: 0.5, ALI: 0.5 } } }),
    );
    expect(report.changes.map(({ key }) => key)).toEqual(['supply tool/ALI', 'supply tool/BAD']);
    const [cut] = report.scenarios;
    expect(cut).toMatchObject({ id: 'cut', in: 'both', moreExposed: [], lessExposed: ['tool'] });
    expect(cut!.products).toMatchObject([
      {
        id: 'chip',
        before: { works: 'no', coverage: 0, levels: [{ works: 'no', stopsOnDay: 0 }, { works: 'no' }] },
        after: { works: 'no', coverage: 0.5, levels: [{ works: 'yes', stopsOnDay: null }, { works: 'no' }] },
        changes: ['supply tool/ALI', 'supply tool/BAD'],
      },
    ]);
    expect(cut!.chokepoints).toMatchObject([
      { link: 'tool', kind: 'changed', before: { exposure: 1 }, after: { exposure: 0.5 } },
    ]);
  });

  it('tells chokepoints that appear and vanish, and who is touched', () => {
    const now = programme({
      ...PARTS,
      supply: { tool: { ALI: 1 }, gas: { ALI: 1 }, liquid: { BAD: 1 } },
    });
    const [cut] = compared(now).scenarios;
    expect(cut!.chokepoints.map(({ link: id, kind, changes }) => [id, kind, changes])).toEqual([
      ['liquid', 'appeared', ['supply liquid/ALI', 'supply liquid/BAD']],
      ['tool', 'vanished', ['supply tool/ALI', 'supply tool/BAD']],
      ['gas', 'vanished', ['supply gas/ALI', 'supply gas/BAD']],
    ]);
    expect([cut!.moreExposed, cut!.lessExposed]).toEqual([['liquid'], ['tool', 'gas']]);
  });

  it('tells critical combinations gained and lost', () => {
    const now = programme({ ...PARTS, supply: { ...PARTS.supply, tool: { FAR: 1 } } });
    const told = compared(now).combinations.map(({ members, before, after }) => [members, before, after]);
    expect(told).toEqual([
      [['BAD'], 'certain', 'none'],
      [['FAR'], 'none', 'certain'],
    ]);
  });

  it('attributes a measure to the links it hits, in scenarios that include it too', () => {
    const wider = (ids: readonly string[]): Programme => {
      const first = scenario([deny(['BAD'], { id: 'stop', links: { ids: [...ids] } })]);
      const second = scenario([], { id: 'more', name: 'More', includes: ['cut'] });
      return programme({ ...PARTS, scenarios: [first, second] });
    };
    const report = compared(wider(['tool', 'gas']), wider(['tool']));
    // The tool is hit as before: the measure is not what moves it.
    for (const one of report.scenarios) {
      expect(one.chokepoints).toMatchObject([
        { link: 'gas', kind: 'appeared', changes: ['measure cut/stop'] },
      ]);
    }
  });

  it('says what does not compare: scenarios, homes, money, products of one alone', () => {
    const now = programme({
      ...PARTS,
      home: ['OUT'],
      products: [product('gas', 100)],
      links: [made('chip'), link('tool'), link('gas', { stock_days: 30, kind: 'product' }), link('liquid')],
      scenarios: [scenario([deny(['BAD'])], { id: 'other', name: 'Other' }), scenario([deny(['BAD'])])],
    });
    const report = compared({ ...now, muster: { ...now.muster, currency: 'USD' } });
    expect(report.moneyCompares).toBe(false);
    expect(report.notes.join('\n')).toMatch(/different homes \(HOM and OUT\)/);
    expect(report.notes.join('\n')).toMatch(/EUR of 2030 and in USD of 2030/);
    expect(report.notes.join('\n')).toMatch(/Other \(other\) is in the second programme only/);
    const cut = report.scenarios.find(({ id }) => id === 'cut')!;
    expect(cut.products.map(({ id, before, after }) => [id, before === null, after === null])).toEqual([
      ['chip', false, true],
      ['gas', true, false],
    ]);
    expect(report.scenarios.find(({ id }) => id === 'other')).toMatchObject({ in: 'after', products: [] });
  });

  it('answers for one scenario and another reading, and refuses one that neither has', () => {
    expect(compared(OLD, OLD, { scenario: 'cut', reading: 'world' }).scenarios).toMatchObject([
      { id: 'cut', readingBefore: 'world', readingAfter: 'world' },
    ]);
    expect(() => compared(OLD, OLD, { scenario: 'none' })).toThrow(
      "'none' is a scenario of neither programme",
    );
  });
});

describe('the bundled programme in another order', () => {
  let bundled: Programme;
  beforeAll(async () => {
    bundled = (await checkFolder(join(import.meta.dirname, '../examples/advanced-chips'))).programme!;
  });

  it('does not differ at all', () => {
    const report = compared(shuffledProgramme(bundled, new Random(7)), bundled);
    expect(report.changes).toEqual([]);
    expect(report.combinations).toEqual([]);
    for (const one of report.scenarios) {
      expect(one, one.id).toMatchObject({ moreExposed: [], lessExposed: [], products: [], chokepoints: [] });
    }
  });
});
