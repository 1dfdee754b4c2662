import type { Fund, Instrument, Mode, Option } from '../contract/folder/index.ts';
import { dayNumber } from '../kernel/days.ts';
import { MusterError } from '../kernel/errors.ts';
import type { CapacityRow } from '../portfolio/spec.ts';
import type { Demand } from './payments.ts';

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
  return takesPublicMoney(mode, instrument) && publicFunds.length === 0
    ? null
    : { publicFunds, privateFunds: fitting(['company']) };
}

/** Whether a variant asks for money of public funds: its share unless that is given in kind, a commitment, a premium. */
export function takesPublicMoney(mode: Mode, instrument: Instrument): boolean {
  return (
    (mode.publicShare > 0 && !instrument.facility) ||
    mode.commitment !== undefined ||
    instrument.cover !== undefined
  );
}

/**
 * Of a variant's public money, the share that funds with a rule of matching may pay: at most the smallest of their
 * ratios times what the performer pays in. It is paid in where a fund of companies holds it; where none fits, nothing is.
 */
export function matchedFraction(
  funds: readonly Fund[],
  { publicFunds, privateFunds }: Eligibility,
  publicShare: number,
): number {
  const ratios = publicFunds.flatMap((f) => funds[f].match?.ratio ?? []);
  if (ratios.length === 0) return 1;
  if (privateFunds.length === 0 || publicShare === 0) return 0;
  return Math.min(1, (Math.min(...ratios) * (1 - publicShare)) / publicShare);
}

/** Public money of a variant by the funds that may pay it: what is matched by any of them, the rest by the others. */
export function publicDemands(
  funds: readonly Fund[],
  eligible: Eligibility,
  publicShare: number,
  amount: number,
): Demand[] {
  const matched = matchedFraction(funds, eligible, publicShare);
  const others = eligible.publicFunds.filter((f) => !funds[f].match);
  return [
    { amount: amount * matched, funds: eligible.publicFunds },
    { amount: amount * (1 - matched), funds: others },
  ].filter((demand) => demand.amount > 0);
}

/** Whether the period of number t and a span of days meet. */
function meets(starts: readonly number[], t: number, from: string, until: string): boolean {
  return starts[t + 1] > dayNumber(from) && starts[t] < dayNumber(until);
}

/** Whether a project that begins in period t may be paid by the fund at all. */
export function opensTo({ window }: Fund, starts: readonly number[], t: number): boolean {
  return window?.cancelled === undefined || meets(starts, t, window.from, window.until);
}

/**
 * What a fund offers in each period; money outside its window is not there, or beyond its day of cancellation where
 * it has one.
 */
export function fundByPeriod(fund: Fund, starts: readonly number[]): number[] {
  const T = starts.length - 1;
  const perPeriod = fund.perPeriod;
  return Array.from({ length: T }, (_, t) => {
    if (fund.window) {
      const { from, until, cancelled } = fund.window;
      if (!meets(starts, t, from, cancelled ?? until)) return 0;
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
