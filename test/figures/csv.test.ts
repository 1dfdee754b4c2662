import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFiles } from '../../src/figures/csv.ts';
import { safeCell } from '../../src/figures/csv-file.ts';
import { assessment, plan } from './sample.ts';

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('CSV tables', () => {
  it('hold every row of the answer, ids and raw numbers', () => {
    const files = new Map(csvFiles(assessment, plan).map((file) => [file.name, rowsOf(file.text)]));
    const periods = plan.periods.length;
    expect(Object.fromEntries([...files].map(([name, rows]) => [name, rows.length]))).toEqual({
      'chokepoints.csv': assessment.chokepoints.length,
      'stoppages.csv': assessment.stoppages.length,
      'survival.csv': assessment.survival.length,
      'stock.csv': assessment.stock!.plans.flatMap(({ links, missing }) => [...links, ...missing]).length,
      'cut-sets.csv': assessment.cutSets.length,
      'repair-sets.csv': assessment.repairSets.length,
      'unknowns.csv': assessment.unknowns.length,
      'funded.csv': plan.funded.length,
      'unfunded.csv': plan.unfunded.length,
      'teams.csv': plan.teams.length,
      'instruments.csv': plan.instruments.length,
      'goal-sets.csv': plan.repairSets.length,
      'products-by-period.csv': plan.products.length * periods,
      'funds-by-period.csv': plan.funds.length * periods,
      'resources-by-period.csv': plan.resources.length * periods,
      'ask.csv': plan.ask.length,
      'risk.csv': plan.risk!.scenarios.length,
      'targets.csv': plan.targets.length,
      'leads.csv': plan.leads.flatMap(({ modes }) => modes).length,
      'verification-path.csv': 0,
      'verification-slots.csv': 0,
      'capacity.csv': plan.capacity.length,
    });
    expect(Number(files.get('chokepoints.csv')![0].value_at_stake_per_year)).toBe(
      assessment.chokepoints[0].valueAtStakePerYear,
    );
    const [first] = assessment.stoppages;
    expect(files.get('stoppages.csv')![0]).toMatchObject({
      day: String(first.day),
      cause_path: first.causePath.join('; '),
    });
    expect(csvFiles(assessment, null)).toHaveLength(7);
  });

  it('tell what is verified where, and which capacity is on offer', () => {
    const named = { name: 'Line A', nameZh: null };
    const files = csvFiles(assessment, {
      ...plan,
      verification: {
        product: null,
        criticalPath: [
          {
            project: 'make/team',
            ...named,
            goal: 'tool@1',
            stage: 3,
            fromPeriod: 2,
            toPeriod: 4,
            waitsFor: ['part@1', 'module@1'],
            heldBy: 'module@1',
            adopter: 'fab',
            adopterName: 'Fab One',
            slots: [{ resource: 'line', amount: 2 }],
          },
        ],
        slots: [
          {
            resource: 'line',
            ...named,
            unit: 'slots',
            period: 2,
            used: 1.5,
            available: 2,
            worthOfOneMore: 7,
          },
        ],
        buy: [],
      },
      capacity: [
        {
          id: 'night-shift',
          ...named,
          resource: 'line',
          add: 1,
          fromPeriod: 2,
          untilPeriod: 5,
          cost: 3,
          fund: 'state',
          reason: 'Lines wait.',
          bought: true,
          worthAtPrices: 9,
          valueWithoutOffers: 100,
          otherwiseAtMost: null,
        },
      ],
    });
    const first = (name: string) => rowsOf(files.find((file) => file.name === name)!.text)[0];
    expect(first('verification-path.csv')).toMatchObject({
      project: 'make/team',
      waits_for: 'part@1; module@1',
      adopter: 'Fab One',
      slots: 'line:2',
    });
    expect(first('verification-slots.csv')).toMatchObject({ used: '1.5', worth_of_one_more: '7' });
    expect(first('capacity.csv')).toMatchObject({ bought: 'true', cost: '3', otherwise_at_most: '' });
  });

  it('cannot carry a formula into a spreadsheet', () => {
    for (const cell of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])
      expect(safeCell(cell)).toBe(`'${cell}`);
    for (const cell of [-5, -0.25, -1e-7, '-12.5', 0, 'a=b', '']) expect(safeCell(cell)).toBe(String(cell));
    expect(safeCell(null)).toBe('');
    const evil = '=HYPERLINK("http://x","y")';
    const [file] = csvFiles(
      { ...assessment, chokepoints: [{ ...assessment.chokepoints[0], name: evil }] },
      null,
    );
    expect(rowsOf(file.text)[0].name).toBe(`'${evil}`);
  });

  it('never begins a cell like a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = safeCell(text);
        expect(/^[=+@\t\r]/.test(cell)).toBe(false);
        if (cell.startsWith('-')) expect(Number.isFinite(Number(cell))).toBe(true);
      }),
    );
  });
});
