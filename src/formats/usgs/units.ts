/** Metric tons in one unit of mass, by the abbreviations that headers use. */
const TONS: Readonly<Record<string, number>> = { g: 1e-6, kg: 1e-3, t: 1, kt: 1e3, Mt: 1e6 };

/** Metric tons in one unit; null where it is no unit of mass that is known. */
export function tonsOf(unit: string | null): number | null {
  return unit !== null && Object.hasOwn(TONS, unit) ? TONS[unit] : null;
}

/** What stands at the place of a unit of mass where a column is a price, a percentage or a number of people. */
const OTHERS = ['pct', 'ct', 'dkg', 'dt', 'num', 'm'];

/** A name of a column without its unit, the unit, and whether it was glued on without a mark between. */
export interface UnitName {
  readonly name: string;
  readonly unit: string | null;
  readonly glued: boolean;
}

/**
 * Splits the unit off the name of a column: `Imports_Metal_kg`, or a unit of mass glued on, `Imports_Metalkg`. One
 * letter at the end of a word is a unit only where `others`, the columns of the same file, never set one off.
 */
export function splitUnit(column: string, others: readonly string[]): UnitName {
  const last = lastWord(column);
  if (tonsOf(last) !== null || OTHERS.includes(last)) {
    return { name: column.slice(0, -last.length - 1), unit: last, glued: false };
  }
  const setOff = others.some((other) => tonsOf(lastWord(other)) !== null);
  const glued = ['kg', 'kt', 'Mt', ...(setOff ? [] : ['t', 'g'])];
  const unit = glued.find((candidate) => last.length > candidate.length && last.endsWith(candidate));
  if (unit === undefined) return { name: column.replace(/_$/, ''), unit: null, glued: false };
  return { name: column.slice(0, -unit.length), unit, glued: true };
}

const lastWord = (column: string): string => column.slice(column.lastIndexOf('_') + 1);
