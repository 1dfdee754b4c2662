import type { Option, Team } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { meanOf } from './durations.ts';
import type { PlanVariant } from './variants.ts';

/** Money of one payment, major units; negative: received. */
export interface Payment {
  readonly public: number;
  readonly private: number;
}

/** What a stage takes of each side. */
export interface StageMoney {
  /** In each period that it runs. */
  readonly running: Payment;
  /** Once it passes, so many periods after. */
  readonly passed: readonly (Payment & { readonly afterPeriods: number })[];
}

/** Of the premium of first-set insurance the state pays this share, up to this rate and so many years (2019 notice). */
const FIRST_SET = { share: 0.8, rate: 0.03, years: 3 } as const;

/**
 * Money of each stage of a variant. Costs are shared as they arise, but for work that is paid on completion; support
 * that the team needs is paid during the first stage; premiums of first-set insurance during the verification. On
 * success the commitment is paid, and what was advanced comes back. What one side gets, the other gives: it changes
 * the objective only by what public funds cost above their face.
 */
export function stagesMoney(
  option: Option,
  team: Team,
  variant: PlanVariant,
  laws: readonly (readonly number[])[],
): StageMoney[] {
  const { instrument, publicShare, mode } = variant;
  const costs = option.stages.map((_, s) => costPerPeriod(option, team, variant, s, laws[s]));
  const stages = costs.map((cost, s): StageMoney => {
    const given = instrument?.facility ? 0 : cost * publicShare;
    const own = cost * (1 - publicShare);
    if (instrument?.paidOn !== 'completion' || given === 0)
      return { running: { public: given, private: own }, passed: [] };
    const earned = given * meanOf(laws[s]);
    return {
      running: { public: 0, private: cost },
      passed: [{ public: earned, private: -earned, afterPeriods: 0 }],
    };
  });
  const verified = coveredStage(option);
  stages[verified] = withPremiums(stages[verified], option, variant, meanOf(laws[verified]));
  const last = stages.length - 1;
  if (instrument && mode.commitment !== undefined) {
    const paid = centralOf(mode.commitment);
    stages[last] = onPass(stages[last], { public: paid, private: -paid, afterPeriods: 0 });
  }
  const back = returned(option, variant, stages, laws);
  if (back > 0) {
    const afterPeriods = instrument?.returns?.afterPeriods ?? 0;
    stages[last] = onPass(stages[last], { public: -back, private: back, afterPeriods });
  }
  return stages;
}

function onPass(stage: StageMoney, payment: StageMoney['passed'][number]): StageMoney {
  return { ...stage, passed: [...stage.passed, payment] };
}

function costPerPeriod(
  option: Option,
  team: Team,
  { mode, pace }: PlanVariant,
  s: number,
  law: readonly number[],
): number {
  const needed = s === 0 ? team.support.filter((support) => team.gates[support.gate] === 'fail') : [];
  const support = needed.reduce((sum, { cost }) => sum + centralOf(cost), 0) / meanOf(law);
  const stage = option.stages[s];
  const hurried = stage.name === 'deal' ? 1 : pace.cost;
  const factors = (mode.factors.cost ?? 1) * (team.factors.cost ?? 1) * hurried;
  return centralOf(stage.costPerPeriod) * factors + support;
}

/** The stage during which first-set insurance runs: the verification, else the last. */
export function coveredStage({ stages }: Option): number {
  const verification = stages.findIndex(({ name }) => name === 'verification');
  return verification < 0 ? stages.length - 1 : verification;
}

function withPremiums(
  stage: StageMoney,
  { insuredValue }: Option,
  { instrument }: PlanVariant,
  periods: number,
): StageMoney {
  const cover = instrument?.cover;
  if (!cover || insuredValue === undefined) return stage;
  const value = centralOf(insuredValue);
  const rate = centralOf(cover.premiumRate);
  const premium = rate * value * cover.years;
  const paid =
    FIRST_SET.share * Math.min(rate, FIRST_SET.rate) * value * Math.min(cover.years, FIRST_SET.years);
  const { running } = stage;
  return {
    ...stage,
    running: {
      public: running.public + paid / periods,
      private: running.private + (premium - paid) / periods,
    },
  };
}

/** What comes back to public funds on success: of what they paid, and of what the business is then worth. */
function returned(
  { exitValue }: Option,
  { instrument }: PlanVariant,
  stages: readonly StageMoney[],
  laws: readonly (readonly number[])[],
): number {
  if (!instrument?.returns) return 0;
  const { ofPaid, stake } = instrument.returns;
  const paid = stages.reduce(
    (sum, { running, passed }, s) =>
      sum + running.public * meanOf(laws[s]) + passed.reduce((all, payment) => all + payment.public, 0),
    0,
  );
  const advance = ofPaid === undefined ? 0 : centralOf(ofPaid) * paid;
  return (
    advance + (stake === undefined || exitValue === undefined ? 0 : centralOf(stake) * centralOf(exitValue))
  );
}
