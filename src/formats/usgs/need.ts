import type { FigureColumn } from './columns.ts';
import type { Findings } from './findings.ts';
import type { Salient, Series } from './salient.ts';
import { rangeOf } from './shares.ts';
import { tonsOf } from './units.ts';

/** Words that say how consumption was found, not of which form of the commodity it is. Best last. */
const GENERAL = ['all', 'reported', '', 'apparent'];

const form = ({ name }: Series): string => name.replace(/^consump_?/i, '').toLowerCase();

/** Most that a home may need of what the world produces, before the two count different things. */
const MOST = 1.05;

/**
 * Need of home in the unit of the link: consumption of the year over the world's production of that year. Null, with
 * the reason, where the data does not say it.
 */
export function needOfHome(
  salient: Salient | undefined,
  column: FigureColumn,
  quantity: number,
  key: string,
  findings: Findings,
): number | null {
  const unknown = (why: string): null => {
    findings.add('NEED_UNKNOWN', salient?.file.name ?? key, null, key, `${why}.`);
    return null;
  };
  if (!salient) return unknown('There is no salient table beside the world table');
  if (!salient.aligned) return unknown('The names of the salient table may stand over the wrong values');
  const consumption = salient.series.filter(({ name }) => /^consump/i.test(name));
  const general = consumption.filter((series) => GENERAL.includes(form(series)));
  const chosen = general.sort((a, b) => GENERAL.indexOf(form(b)) - GENERAL.indexOf(form(a)))[0];
  if (!chosen) {
    const forms = consumption.map(({ column: name }) => name).join(', ') || 'none';
    return unknown(`No column is consumption of all forms; the columns of consumption: ${forms}`);
  }
  const figure = chosen.byYear.get(column.year ?? Number.NaN);
  const amount = rangeOf(figure)?.central ?? null;
  if (amount === null) return unknown(`${chosen.column} of ${column.year} is ${figure?.is ?? 'not there'}`);
  const [unit, worldUnit] = [tonsOf(chosen.unit), tonsOf(column.unit)];
  if (unit === null || worldUnit === null) return unknown(`${chosen.column} or ${column.name} has no unit`);
  const tons = amount * unit;
  const smallest = smallestImport(salient, column.year);
  if (smallest !== null && tons < smallest / 100) {
    const message = `${chosen.column} of ${column.year} is ${amount}, ${tons} t; the smallest import is ${smallest} t.`;
    findings.add('CONSUMPTION_IMPLAUSIBLE', salient.file.name, null, key, message);
    return unknown(`The unit of ${chosen.column} is not believable`);
  }
  const need = tons / (quantity * worldUnit);
  if (need > MOST) return unknown(`${chosen.column} is ${need.toFixed(2)} times what the world produces`);
  const message = `${chosen.column} of ${column.year}, ${tons} t, over ${quantity * worldUnit} t of the world.`;
  findings.add('NEED', salient.file.name, null, key, message);
  return Number(need.toPrecision(3));
}

/** The smallest import of a year that is stated, in metric tons. */
function smallestImport({ series }: Salient, year: number | null): number | null {
  const tons = series
    .filter(({ name }) => /^imports/i.test(name))
    .flatMap(({ unit, byYear }) => {
      const amount = rangeOf(byYear.get(year ?? Number.NaN))?.central;
      const inTons = tonsOf(unit);
      return amount && inTons !== null ? [amount * inTons] : [];
    });
  return tons.length > 0 ? Math.min(...tons) : null;
}
