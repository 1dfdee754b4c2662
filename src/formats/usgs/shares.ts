import type { SupplyRow } from '../../contract/folder/index.ts';
import type { FigureColumn } from './columns.ts';
import type { Figure } from './figure.ts';
import type { Findings } from './findings.ts';
import type { World, WorldRow } from './world.ts';

/** Least, best and most that a figure says, in its unit; null where it does not say how much. */
export function rangeOf(figure: Figure | undefined): { low: number; central: number; high: number } | null {
  if (figure?.is === 'amount') return { low: figure.value, central: figure.value, high: figure.value };
  if (figure?.is === 'dash') return { low: 0, central: 0, high: 0 };
  if (figure?.is === 'trace') return { low: 0, central: 0.25, high: 0.5 };
  return null;
}

const centralOf = (row: WorldRow, column: FigureColumn): number | null =>
  rangeOf(row.figures.get(column.name))?.central ?? null;

/** The column of production that shares follow: the one of the latest year. */
export function chosenColumn({ columns }: World): FigureColumn | null {
  const production = columns.filter(({ of }) => of === 'production');
  return production.reduce<FigureColumn | null>(
    (best, column) => (best === null || (column.year ?? 0) > (best.year ?? 0) ? column : best),
    null,
  );
}

/** Half a unit in the last place that a rounded number gives, the second at the latest: 610,000 and 300,000 are within 5,000. */
function roundingOf(total: number): number {
  let place = 1;
  while (total % (place * 10) === 0 && place * 100 <= total) place *= 10;
  return place / 2;
}

/**
 * What the shares of a column are fractions of. Where the countries add up to the stated total within its rounding,
 * their sum; else the larger of the two, so that what is missing stays unknown.
 */
export function worldQuantity(world: World, column: FigureColumn, findings: Findings): number | null {
  const { file, rows, total } = world;
  const known = rows.flatMap((row) => centralOf(row, column) ?? []);
  if (known.length === 0) return null;
  const sum = known.reduce((a, b) => a + b, 0);
  const stated = total && centralOf(total, column);
  if (stated === null) {
    findings.add('NO_TOTAL', file.name, null, file.key, `${column.name}: the countries sum to ${sum}.`);
    return sum;
  }
  const rounding = roundingOf(stated);
  const agree = Math.abs(sum - stated) <= rounding;
  const message = `${column.name}: the countries sum to ${sum}; stated are ${stated}, rounded to ±${rounding}.`;
  findings.add(agree ? 'TOTAL_CHECKED' : 'TOTAL_MISMATCH', file.name, total!.line, file.key, message);
  return agree ? sum : Math.max(sum, stated);
}

/** Rows of supply.csv: each producer's fraction of what the world produces; blank where its figure says nothing. */
export function supplyRows(
  world: World,
  column: FigureColumn,
  quantity: number | null,
  link: string,
  evidence: string,
): SupplyRow[] {
  return world.rows.map((row) => {
    const range = quantity ? rangeOf(row.figures.get(column.name)) : null;
    const share = (amount: number): number => Math.round((amount / quantity!) * 1e6) / 1e6;
    return {
      link,
      provider: row.producer.id,
      ...(range && range.low < range.central ? { share_low: share(range.low) } : {}),
      ...(range ? { share: share(range.central) } : {}),
      ...(range && range.high > range.central ? { share_high: share(range.high) } : {}),
      ...(column.year === null ? {} : { year: column.year }),
      evidence,
    };
  });
}
