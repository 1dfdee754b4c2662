import { admit, hasChoice, type Wish } from './admission.ts';
import type { GroupTables } from './group-tables.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';
import type { Reach } from './reach.ts';

export interface IndexOptions {
  readonly name: string;
  /** Exponent on the chances of the partners: 0 takes them as certain, 1 as they could be, more as doubtful. */
  readonly optimism: number;
  /** Factor on the worth of each group; 0 leaves the group alone and whatever needs it unpursued. */
  readonly favour?: Float64Array;
}

/**
 * Optimistic Birnbaum index: a group is worth the derivative of the chain in it while its partners have the chances
 * they could attain, raised to `optimism`; re-read in every period from where everything stands. A group whose
 * derivative is zero is not started (relevance gate). Starts are granted step by step, by gain per share of the
 * capacities used.
 */
export class IndexPolicy implements Policy {
  readonly name: string;
  private readonly partners: readonly Float64Array[];
  private readonly chances: Float64Array;
  private readonly gradient: Float64Array;

  constructor(
    private readonly model: JointModel,
    private readonly tables: readonly GroupTables[],
    private readonly reach: Reach,
    readonly options: IndexOptions,
  ) {
    this.name = options.name;
    this.partners = reach.to(options.optimism);
    this.chances = new Float64Array(tables.length);
    this.gradient = new Float64Array(tables.length);
  }

  decide(t: number, state: JointState): JointAction {
    const { model, tables, chances, gradient } = this;
    const { favour } = this.options;
    this.reach.read(this.partners, t, state, chances);
    if (favour) for (let g = 0; g < chances.length; g++) if (favour[g] === 0) chances[g] = 0;
    model.chain.expectedLater(t, chances, gradient);
    const wishes: Wish[] = [];
    for (let group = 0; group < tables.length; group++) {
      const worth = gradient[group] * (favour ? favour[group] : 1);
      if (worth <= 0 || !hasChoice(model, group, state[group])) continue;
      const multiplier = worth / tables[group].credited(t);
      const table = tables[group].at(multiplier);
      const scale = multiplier / table.level;
      for (const { action, gainPerUse } of table.preference(t, state[group]).steps) {
        wishes.push({ group, actions: [action], rank: gainPerUse * scale });
      }
    }
    return admit(model, t, state, wishes);
  }
}
