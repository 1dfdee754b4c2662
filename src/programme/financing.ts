import type { Fund, Instrument, Mode, Option } from '../contract/folder/index.ts';
import { dayNumber } from '../kernel/days.ts';
import { MusterError } from '../kernel/errors.ts';
import type { CapacityRow } from '../portfolio/spec.ts';

/** What a project is, as far as the rules of money ask. */
export interface FundedThing {
  readonly field: string;
  readonly kind: Option['kind'];
  readonly actorType: string;
}

/** Funds that may pay the public and the private part of a variant, by index. */
export interface Eligibility {
  readonly publicFunds: readonly number[];
  readonly privateFunds: readonly number[];
}

function purposeFits(fund: Fund, thing: FundedThing): boolean {
  const { fields, kinds, actorTypes } = fund.purpose;
  return (
    (!fields || fields.some((field) => field === thing.field)) &&
    (!kinds || kinds.includes(thing.kind)) &&
    (!actorTypes || actorTypes.some((type) => type === thing.actorType))
  );
}

/** Which funds may pay; null where the instrument does not admit the variant or its actor at all. */
export function eligibility(
  funds: readonly Fund[],
  instrument: Instrument | undefined,
  mode: Mode,
  thing: FundedThing,
): Eligibility | null {
  if (!instrument?.modes.includes(mode.mode)) return null;
  if (instrument.actorTypes && !instrument.actorTypes.some((type) => type === thing.actorType)) return null;
  const fitting = (types: readonly string[]): number[] =>
    funds.flatMap((fund, f) => (types.includes(fund.type) && purposeFits(fund, thing) ? [f] : []));
  const publicFunds = fitting(instrument.fundTypes);
  return mode.publicShare > 0 && publicFunds.length === 0
    ? null
    : { publicFunds, privateFunds: fitting(['company']) };
}

/** What a fund offers in each period; money outside its window is not there. Money not spent in its period lapses. */
export function fundByPeriod(fund: Fund, starts: readonly number[]): number[] {
  const T = starts.length - 1;
  const perPeriod = fund.perPeriod;
  return Array.from({ length: T }, (_, t) => {
    if (fund.window) {
      const { from, until } = fund.window;
      if (starts[t + 1] <= dayNumber(from) || starts[t] >= dayNumber(until)) return 0;
    }
    if (Array.isArray(perPeriod)) return perPeriod[t] ?? 0;
    return typeof perPeriod === 'number' ? perPeriod : perPeriod.central;
  });
}

/** A capacity row that stands for money: demand payable only by `funds` may not exceed what they hold together. */
export interface FundRow extends CapacityRow {
  readonly funds: readonly number[];
}

/** Unions looked at; beyond it the programme has too many different rules of money. */
const UNIONS_MAX = 512;

/**
 * Rows that hold exactly when the money of a period can be assigned to what may be paid with it (Hall's condition for
 * a transport problem): for every union U of sets of eligible funds, demand payable only within U ≤ money in U. Unions
 * of sets that do not touch follow from their parts and are left out.
 */
export function fundRows(
  sets: readonly (readonly number[])[],
  funds: readonly Fund[],
  money: readonly (readonly number[])[],
): FundRow[] {
  const distinct = new Map(
    sets.filter((set) => set.length > 0).map((set) => [setKey(set), [...set].sort(compare)]),
  );
  const unions = new Map(distinct);
  for (const union of unions.values()) {
    for (const set of distinct.values()) {
      if (!set.some((f) => union.includes(f))) continue;
      const joined = [...new Set([...union, ...set])].sort(compare);
      unions.set(setKey(joined), joined);
      if (unions.size > UNIONS_MAX) throw tooManyRules();
    }
  }
  return [...unions.values()].map((union) => ({
    id: `money of ${union.map((f) => funds[f].id).join(' + ')}`,
    funds: union,
    capacity: money[0].map((_, t) => union.reduce((sum, f) => sum + money[f][t], 0)),
  }));
}

function tooManyRules(): MusterError {
  return new MusterError(
    'TOO_MANY_RULES_OF_MONEY',
    `The funds give more than ${UNIONS_MAX} unions of eligible funds.`,
    {
      exitCode: 4,
      hint: 'Give funds the same purposes, or join funds of one type.',
    },
  );
}

function setKey(set: readonly number[]): string {
  return [...set].sort(compare).join(' ');
}

function compare(a: number, b: number): number {
  return a - b;
}
