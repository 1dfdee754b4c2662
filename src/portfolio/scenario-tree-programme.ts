import { LinearModel, type Term } from '../kernel/linear-model.ts';
import type { PlanSpec, StageSpec } from './spec.ts';

/** The programme to minimise; `constant` less its objective is the value of the plan. */
export interface ScenarioTreeProgramme {
  readonly model: LinearModel;
  readonly constant: number;
  /** Outcomes of all trials that are told apart at the end. */
  readonly scenarios: number;
}

/**
 * A plan of independent projects as one multistage stochastic programme over all scenarios (Colvin and Maravelias).
 * It is the textbook way to solve what joint dynamic programming solves, and grows with the number of scenarios.
 *
 * A scenario says how many trials each project passes before it fails, or that it passes all. Whole numbers 0 or 1:
 * x[i, j, t, s], project i starts trial j in period t if scenario s comes true. Maximise the mean over scenarios of the
 * rewards of starting and of waiting. In words, the rows:
 * - a project starts each trial at most once, and only when the trial before it is over and passed;
 * - in every period and scenario, the trials that run need no more of a row than there is;
 * - not to foresee: if two scenarios differ only in whether project k passes trial m, then what starts in period t
 *   is the same in both, unless project k had begun trial m early enough to be over by t:
 *   |x[i, j, t, s] − x[i, j, t, s′]| ≤ Σ over u ≤ t − duration of x[k, m, u, s].
 * Pairs that differ in one such outcome are enough: all others follow in steps. Scenarios that nobody can tell apart
 * by period t, whatever was started, and those that differ only in the later trials of i itself, share one x.
 *
 * The plan: every group one project of one variant, its approach certain, durations certain, nothing required.
 */
export function scenarioTreeProgramme(spec: PlanSpec): ScenarioTreeProgramme {
  const tree = new ScenarioTree(spec);
  return tree.programme();
}

interface Trial {
  readonly stage: StageSpec;
  readonly duration: number;
  /** First period in which it can start. */
  readonly earliest: number;
}

/** Trials that each project passes; as far as it is known. */
type Outcomes = readonly number[];

class ScenarioTree {
  private readonly model = new LinearModel();
  /** By project. */
  private readonly trials: readonly (readonly Trial[])[];
  /** Number of the first column of project, trial and period. */
  private readonly first: number[][][];

  constructor(private readonly spec: PlanSpec) {
    this.trials = spec.groups.map(({ projects }) => trialsOf(projects[0].variants[0].stages));
    this.first = this.trials.map((trials) => trials.map(() => []));
  }

  programme(): ScenarioTreeProgramme {
    this.eachStart((i, j, t) => this.addColumns(i, j, t));
    this.eachStart((i, j, t) => this.addOrder(i, j, t));
    for (let t = 0; t < this.spec.periods; t++) this.addCapacities(t);
    this.eachStart((i, j, t) => this.addNonAnticipativity(i, j, t));
    const constant = this.trials.reduce((sum, trials) => sum + this.waiting(trials[0], 0), 0);
    const scenarios = this.trials.reduce((product, trials) => product * (trials.length + 1), 1);
    return { model: this.model, constant, scenarios };
  }

  private eachStart(visit: (i: number, j: number, t: number) => void): void {
    this.trials.forEach((trials, i) => {
      trials.forEach(({ earliest }, j) => {
        for (let t = earliest; t < this.spec.periods; t++) visit(i, j, t);
      });
    });
  }

  /** Most trials of project i that can be over, and so known, at the start of period t. */
  private known(i: number, t: number): number {
    return this.trials[i].filter(({ earliest, duration }) => earliest + duration <= t).length;
  }

  /** What can be known at the start of period t; of project i, if given, only `passed`. */
  private outcomes(t: number, i = -1, passed = 0): Outcomes[] {
    return this.trials.reduce<number[][]>(
      (all, _, k) => {
        const options = k === i ? [passed] : Array.from({ length: this.known(k, t) + 1 }, (_, n) => n);
        return all.flatMap((outcomes) => options.map((n) => [...outcomes, n]));
      },
      [[]],
    );
  }

  private column(i: number, j: number, t: number, outcomes: Outcomes): number {
    let offset = 0;
    outcomes.forEach((passed, k) => {
      if (k === i) return;
      const known = this.known(k, t);
      offset = offset * (known + 1) + Math.min(passed, known);
    });
    return this.first[i][j][t] + offset;
  }

