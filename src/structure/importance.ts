/**
 * Measures of an event, or of events that occur together. With P the chance of the top, P₁ that with the events
 * certain and P₀ that with the events impossible (Birnbaum 1969; Vesely and others 1983; NUREG/CR-3385).
 */
export interface EventImportance {
  /** Places of the events in the tree. */
  readonly events: readonly number[];
  /** P₁ − P₀: what one more unit of chance adds to the chance of the top. */
  readonly birnbaum: number;
  /**
   * (P − P₀) / P: the fraction of the chance of the top that is gone once the events are ruled out. For a single
   * event this is also its criticality, (P₁ − P₀) × its chance / P.
   */
  readonly fussellVesely: number;
  /** P₁ / P: how many times as likely the top is once the events have occurred; 1 or more in a coherent tree. */
  readonly riskAchievementWorth: number;
  /** P / P₀: how many times less likely the top is once the events are ruled out; Infinity where it is then impossible. */
  readonly riskReductionWorth: number;
}

export function importanceOf(
  probability: number,
  given: { readonly certain: number; readonly impossible: number },
): Omit<EventImportance, 'events'> {
  const { certain, impossible } = given;
  const ratio = (a: number, b: number): number => (b > 0 ? a / b : a > 0 ? Number.POSITIVE_INFINITY : 1);
  return {
    birnbaum: certain - impossible,
    fussellVesely: probability > 0 ? (probability - impossible) / probability : 0,
    riskAchievementWorth: ratio(certain, probability),
    riskReductionWorth: ratio(probability, impossible),
  };
}
