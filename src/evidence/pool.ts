/** One expert's answer on one figure. */
export interface Judgement {
  readonly figure: string;
  readonly expert: string;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly date: string;
}

/** What the experts say together on one figure. `disagreement`: sample standard deviation of their central values. */
export interface Pooled {
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly disagreement: number;
  readonly experts: number;
}

/**
 * Pools judgements by figure: the mean of the central values, from the lowest low to the highest high. Of an
 * expert who answered more than once, the latest answer counts.
 */
export function poolJudgements(judgements: readonly Judgement[]): Map<string, Pooled> {
  const latest = new Map<string, Map<string, Judgement>>();
  for (const judgement of judgements) {
    const byExpert = latest.get(judgement.figure) ?? new Map<string, Judgement>();
    latest.set(judgement.figure, byExpert);
    const earlier = byExpert.get(judgement.expert);
    if (!earlier || earlier.date <= judgement.date) byExpert.set(judgement.expert, judgement);
  }
  return new Map([...latest].map(([figure, byExpert]) => [figure, pool([...byExpert.values()])]));
}

function pool(answers: readonly Judgement[]): Pooled {
  const centrals = answers.map((a) => a.central);
  const mean = sum(centrals) / centrals.length;
  const squares = sum(centrals.map((c) => (c - mean) ** 2));
  return {
    low: Math.min(...answers.map((a) => a.low)),
    central: mean,
    high: Math.max(...answers.map((a) => a.high)),
    disagreement: centrals.length > 1 ? Math.sqrt(squares / (centrals.length - 1)) : 0,
    experts: centrals.length,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
