import type { GroupModel } from './group-dp.ts';
import type { JointModel } from './joint-model.ts';
import type { PlanSpec } from './spec.ts';

/** Worths at which a group is solved, when first asked for, are powers of 2 within these exponents of its credit. */
const LEVEL_LOWEST = -8;
const LEVEL_HIGHEST = 12;

/**
 * A group solved at several worths, so that a policy can look its wishes up. The worth of being attained in a
 * period is `level` times the credit of the period: a shape over time.
 */
export class GroupTables {
  private readonly levels = new Map<number, LevelTable>();
  private readonly creditedLater: Float64Array;
  private unpaidTables: GroupTables | null | undefined;

  constructor(
    readonly model: GroupModel,
    private readonly credit: Float64Array,
    private readonly rowPrices: Float64Array,
  ) {
    const T = model.plan.periods;
    this.creditedLater = new Float64Array(T);
    for (let t = T - 2; t >= 0; t--) this.creditedLater[t] = this.creditedLater[t + 1] + credit[t + 1];
  }

  /** The same worths of the group in another model of it. */
  of(model: GroupModel): GroupTables {
    return new GroupTables(model, this.credit, this.rowPrices);
  }

  /** The same worths if nothing scarce were spent on the group; null where it then starts nothing. */
  get unpaid(): GroupTables | null {
    if (this.unpaidTables === undefined) {
      const { unpaid } = this.model;
      this.unpaidTables = unpaid && this.of(unpaid);
    }
    return this.unpaidTables;
  }

  /** Credited value of the periods after t. */
  credited(t: number): number {
    return this.creditedLater[t];
  }

  /** False where no product depends on the group: it is then worth what it earns itself. */
  get inChain(): boolean {
    return this.credit.some((x) => x > 0);
  }

  /** The table whose worth is nearest to `multiplier` times the credited value. */
  at(multiplier: number): LevelTable {
    const exponent = Math.min(LEVEL_HIGHEST, Math.max(LEVEL_LOWEST, Math.round(Math.log2(multiplier))));
    let table = this.levels.get(exponent);
    if (!table) {
      table = new LevelTable(this.model, this.credit, 2 ** exponent, this.rowPrices);
      this.levels.set(exponent, table);
    }
    return table;
  }
}

/** Tables for another model of the same groups; those of groups whose process is the same are taken over. */
export function tablesIn(tables: readonly GroupTables[], model: JointModel): GroupTables[] {
  return tables.map((own, g) =>
    own.model.process === model.groups[g].process ? own : own.of(model.groups[g]),
  );
}

/** One step up in what a group does: from the action before it (or from starting nothing) to this one. */
export interface Step {
  readonly action: number;
  /** What the step adds to the value, per share of the capacities that it adds. */
  readonly gainPerUse: number;
}

/** What a group would do in a state. */
interface Preference {
  /** Actions better than starting nothing, best first. */
  readonly actions: readonly number[];
  /** Steps of falling gain per use: the upper hull of value over use. */
  readonly steps: readonly Step[];
}

/** A group solved at one worth. What was asked once is remembered. */
export class LevelTable {
  private readonly known = new Map<number, Preference>();
  /** Value to go at this worth, at `t * states + s`. */
  private readonly values: Float64Array;

  constructor(
    private readonly model: GroupModel,
    credit: Float64Array,
    readonly level: number,
    private readonly rowPrices: Float64Array,
  ) {
    const attained = credit.map((x) => x * level);
    this.values = model.solve({ rows: rowPrices, attained, action: null }).values;
  }

  preference(t: number, s: number): Preference {
    const at = t * this.model.states + s;
    let preference = this.known.get(at);
    if (!preference) {
      preference = this.weigh(t, s);
      this.known.set(at, preference);
    }
    return preference;
  }

  private weigh(t: number, s: number): Preference {
    const { actionsFrom } = this.model.process;
    const least = this.model.least(t, s);
    const worth = this.quality(t, least);
    const committed = capacityShare(this.model, t, least);
    const better: Choice[] = [];
    for (let action = least + 1; action < actionsFrom[s + 1]; action++) {
      const gain = this.quality(t, action) - worth;
      if (gain <= 1e-12 * Math.abs(worth)) continue;
      better.push({ action, gain, use: Math.max(0, capacityShare(this.model, t, action) - committed) });
    }
    better.sort((x, y) => y.gain - x.gain || x.action - y.action);
    return { actions: better.map(({ action }) => action), steps: upperHull(better) };
  }

  /** Value of an action at this worth, rents of scarce things charged. */
  private quality(t: number, a: number): number {
    const { process, states, plan } = this.model;
    if (!this.model.allowed[t * this.model.actions + a]) return Number.NEGATIVE_INFINITY;
    let q = this.model.rewardAt(t, a);
    for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
      if (process.useOffset[u] === 0) {
        q -= process.useAmount[u] * this.rowPrices[process.useRow[u] * plan.periods + t];
      }
    }
    for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
      q += process.probability[n] * this.values[(t + 1) * states + process.next[n]];
    }
    return q;
  }
}

interface Choice {
  readonly action: number;
  readonly gain: number;
  readonly use: number;
}

/** Added use below which a step counts as free. */
const NO_USE = 1e-9;

function upperHull(choices: readonly Choice[]): Step[] {
  const steps: Step[] = [];
  let from = { gain: 0, use: 0 };
  for (;;) {
    let best: Choice | null = null;
    let slope = 0;
    for (const choice of choices) {
      if (choice.gain <= from.gain) continue;
      const steepness = (choice.gain - from.gain) / Math.max(NO_USE, choice.use - from.use);
      if (steepness > slope) {
        slope = steepness;
        best = choice;
      }
    }
    if (!best) return steps;
    steps.push({ action: best.action, gainPerUse: slope });
    from = best;
  }
}

/** Committed use of an action as a sum of shares of the capacities of its periods. */
function capacityShare(model: GroupModel, t: number, a: number): number {
  const { process } = model;
  const plan: PlanSpec = model.plan;
  let share = 0;
  for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
    const period = t + process.useOffset[u];
    const capacity = period < plan.periods ? plan.rows[process.useRow[u]].capacity[period] : 0;
    if (capacity > 0) share += process.useAmount[u] / capacity;
  }
  return share;
}

/** Value per period of all products in whose chain each group stands: credit in full, at `group * periods + t`. */
export function creditInFull(
  periods: number,
  groups: number,
  terms: readonly { period: number; weight: number; node: number }[],
  support: (node: number) => readonly number[],
): Float64Array {
  const credit = new Float64Array(groups * periods);
  for (const { period, weight, node } of terms) {
    for (const g of support(node)) credit[g * periods + period] += weight;
  }
  return credit;
}
