import type { LinearSolver } from '../kernel/linear-program.ts';
import { columnOf, startsStage } from './gate-columns.ts';
import { GateMaster, type MasterPrices } from './gate-lp.ts';
import type { GroupPrices, GroupSolution } from './group-dp.ts';
import { INITIAL } from './group-process.ts';
import type { JointModel } from './joint-model.ts';
import { worthOfSaving } from './savings.ts';
import { CAPACITY_TOLERANCE } from './spec.ts';

export interface BoundResult {
  /** No adaptive policy can exceed this. Includes an allowance for rounding. */
  readonly bound: number;
  /** Prices behind the bound. */
  readonly prices: MasterPrices;
  /** Prices of each group at the bound, and its solution under them. */
  readonly groupPrices: readonly GroupPrices[];
  readonly solutions: readonly GroupSolution[];
  /** What each saving puts by at the end of every period in the last master problem. */
  readonly saved: readonly Float64Array[];
}

export interface BoundOptions {
  /** Rounds of column generation at most. */
  readonly rounds: number;
  /** Stop when bound and master value differ by less than this fraction. */
  readonly tolerance: number;
  readonly onRound?: (bound: number) => void;
  /** True to stop with the best bound so far. */
  readonly stop?: () => boolean;
}

/**
 * Upper bound on every adaptive policy: the gate problem with caps over the policies of the groups, by column
 * generation. At any prices ≥ 0 the Lagrangian value
 * Σ λ·capacity + Σ gates (reduced worth)⁺·cap + Σ groups V_g(prices) is a bound, so every round gives one and the
 * smallest is kept. Valid because groups move independently given the joint action: given all else, a policy
 * acts on a group as a randomised policy of the group alone.
 */
export function gateBound(model: JointModel, solver: LinearSolver, options: BoundOptions): BoundResult {
  const reach = model.groups.map((group) => attainableByPeriod(group));
  const master = new GateMaster(model, solver, (t) => Float64Array.from(reach, (r) => r[t]));
  try {
    model.groups.forEach((group, g) => {
      const idle = new Int32Array(model.periods * group.states);
      for (let i = 0; i < idle.length; i++)
        idle[i] = group.least(Math.floor(i / group.states), i % group.states);
      master.addColumn(columnOf(group, g, idle, ownPrecedence(master, g)));
    });
    return generateColumns(model, master, options);
  } finally {
    master.close();
  }
}

/** Weight of the best prices so far in the prices that new columns are sought at (Wentges smoothing). */
const SMOOTHING = 0.6;

function generateColumns(model: JointModel, master: GateMaster, options: BoundOptions): BoundResult {
  let best: BoundResult | null = null;
  let round = 0;
  for (;;) {
    round++;
    const { value, prices, convexity, saved } = master.solve();
    const smooth: MasterPrices = best ? mixed(best.prices, prices, SMOOTHING) : prices;
    let improved = false;
    for (const tried of smooth === prices ? [prices] : [smooth, prices]) {
      const priced = priceGroups(model, master, tried);
      const bound = lagrangian(model, tried, priced.solutions);
      if (!best || bound < best.bound) {
        best = { bound, prices: tried, ...priced, saved };
      }
      for (let g = 0; g < model.groups.length; g++) {
        const column = columnOf(model.groups[g], g, priced.solutions[g].policy, ownPrecedence(master, g));
        const worth = columnWorth(model, master, prices, column);
        if (worth > convexity[g] + 1e-7 * Math.max(1, Math.abs(value))) {
          master.addColumn(column);
          improved = true;
        }
      }
      if (improved) break;
    }
    options.onRound?.(best!.bound);
    const close = best!.bound - value <= options.tolerance * Math.max(1e-9, Math.abs(value));
    if (!improved || close || round >= options.rounds || options.stop?.()) return { ...best!, saved };
  }
}

