import { BestSets, type Variable } from './best-sets.ts';
import { type CompiledModule, compiledModule, type DiagramLimits } from './compiled-module.ts';
import type { FaultTree } from './fault-tree.ts';
import { type EventImportance, importanceOf } from './importance.ts';
import { ModuleChances } from './module-chances.ts';
import { modulesOf, withMoreModules } from './modules.ts';
import { DEFAULT_MAX_NODES } from './node-table.ts';
import { bitLength, digits } from './set-family.ts';
import type { RootedCircuit } from './simplify.ts';
import { circuitOf, withConstants } from './simplify.ts';

export interface AnalysisOptions extends Partial<DiagramLimits> {}

/** One minimal cut set: events by their place in the tree, ascending, and its chance where all of theirs are known. */
export interface CutSet {
  readonly members: readonly number[];
  readonly probability: number | null;
}

/**
 * A fault tree compiled module by module, each into a decision diagram of its own: exact probability, measures and
 * minimal cut sets without enumerating any.
 */
export class FaultTreeAnalysis {
  /** True where no event makes things better by occurring: then there are minimal cut sets. */
  readonly coherent: boolean;
  /** Nodes of all diagrams kept. */
  readonly nodes: number;
  /** Compiled modules by their node of the circuit, children first; the last is the top. */
  private readonly modules: ReadonlyMap<number, CompiledModule>;
  private readonly rooted: RootedCircuit;
  private readonly chances: ModuleChances;

  constructor(
    readonly tree: FaultTree,
    options: AnalysisOptions = {},
  ) {
    const limits = { maxNodes: DEFAULT_MAX_NODES, ...options };
    const mayStop = (): void => options.onNodes?.(0);
    [this.rooted, this.modules] = compiled(circuitOf(tree, mayStop), limits, mayStop);
    const all = [...this.modules.values()];
    this.coherent = all.every(
      ({ minimal, negated, leaves }) =>
        minimal !== null && leaves.every((leaf, i) => negated[i] === 0 || !this.isEvent(leaf)),
    );
    this.nodes = all.reduce((sum, { diagram }) => sum + diagram.nodeCount, 0);
    this.chances = new ModuleChances(this.rooted, this.modules);
  }

  /** Events below the top that the function depends on, ascending. */
  events(): number[] {
    const { circuit } = this.rooted;
    const found = new Set<number>();
    for (const { leaves, diagram } of this.modules.values()) {
      const used = new Set(diagram.variables.subarray(2));
      leaves.forEach((leaf, i) => {
        const node = circuit.nodes[leaf];
        if (node.kind === 'event' && used.has(i)) found.add(node.event);
      });
    }
    return [...found].sort((a, b) => a - b);
  }

  /** Exact chance of the top event, the basic events being independent; null where one of theirs is not stated. */
  probability(): number | null {
    const p = this.stated();
    return p && this.chances.of(p);
  }

  /** How many minimal cut sets; null where the tree is not coherent. */
  count(): bigint | null {
    return this.coherent ? this.sum(1n) : null;
  }

  /** How many of each order (number of events); the index is the order. Null where the tree is not coherent. */
  countByOrder(): bigint[] | null {
    const count = this.count();
    if (count === null) return null;
    const bits = BigInt(bitLength(count));
    return digits(this.sum(1n << bits), bits);
  }

  /** The measures of every event the top depends on; null where a probability is not stated. */
  importance(): EventImportance[] | null {
    const p = this.stated();
    if (!p) return null;
    const { probability, birnbaum } = this.chances.gradient(p);
    return this.events().map((event) => ({
      events: [event],
      ...importanceOf(probability, {
        certain: probability + (1 - p[event]) * birnbaum[event],
        impossible: probability - p[event] * birnbaum[event],
      }),
    }));
  }

  /**
   * The measures of groups of events that share a cause, such as the suppliers of a jurisdiction: all events of the
   * group certain to occur, and certain not to. Null where a probability is not stated.
   */
  groupImportance(groups: readonly (readonly number[])[]): EventImportance[] | null {
    const p = this.stated();
    if (!p) return null;
    const probability = this.chances.of(p);
    const given = (group: readonly number[], chance: number): number => {
      const changed = p.slice();
      for (const event of group) changed[event] = chance;
      return this.chances.of(changed);
    };
    return groups.map((events) => ({
      events,
      ...importanceOf(probability, { certain: given(events, 1), impossible: given(events, 0) }),
    }));
  }

