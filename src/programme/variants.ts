import type { ActorRow, Fund, Instrument, Mode, Option } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { periodStarts } from '../kernel/days.ts';
import { deadweightOf } from './deadweight.ts';
import { type Eligibility, eligibility, matchedFraction, opensTo } from './financing.ts';
import { fundingGapShare } from './funding-gap.ts';
import type { Programme } from './programme.ts';

/** One way to lead, to finance and to pace a project, or to leave it to its performer. */
export interface PlanVariant {
  readonly mode: Mode;
  /** Null: it is left to its performer, who goes ahead without public money or does not. */
  readonly instrument: Instrument | null;
  /** Of the cost, from public funds; the share of the mode, or what the funding gap leaves of it. */
  readonly publicShare: number;
  readonly eligible: Eligibility;
  /** Chance that it goes ahead at all: 1, or the deadweight of a project that is left to its performer. */
  readonly goesAhead: number;
  /** Factors of an accelerated variant on duration and on cost; both 1 otherwise. */
  readonly pace: Pace;
  /** By period: whether it may begin; null where no fund's window says otherwise. */
  readonly begins: readonly boolean[] | null;
}

interface Pace {
  readonly time: number;
  readonly cost: number;
}

/** What can be done with a project, why modes of it cannot, and what else a reader should know. */
export interface Variants {
  readonly variants: readonly PlanVariant[];
  readonly refused: readonly string[];
  readonly notes: readonly string[];
}

const USUAL: Pace = { time: 1, cost: 1 };

/** Every variant of an option for a performer: modes that may be financed, at each pace; and the one left alone. */
export function variantsOf(programme: Programme, option: Option, actor: ActorRow, field: string): Variants {
  const variants: PlanVariant[] = [];
  const refused: string[] = [];
  const notes: string[] = [];
  const thing = { field, kind: option.kind, actorType: actor.type };
  let leftAlone: { mode: Mode; deadweight: number; eligible: Eligibility } | null = null;
  for (const mode of option.modes) {
    const instrument = programme.instruments.find((i) => i.id === mode.instrument);
    const eligible = eligibility(programme.funds, instrument, mode, thing);
    if (!instrument || !eligible) {
      refused.push('no fund may pay for it under the instruments it names');
      continue;
    }
    const gap = fundingGapShare(programme, option, mode, instrument);
    const publicShare = Math.min(mode.publicShare, gap);
    if (publicShare < mode.publicShare) notes.push(cappedNote(option, mode, publicShare));
    const unmatched = refusedMatch(programme.funds, instrument, eligible, publicShare);
    if (unmatched) {
      refused.push(unmatched);
      continue;
    }
    for (const { begins, publicFunds } of awardWindows(programme, eligible, publicShare, mode)) {
      for (const pace of [USUAL, ...pacesOf(option)]) {
        const paid = { ...eligible, publicFunds };
        variants.push({ mode, instrument, publicShare, eligible: paid, goesAhead: 1, pace, begins });
      }
    }
    const deadweight = deadweightOf(mode, instrument);
    if (deadweight > (leftAlone?.deadweight ?? 0)) leftAlone = { mode, deadweight, eligible };
  }
  if (leftAlone && option.stages.every(({ requires }) => requires.length === 0)) {
    const { mode, deadweight, eligible } = leftAlone;
    variants.push({
      mode,
      instrument: null,
      publicShare: 0,
      eligible: { ...eligible, publicFunds: [] },
      goesAhead: deadweight,
      pace: USUAL,
      begins: null,
    });
  }
  return { variants, refused, notes };
}

function cappedNote(option: Option, mode: Mode, share: number): string {
  const percent = (x: number): string => `${Math.round(x * 1000) / 10} %`;
  return `The public share of ${option.name} (${mode.mode}) is ${percent(share)} and not ${percent(mode.publicShare)}: aid is at most the funding gap.`;
}

/** Why the rules of matching keep a variant out; null where they do not. */
function refusedMatch(
  funds: readonly Fund[],
  instrument: Instrument,
  eligible: Eligibility,
  publicShare: number,
): string | null {
  if (publicShare === 0 || instrument.facility) return null;
  if (instrument.kind === 'matched-grant' && eligible.privateFunds.length === 0)
    return `nobody can pay in what ${instrument.name} would match`;
  const unmatched = eligible.publicFunds.some((f) => !funds[f].match);
  return unmatched || matchedFraction(funds, eligible, publicShare) >= 1
    ? null
    : 'its public share is more than the match rules of the funds let them pay';
}

/**
 * What each accelerated variant multiplies: durations by `time`, the whole cost by time^−exponent (published reviews of
 * the time–cost trade-off: 1 % faster costs 1 to 2 % more, and ever more), so the cost of a period by one power more.
 */
function pacesOf({ accelerate }: Option): Pace[] {
  return (accelerate ?? []).map(({ time, exponent }) => ({
    time,
    cost: time ** (-centralOf(exponent) - 1),
  }));
}

/**
 * The funds that may pay a project, by the period in which it begins. A fund with a day of cancellation takes on what
 * begins within its window and pays it until that day; periods with the same funds make one variant.
 */
function awardWindows(
  { funds, muster }: Programme,
  { publicFunds }: Eligibility,
  publicShare: number,
  { commitment }: Mode,
): { begins: readonly boolean[] | null; publicFunds: readonly number[] }[] {
  const dated = publicFunds.some((f) => funds[f].window?.cancelled !== undefined);
  if (!dated || (publicShare === 0 && commitment === undefined)) return [{ begins: null, publicFunds }];
  const starts = periodStarts(muster.periods);
  const bySet = new Map<string, { begins: boolean[]; publicFunds: number[] }>();
  for (let t = 0; t < muster.periods.count; t++) {
    const open = publicFunds.filter((f) => opensTo(funds[f], starts, t));
    if (open.length === 0) continue;
    const key = open.join(' ');
    const begins = bySet.get(key)?.begins ?? new Array<boolean>(muster.periods.count).fill(false);
    begins[t] = true;
    bySet.set(key, { begins, publicFunds: open });
  }
  return [...bySet.values()];
}
