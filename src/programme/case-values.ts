import { centralOf } from '../evidence/figure.ts';
import { periodYears } from '../kernel/days.ts';
import type { PlanProblem } from './plan-problem.ts';

/** What the chain is worth in every case: a scenario with one of the starts that it may have. */
export class CaseValues {
  /** Weights of the cases; they sum to one. */
  readonly weights: readonly number[];
  /** Scenario of each case, by index in the programme. */
  readonly scenarios: readonly number[];
  private readonly worth: readonly number[];
  private readonly known: Map<string, Float64Array>[];
  /** What is kept in each period with nothing attained, by case. */
  private readonly without: readonly Float64Array[];

  constructor(private readonly problem: PlanProblem) {
    const { programme, terms, spec, groups } = problem;
    this.weights = terms.timed.map(({ weight }) => weight);
    this.scenarios = terms.timed.map(({ scenario }) => programme.scenarios.indexOf(scenario));
    const years = periodYears(programme.muster.periods.length);
    this.worth = programme.muster.products.flatMap(({ needWeight, valuePerYear, ladder }) =>
      ladder.map(
        ({ share }, i) =>
          centralOf(needWeight) *
          centralOf(valuePerYear) *
          years *
          (share - (i > 0 ? ladder[i - 1].share : 0)),
      ),
    );
    this.known = Array.from({ length: spec.periods }, () => new Map());
    this.without = this.known.map((_, t) => this.kept(t, '\0'.repeat(groups.length)));
  }

  /** By case: discounted value of period t, over attempting nothing, if exactly this set of groups is attained at its start. */
  of(t: number, attained: string): Float64Array {
    const before = this.known[t].get(attained);
    if (before) return before;
    const without = this.without[t];
    const values = this.kept(t, attained).map((x, c) => x - without[c]);
    this.known[t].set(attained, values);
    return values;
  }

  private kept(t: number, attained: string): Float64Array {
    const { bdd } = this.problem.value.formula;
    const flags = Uint8Array.from(attained, (letter) => letter.charCodeAt(0));
    const holds = new Map<number, boolean>();
    const values = new Float64Array(this.weights.length);
    this.problem.terms.products.forEach(({ byPeriod }, i) => {
      byPeriod[t].forEach(({ node }, c) => {
        let works = holds.get(node);
        if (works === undefined) {
          works = bdd.evaluate(node, flags);
          holds.set(node, works);
        }
        if (works) values[c] += this.problem.spec.discount[t] * this.worth[i];
      });
    });
    return values;
  }
}
