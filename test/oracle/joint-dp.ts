import type { PlanSpec } from '../../src/portfolio/spec.ts';
import { type ChainTerm, chainValue } from './gates.ts';
import { type Choice, Group, type Node } from './group-law.ts';

/**
 * The exact optimum of a small plan, by dynamic programming over the joint state of all groups at once. This is
 * the oracle of the planner's tests: it shares nothing with the planner but the types of the problem, and is
 * written to be read beside their comments.
 */
export interface JointOptimum {
  readonly value: number;
  /** How many (period, joint state) pairs were met. */
  readonly states: number;
}

const TOLERANCE = 1e-9;

class TooManyStates extends Error {}

/** Null when the programme has more than `maxStates` pairs of a period and a joint state. */
export function jointOptimum(
  spec: PlanSpec,
  terms: readonly ChainTerm[],
  options: { readonly maxStates?: number } = {},
): JointOptimum | null {
  check(spec, terms);
  const solver = new JointSolver(spec, terms, options.maxStates ?? 1_000_000);
  try {
    return solver.solve();
  } catch (error) {
    if (error instanceof TooManyStates) return null;
    throw error;
  }
}

class JointSolver {
  private readonly memo: Map<string, number>[];
  private readonly chain: Map<number, number>[];
  private readonly groups: Group[];
  private states = 0;

  constructor(
    private readonly spec: PlanSpec,
    private readonly terms: readonly ChainTerm[],
    private readonly maxStates: number,
  ) {
    this.memo = Array.from({ length: spec.periods }, () => new Map());
    this.chain = Array.from({ length: spec.periods }, () => new Map());
    this.groups = spec.groups.map((group) => new Group(group));
  }

  solve(): JointOptimum {
    const beginning = this.groups.map((group) => group.beginning());
    return { value: this.valueFrom(0, beginning), states: this.states };
  }

  /** Expected value of periods t, t+1, … under the best decisions, over that of nothing attained. */
  private valueFrom(t: number, joint: readonly Node[]): number {
    if (t === this.spec.periods) return 0;
    const key = joint.map((node) => node.id).join(' ');
    const known = this.memo[t].get(key);
    if (known !== undefined) return known;
    this.states++;
    if (this.states > this.maxStates) throw new TooManyStates();

    const attained = attainedMask(joint);
    let best = Number.NEGATIVE_INFINITY;
    for (const action of this.allowedActions(t, joint, attained)) {
      const value = this.spec.discount[t] * reward(action, t) + this.expectation(t + 1, action);
      if (value > best) best = value;
    }
    const value = this.chainIncrement(t, attained) + best;
    this.memo[t].set(key, value);
    return value;
  }

  /** Every combination of one choice per group that keeps within all rows, now and later. */
  private allowedActions(t: number, joint: readonly Node[], attained: number): Choice[][] {
    const { rows, periods } = this.spec;
    const committed = rows.map(() => new Array<number>(periods).fill(0));
    const actions: Choice[][] = [];
    const action: Choice[] = [];

    const fits = (): boolean =>
      rows.every((row, r) => {
        for (let u = t; u < periods; u++) {
          if (committed[r][u] > row.capacity[u] + TOLERANCE * row.capacity[u]) return false;
        }
        return true;
      });
    const commit = (choice: Choice, sign: number): void => {
      for (const { row, amount, periods: later } of choice.use) {
        for (const k of later) if (t + k < periods) committed[row][t + k] += sign * amount;
      }
    };
    const reserve = (g: number, choice: Choice, sign: number): void => {
      for (const { project, stage: next } of choice.left) {
        const { bound, variants } = this.spec.groups[g].projects[project];
        if (t >= bound!.starts[next]) continue;
        variants[bound!.variant].stages.forEach((stage, s) => {
          if (s < next) return;
          const longest = stage.durationLaw.findLastIndex((chance) => chance > 0) + 1;
          for (const { row, amount } of stage.use) {
            for (let u = bound!.starts[s]; u < Math.min(bound!.starts[s] + longest, periods); u++) {
              committed[row][u] += sign * amount;
            }
          }
        });
      }
    };
    const choose = (g: number): void => {
      if (g === joint.length) {
        actions.push([...action]);
        return;
      }
      for (const choice of this.groups[g].choices(joint[g])) {
        if (choice.requires.some((other) => (attained & (1 << other)) === 0)) continue;
        if (!this.keepsCourses(t, g, choice, attained)) continue;
        reserve(g, choice, 1);
        commit(choice, 1);
        // Use is never negative, so what does not fit now cannot fit with more groups.
        if (fits()) {
          action.push(choice);
          choose(g + 1);
          action.pop();
        }
        commit(choice, -1);
        reserve(g, choice, -1);
      }
    };
    choose(0);
    return actions;
  }

