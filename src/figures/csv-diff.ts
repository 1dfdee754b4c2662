import type { DiffReport } from '../contract/diff.ts';
import { type CsvFile, csvText } from './csv-file.ts';

/** The tables of a comparison as CSV files: shares 0 to 1, values as they are written in the folder. */
export function diffCsvFiles(report: DiffReport): CsvFile[] {
  return [changes(report), products(report), chokepoints(report), combinations(report)];
}

const written = (value: unknown): string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
const join = (items: readonly string[]): string => items.join('; ');

/** One row per field. */
const changes = (report: DiffReport): CsvFile => ({
  name: 'changes.csv',
  text: csvText(
    ['sort', 'id', 'name', 'name_zh', 'kind', 'field', 'before', 'after'],
    report.changes.flatMap(({ sort, id, name, nameZh, kind, fields }) =>
      (fields.length > 0 ? fields : [{ field: '', before: null, after: null }]).map((one) => [
        sort,
        id,
        name,
        nameZh,
        kind,
        one.field,
        written(one.before),
        written(one.after),
      ]),
    ),
  ),
});

const products = (report: DiffReport): CsvFile => ({
  name: 'products.csv',
  text: csvText(
    [
      'scenario',
      'product',
      'name',
      'name_zh',
      'works_before',
      'works_after',
      'coverage_before',
      'coverage_after',
      'stops_on_day_before',
      'stops_on_day_after',
      'changes',
    ],
    report.scenarios.flatMap((scenario) =>
      scenario.products.map(({ id, name, nameZh, before, after, changes: keys }) => [
        scenario.id,
        id,
        name,
        nameZh,
        before?.works ?? null,
        after?.works ?? null,
        before?.coverage ?? null,
        after?.coverage ?? null,
        before?.stopsOnDay ?? null,
        after?.stopsOnDay ?? null,
        join(keys),
      ]),
    ),
  ),
});

const chokepoints = (report: DiffReport): CsvFile => ({
  name: 'chokepoints.csv',
  text: csvText(
    [
      'scenario',
      'link',
      'name',
      'name_zh',
      'kind',
      'rank_before',
      'rank_after',
      'exposure_before',
      'exposure_after',
      'stops_on_day_before',
      'stops_on_day_after',
      'marginal_value_per_year_before',
      'marginal_value_per_year_after',
      'changes',
    ],
    report.scenarios.flatMap((scenario) =>
      scenario.chokepoints.map(({ link, name, nameZh, kind, before, after, changes: keys }) => [
        scenario.id,
        link,
        name,
        nameZh,
        kind,
        before?.rank ?? null,
        after?.rank ?? null,
        before?.exposure ?? null,
        after?.exposure ?? null,
        before?.stopsOnDay ?? null,
        after?.stopsOnDay ?? null,
        before?.marginalValuePerYear ?? null,
        after?.marginalValuePerYear ?? null,
        join(keys),
      ]),
    ),
  ),
});

const combinations = (report: DiffReport): CsvFile => ({
  name: 'combinations.csv',
  text: csvText(
    ['reading', 'product', 'acts_on', 'members', 'before', 'after'],
    report.combinations.map((one) => [
      one.reading,
      one.product,
      one.actsOn,
      join(one.members),
      one.before,
      one.after,
    ]),
  ),
});
