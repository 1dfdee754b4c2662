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
