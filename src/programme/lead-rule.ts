import type { LeadMode } from '../contract/folder/index.ts';

/** What the screening rule asks of a project. Times in periods of the programme. */
export interface LeadFacts {
  /** Net present value to its performer without aid; null: nobody has stated it. */
  readonly privateNpv: number | null;
  /** Whether its link is made rather than found: a process or a product. */
  readonly manufacturing: boolean;
  /** From the first talks to the goal, led by the market. */
  readonly marketPeriods: number;
  /** Before a cut-off has begun at even odds; null: not within the horizon. */
  readonly periodsToCutOff: number | null;
  /** Different actors who could do it. */
  readonly capableActors: number;
  /** Links that need its link directly. */
  readonly neededBy: number;
  /** Whether its verification needs the whole chain below it. */
  readonly chainVerification: boolean;
}

export type LeadReason =
  | 'not-stated'
  | 'manufacturing'
  | 'pays'
  | 'in-time'
  | 'too-late'
  | 'breaks-even'
  | 'does-not-pay'
  | 'few-actors'
  | 'common'
  | 'whole-chain'
  | 'contestable';

/** A number, or a fact, at which the rule would answer otherwise, everything else as it is. */
export interface LeadFlip {
  readonly input: Exclude<keyof LeadFacts, 'manufacturing' | 'periodsToCutOff'>;
  /** The answer changes when the input goes above, below or to this value; 1 and 0 for a fact. */
  readonly direction: 'above' | 'below' | 'to';
  readonly value: number;
  readonly mode: LeadMode | null;
}

/** The answer of the rule: null where what it turns on is not stated. */
export interface LeadAnswer {
  readonly mode: LeadMode | null;
  readonly reasons: readonly LeadReason[];
  readonly flips: readonly LeadFlip[];
}

/** At most so many capable actors are few, and from so many needing links a theme is common to rivals. Judgement. */
const FEW_ACTORS = 2;
const COMMON_LINKS = 3;

/**
 * Who should lead, as far as a rule of thumb can say; a synthesis, which no single source states. The market where the
 * project pays its performer and is done before a cut-off; the state where it does not pay and few could do it, rivals
 * have the theme in common, or its verification needs the whole chain; both together otherwise. Where nobody has stated
 * whether it pays, manufacturing is left to the market and the rest undecided.
 */
export function leadByRule(facts: LeadFacts): LeadAnswer {
  const answer = judge(facts);
  return { ...answer, flips: flipsOf(facts, answer.mode) };
}

function judge(facts: LeadFacts): Pick<LeadAnswer, 'mode' | 'reasons'> {
  const { privateNpv, marketPeriods, periodsToCutOff } = facts;
  if (privateNpv === null) {
    return facts.manufacturing
      ? { mode: 'market-led', reasons: ['not-stated', 'manufacturing'] }
      : { mode: null, reasons: ['not-stated'] };
  }
  if (privateNpv > 0) {
    return periodsToCutOff === null || marketPeriods <= periodsToCutOff
      ? { mode: 'market-led', reasons: ['pays', 'in-time'] }
      : { mode: 'mixed', reasons: ['pays', 'too-late'] };
  }
  if (privateNpv === 0) return { mode: 'mixed', reasons: ['breaks-even'] };
  const forState: LeadReason[] = [
    ...(facts.capableActors <= FEW_ACTORS ? (['few-actors'] as const) : []),
    ...(facts.neededBy >= COMMON_LINKS ? (['common'] as const) : []),
    ...(facts.chainVerification ? (['whole-chain'] as const) : []),
  ];
  return forState.length > 0
    ? { mode: 'state-led', reasons: ['does-not-pay', ...forState] }
    : { mode: 'mixed', reasons: ['does-not-pay', 'contestable'] };
}

/** Each input tried alone on the other side of the value at which the rule looks at it. */
function flipsOf(facts: LeadFacts, mode: LeadMode | null): LeadFlip[] {
  const { marketPeriods, periodsToCutOff, capableActors, neededBy, chainVerification } = facts;
  const deadline = periodsToCutOff ?? Number.POSITIVE_INFINITY;
  const trials: Trial[] = [
    { input: 'privateNpv', direction: 'above', value: 0, facts: { privateNpv: 1 } },
    { input: 'privateNpv', direction: 'below', value: 0, facts: { privateNpv: -1 } },
    ...(marketPeriods <= deadline
      ? Number.isFinite(deadline)
        ? [above('marketPeriods', deadline, { marketPeriods: deadline + 1 })]
        : []
      : [to('marketPeriods', deadline, { marketPeriods: deadline })]),
    capableActors <= FEW_ACTORS
      ? to('capableActors', FEW_ACTORS + 1, { capableActors: FEW_ACTORS + 1 })
      : to('capableActors', FEW_ACTORS, { capableActors: FEW_ACTORS }),
    neededBy >= COMMON_LINKS
      ? to('neededBy', COMMON_LINKS - 1, { neededBy: COMMON_LINKS - 1 })
      : to('neededBy', COMMON_LINKS, { neededBy: COMMON_LINKS }),
    to('chainVerification', chainVerification ? 0 : 1, { chainVerification: !chainVerification }),
  ];
  return trials.flatMap(({ facts: changed, ...trial }): LeadFlip[] => {
    const other = judge({ ...facts, ...changed }).mode;
    return other === mode ? [] : [{ ...trial, mode: other }];
  });
}

type Trial = Omit<LeadFlip, 'mode'> & { readonly facts: Partial<LeadFacts> };

function to(input: LeadFlip['input'], value: number, facts: Partial<LeadFacts>): Trial {
  return { input, direction: 'to', value, facts };
}

function above(input: LeadFlip['input'], value: number, facts: Partial<LeadFacts>): Trial {
  return { input, direction: 'above', value, facts };
}