  /** The `limit` most probable minimal cut sets, exactly; null where there are none to speak of or chances are missing. */
  mostProbable(limit: number): CutSet[] | null {
    const p = this.stated();
    return p && this.ranked(limit, (event) => -Math.log(p[event]));
  }

  /** The `limit` smallest minimal cut sets; null where the tree is not coherent. */
  smallest(limit: number): CutSet[] | null {
    return this.ranked(limit, () => 1);
  }

  private ranked(limit: number, costOf: (event: number) => number): CutSet[] | null {
    if (!this.coherent) return null;
    if (this.modules.size === 0) {
      return this.rooted.root === 0 && limit > 0 ? [{ members: [], probability: 1 }] : [];
    }
    const rankings = new Map<number, BestSets>();
    for (const [node, { minimal, leaves }] of this.modules) {
      const variables = leaves.map((leaf): Variable => {
        const sets = rankings.get(leaf);
        if (sets) return { sets };
        const event = this.eventOf(leaf);
        return { member: event, cost: costOf(event) };
      });
      rankings.set(node, new BestSets(minimal!, variables));
    }
    const { events } = this.tree;
    return [...rankings.values()]
      .at(-1)!
      .first(limit)
      .map((members) => ({
        members,
        probability: members.reduce<number | null>((product, event) => {
          const { probability } = events[event];
          return product === null || probability === null ? null : product * probability;
        }, 1),
      }));
  }

  /** Σ over the cut sets of the product of the weights of their events, all of the same weight. */
  private sum(weight: bigint): bigint {
    if (this.modules.size === 0) return this.rooted.root === 0 ? 1n : 0n;
    const sums = new Map<number, bigint>();
    let last = 0n;
    for (const [node, { minimal, leaves }] of this.modules) {
      last = minimal!.sum(leaves.map((leaf) => sums.get(leaf) ?? weight));
      sums.set(node, last);
    }
    return last;
  }

  /** Chances of all events of the tree; null where one that matters is not stated. */
  private stated(): Float64Array | null {
    const { events } = this.tree;
    if (this.events().some((event) => events[event].probability === null)) return null;
    return Float64Array.from(events, ({ probability }) => probability ?? 0);
  }

  private isEvent(leaf: number): boolean {
    return this.rooted.circuit.nodes[leaf].kind === 'event';
  }

  private eventOf(leaf: number): number {
    return (this.rooted.circuit.nodes[leaf] as { event: number }).event;
  }
}

/**
 * The modules of a circuit, compiled. One that turns out to hold, or not to, whatever occurs becomes a constant, and
 * what is above it is compiled anew: beside it there may be nothing to choose.
 */
function compiled(
  circuit: RootedCircuit,
  limits: DiagramLimits,
  mayStop: () => void,
): [RootedCircuit, Map<number, CompiledModule>] {
  const rooted = withMoreModules(circuit, mayStop);
  const modules = compileAll(rooted, limits);
  const constants = new Map<number, boolean>();
  for (const [node, { constant }] of modules) {
    if (constant !== null && node !== rooted.root >> 1) constants.set(node, constant);
  }
  return constants.size === 0
    ? [rooted, modules]
    : compiled(withConstants(rooted, constants), limits, mayStop);
}

/** Every module in the sign in which the one that holds it wants it. */
function compileAll(rooted: RootedCircuit, limits: DiagramLimits): Map<number, CompiledModule> {
  const modules = modulesOf(rooted);
  const signs = new Map<number, number>([[rooted.root >> 1, rooted.root & 1]]);
  const compiled: [number, CompiledModule][] = [];
  for (const module of modules.reverse()) {
    const done = compiledModule(module, signs.get(module.node) ?? 0, limits);
    done.leaves.forEach((leaf, i) => {
      signs.set(leaf, done.negated[i]);
    });
    compiled.push([module.node, done]);
  }
  return new Map(compiled.reverse());
}
