import { admit, hasChoice, type Wish } from './admission.ts';
import { type GroupTables, tablesIn } from './group-tables.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';
import type { Reach } from './reach.ts';

export interface IndexOptions {
  readonly name: string;
  /**
   * Exponent on the chances of the partners, a multiple of a half: 0 takes them as certain, 1 as they could be,
   * more as doubtful.
   */
  readonly optimism: number;
  /** Share of what begun projects may still use that new ones must leave room for (see {@link admit}). */
  readonly foresight: number;
  /** Factor on the worth of each group; 0 spends nothing scarce on the group, which others then expect less of. */
  readonly favour?: Float64Array;
}

const TUNED = ', favours tuned';

/**
 * Optimistic Birnbaum index: in every later period a group is worth the derivative of the chain in it while its
 * partners have the chances they could attain by then, raised to `optimism`; re-read in every period from where
 * everything stands. A group whose derivative is zero throughout is not started (relevance gate). Starts are granted
 * step by step, by gain per share of the capacities used.
 */
export class IndexPolicy implements Policy {
  readonly name: string;
  private readonly chances: Float64Array;
  private readonly worth: Float64Array;
  private readonly inChain: Uint8Array;
  /** Groups of favour 0. */
  private readonly dropped: Int32Array;
  /** What it starts in the first period, in the one state there is. */
  private first: JointAction | null = null;

  constructor(
    private readonly model: JointModel,
    private readonly tables: readonly GroupTables[],
    readonly reach: Reach,
    private readonly options: IndexOptions,
  ) {
    this.name = options.name;
    this.chances = new Float64Array(tables.length);
    this.worth = new Float64Array(tables.length);
    this.dropped = Int32Array.from(tables.flatMap((_, g) => (options.favour?.[g] === 0 ? [g] : [])));
    this.inChain = Uint8Array.from(tables, (table) => (table.inChain ? 1 : 0));
  }

  get groups(): number {
    return this.tables.length;
  }

  /** Factor on the worth of each group, a copy. */
  favour(): Float64Array {
    return this.options.favour?.slice() ?? new Float64Array(this.groups).fill(1);
  }

  /** The same index with other favours. */
  withFavour(favour: Float64Array): IndexPolicy {
    const { name } = this.options;
    const options = { ...this.options, favour, name: name.endsWith(TUNED) ? name : name + TUNED };
    return new IndexPolicy(this.model, this.tables, this.reach, options);
  }

  /** The same index in another model of the same groups; tables are taken over where the process is the same. */
  in(model: JointModel, reach: Reach): IndexPolicy {
    return new IndexPolicy(model, tablesIn(this.tables, model), reach, this.options);
  }

  decide(t: number, state: JointState): JointAction {
    if (t > 0) return this.weigh(t, state);
    this.first ??= this.weigh(t, state);
    return this.first.slice();
  }

  private weigh(t: number, state: JointState): JointAction {
    const { model, tables } = this;
    if (this.nothingToDecide(state)) return model.idle(t, state);
    const wishes: Wish[] = [];
    this.assess(t, state);
    for (let group = 0; group < tables.length; group++) {
      if (!hasChoice(model, group, state[group])) continue;
      const multiplier = this.multiplier(t, group);
      if (multiplier <= 0) continue;
      const table = this.tablesOf(group)?.at(multiplier);
      if (!table) continue;
      const scale = multiplier / table.level;
      for (const { action, gainPerUse } of table.preference(t, state[group]).steps) {
        wishes.push({ group, actions: [action], rank: gainPerUse * scale });
      }
    }
    return admit(model, t, state, wishes, this.options.foresight);
  }

  private tablesOf(group: number): GroupTables | null {
    return this.options.favour?.[group] === 0 ? this.tables[group].unpaid : this.tables[group];
  }

  /** Worth of a group as a multiple of its credit, favour counted. */
  private multiplier(t: number, group: number): number {
    const favour = this.options.favour?.[group] || 1;
    return this.inChain[group] === 0 ? favour : (favour * this.worth[group]) / this.tables[group].credited(t);
  }

  /** Worth of each group: its derivatives in the periods after t, added up. */
  private assess(t: number, state: JointState): void {
    const { model, chances, worth } = this;
    const { optimism } = this.options;
    worth.fill(0);
    for (let period = t + 1; period < model.periods; period++) {
      const groups = model.chain.groupsOf(period);
      this.reach.read(period, t, state, optimism, groups, chances);
      this.reach.readUnpaid(period, t, state, optimism, this.dropped, chances);
      model.chain.addGradient(period, chances, worth);
    }
  }

  private nothingToDecide(state: JointState): boolean {
    for (let g = 0; g < state.length; g++) if (hasChoice(this.model, g, state[g])) return false;
    return true;
  }
}