/** Worth of a column at prices, to compare with the dual of its group. */
function columnWorth(
  model: JointModel,
  master: GateMaster,
  prices: MasterPrices,
  column: ReturnType<typeof columnOf>,
): number {
  const T = model.periods;
  let worth = column.reward;
  column.use.forEach((x, at) => {
    worth -= x * prices.rows[at];
  });
  for (let t = 0; t < T; t++) worth += column.attained[t] * prices.attained[column.group * T + t];
  let own = 0;
  master.precedence.forEach(({ group }, i) => {
    if (group !== column.group) return;
    for (let t = 0; t < T; t++) worth -= column.started[own * T + t] * prices.precedence[i * T + t];
    own++;
  });
  return worth;
}

function ownPrecedence(master: GateMaster, group: number) {
  return master.precedence.filter((precedence) => precedence.group === group);
}

function priceGroups(model: JointModel, master: GateMaster, prices: MasterPrices) {
  const groupPrices = model.groups.map((_, g) => pricesOf(model, master, prices, g));
  const solutions = model.groups.map((group, g) => group.solve(groupPrices[g]));
  return { groupPrices, solutions };
}

function pricesOf(model: JointModel, master: GateMaster, prices: MasterPrices, g: number): GroupPrices {
  const T = model.periods;
  const group = model.groups[g];
  let action: Float64Array | null = null;
  master.precedence.forEach((precedence, i) => {
    if (precedence.group !== g) return;
    action ??= new Float64Array(T * group.actions);
    let later = 0;
    for (let t = T - 1; t >= 0; t--) {
      later += prices.precedence[i * T + t];
      if (later === 0) continue;
      for (let a = 0; a < group.actions; a++) {
        if (startsStage(group, a, precedence)) action[t * group.actions + a] += later;
      }
    }
  });
  return { rows: prices.rows, attained: prices.attained.subarray(g * T, (g + 1) * T), action };
}

/**
 * The bound at prices, rounded outward. Capacities count with the tolerance that policies are allowed. Every sum
 * carries at most `n` roundings of relative size 2⁻⁵³ on terms of at most the sum of their magnitudes, so that
 * n·2⁻⁵³·Σ|terms|, doubled, covers them.
 */
function lagrangian(model: JointModel, prices: MasterPrices, solutions: readonly GroupSolution[]): number {
  let sum = prices.chain;
  let magnitude = Math.abs(prices.chain);
  const add = (x: number): void => {
    sum += x;
    magnitude += Math.abs(x);
  };
  const T = model.periods;
  model.plan.rows.forEach((row, r) => {
    for (let t = 0; t < T; t++) {
      const allowed = row.capacity[t] * (1 + CAPACITY_TOLERANCE) + CAPACITY_TOLERANCE;
      add(allowed * prices.rows[r * T + t]);
    }
  });
  add(worthOfSaving(model.plan, prices.rows) * (1 + 2 * CAPACITY_TOLERANCE));
  for (const solution of solutions) add(solution.values[INITIAL]);
  for (const price of prices.attained) magnitude += price;
  const gates = model.chain.formula.bdd.nodeCount * T;
  const savings = model.plan.savings?.length ?? 0;
  const roundings = (1 + savings) * prices.rows.length + solutions.length + gates + 64 * T;
  return sum + 2 * roundings * 2 ** -53 * magnitude;
}

function mixed(a: MasterPrices, b: MasterPrices, weightOfA: number): MasterPrices {
  const mix = (x: Float64Array, y: Float64Array): Float64Array =>
    Float64Array.from(x, (v, i) => weightOfA * v + (1 - weightOfA) * y[i]);
  return {
    rows: mix(a.rows, b.rows),
    attained: mix(a.attained, b.attained),
    precedence: mix(a.precedence, b.precedence),
    chain: weightOfA * a.chain + (1 - weightOfA) * b.chain,
  };
}

/** Largest chance of a group, alone, to be attained at the start of each period. */
function attainableByPeriod(group: JointModel['groups'][number]): Float64Array {
  return Float64Array.from({ length: group.plan.periods }, (_, t) => group.attainable(t)[INITIAL]);
}