  /** No start against a bound course, and no stage of one left out that is due and has all it requires. */
  private keepsCourses(t: number, g: number, { left, first }: Choice, attained: number): boolean {
    const { projects } = this.spec.groups[g];
    const wrong = first.some(({ project, variant }) => {
      const { bound } = projects[project];
      return bound && (bound.variant !== variant || t < bound.from);
    });
    const missed = left.some(({ project, stage, couldBegin }) => {
      const { variant, starts } = projects[project].bound!;
      const { requires } = projects[project].variants[variant].stages[stage];
      return couldBegin && starts[stage] === t && requires.every((other) => (attained & (1 << other)) !== 0);
    });
    return !wrong && !missed;
  }

  /** Expected value of period t on, over the independent outcomes of all groups. */
  private expectation(t: number, action: readonly Choice[]): number {
    const joint: Node[] = new Array(action.length);
    const from = (g: number): number => {
      if (g === action.length) return this.valueFrom(t, joint.slice());
      let sum = 0;
      for (const { node, probability } of action[g].next) {
        joint[g] = node;
        sum += probability * from(g + 1);
      }
      return sum;
    };
    return from(0);
  }

  private chainIncrement(t: number, attained: number): number {
    let value = this.chain[t].get(attained);
    if (value === undefined) {
      value = chainValue(this.terms, t, attained) - chainValue(this.terms, t, 0);
      this.chain[t].set(attained, value);
    }
    return value;
  }
}

function attainedMask(joint: readonly Node[]): number {
  let mask = 0;
  joint.forEach((node, g) => {
    if (node.state.attained) mask |= 1 << g;
  });
  return mask;
}

/** Reward of a period, before discounting. */
function reward(action: readonly Choice[], t: number): number {
  let sum = 0;
  for (const { begun, running, waiting, passes } of action) {
    for (const stage of running) sum -= stage.costPerPeriod;
    for (const stage of begun) sum += stage.startReward?.[t] ?? 0;
    for (const stage of waiting) sum += stage.waitReward?.[t] ?? 0;
    for (const { stage, chance } of passes) sum += chance * (stage.passReward?.[t] ?? 0);
  }
  return sum;
}

/** Refuses what the meaning of the problem does not cover, so that no test rests on it. */
function check(spec: PlanSpec, terms: readonly ChainTerm[]): void {
  const refuse = (what: string): never => {
    throw new Error(`the oracle cannot read this plan: ${what}`);
  };
  if (spec.groups.length > 30) refuse('more than 30 groups');
  if (spec.discount.length !== spec.periods) refuse('discount has another length than the horizon');
  for (const row of spec.rows) {
    if (row.capacity.length !== spec.periods) refuse(`row ${row.id} has another length than the horizon`);
  }
  for (const term of terms) {
    if (!(term.period >= 0 && term.period < spec.periods)) refuse(`a term of period ${term.period}`);
  }
  for (const group of spec.groups) {
    for (const project of group.projects) {
      const certain = group.approaches[project.approach] === 1;
      for (const variant of project.variants) {
        const where = `${group.id}/${project.id}/${variant.id}`;
        const proving = variant.stages.filter((stage) => stage.proves).length;
        if (variant.stages.length === 0) refuse(`${where} has no stage`);
        if (proving > 1 || (proving === 0 && !certain)) refuse(`${where} has ${proving} proving stages`);
        for (const stage of variant.stages) {
          const total = stage.durationLaw.reduce((sum, chance) => sum + chance, 0);
          if (!stage.memoryless && Math.abs(total - 1) > 1e-9)
            refuse(`a duration law of ${where} sums to ${total}`);
          if (stage.memoryless && stage.use.length > 0) refuse(`${where} is memoryless and uses rows`);
          if (stage.use.some((use) => use.amount < 0)) refuse(`${where} uses a negative amount`);
        }
      }
    }
  }
}