  private addColumns(i: number, j: number, t: number): void {
    this.first[i][j][t] = this.model.columns.length;
    const trials = this.trials[i];
    const { stage, duration } = trials[j];
    const later = trials[j + 1];
    const reward =
      this.spec.discount[t] * (stage.startReward?.[t] ?? 0) -
      this.waiting(trials[j], t) +
      (later ? stage.success * this.waiting(later, t + duration) : 0);
    const reached = trials.slice(0, j).reduce((product, trial) => product * trial.stage.success, 1);
    for (const outcomes of this.outcomes(t, i, j)) {
      const chance = outcomes.reduce(
        (product, passed, k) => (k === i ? product : product * this.chance(k, passed, t)),
        reached,
      );
      this.model.column(-chance * reward, 0, 1, true);
    }
  }

  /** Chance that project k passes so many trials, as far as it can be known at the start of period t. */
  private chance(k: number, passed: number, t: number): number {
    const before = this.trials[k].slice(0, passed);
    const reached = before.reduce((product, { stage }) => product * stage.success, 1);
    return passed === this.known(k, t) ? reached : reached * (1 - this.trials[k][passed].stage.success);
  }

  /** Reward of waiting with a trial from period t to the end. */
  private waiting({ stage }: Trial, t: number): number {
    let sum = 0;
    for (let u = t; u < this.spec.periods; u++) sum += this.spec.discount[u] * (stage.waitReward?.[u] ?? 0);
    return sum;
  }

  /** Starts of trial j of project i in periods from `from` to `to`, each with the coefficient. */
  private starts(
    i: number,
    j: number,
    from: number,
    to: number,
    outcomes: Outcomes,
    coefficient: number,
  ): Term[] {
    const terms: Term[] = [];
    for (let u = Math.max(from, this.trials[i][j].earliest); u <= to; u++) {
      terms.push([this.column(i, j, u, outcomes), coefficient]);
    }
    return terms;
  }

  /** Starts of a trial that are over at the start of period t. */
  private over(i: number, j: number, t: number, outcomes: Outcomes, coefficient: number): Term[] {
    return this.starts(i, j, 0, t - this.trials[i][j].duration, outcomes, coefficient);
  }

  private addOrder(i: number, j: number, t: number): void {
    if (j === 0 && t < this.spec.periods - 1) return;
    for (const outcomes of this.outcomes(t, i, j)) {
      const before = j === 0 ? [] : this.over(i, j - 1, t, outcomes, -1);
      this.model.atMost(j === 0 ? 1 : 0, [...this.starts(i, j, 0, t, outcomes, 1), ...before]);
    }
  }

  private addCapacities(t: number): void {
    this.spec.rows.forEach(({ capacity }, row) => {
      for (const outcomes of this.outcomes(t)) {
        const uses = this.trials.map((trials, i) =>
          trials.slice(0, outcomes[i] + 1).map(({ stage }) => use(stage, row)),
        );
        const most = uses.reduce((sum, ofProject) => sum + Math.max(...ofProject), 0);
        if (most <= capacity[t]) continue;
        const terms = uses.flatMap((ofProject, i) =>
          ofProject.flatMap((amount, j) =>
            this.starts(i, j, t - this.trials[i][j].duration + 1, t, outcomes, amount),
          ),
        );
        this.model.atMost(capacity[t], terms);
      }
    });
  }

  private addNonAnticipativity(i: number, j: number, t: number): void {
    this.trials.forEach((_, k) => {
      if (k === i) return;
      const known = this.known(k, t);
      for (const outcomes of this.outcomes(t, i, j)) {
        const m = outcomes[k];
        if (m === known) continue;
        const passed = outcomes.map((n, at) => (at === k ? m + 1 : n));
        const one = this.column(i, j, t, outcomes);
        const other = this.column(i, j, t, passed);
        const told = this.over(k, m, t, outcomes, -1);
        this.model.atMost(0, [[one, 1], [other, -1], ...told]);
        this.model.atMost(0, [[other, 1], [one, -1], ...told]);
      }
    });
  }
}

function use(stage: StageSpec, row: number): number {
  return stage.use.reduce((sum, { row: at, amount }) => (at === row ? sum + amount : sum), 0);
}

function trialsOf(stages: readonly StageSpec[]): Trial[] {
  let earliest = 0;
  return stages.map((stage) => {
    const trial = { stage, duration: stage.durationLaw.length, earliest };
    earliest += trial.duration;
    return trial;
  });
}
