import { assertNever } from '../kernel/errors.ts';
import { Bdd, FALSE, TRUE } from '../structure/bdd.ts';
import type { FaultTree, TreeFormula } from '../structure/fault-tree.ts';
import { FormulaBuilder, type Gate } from '../structure/formula.ts';
import { type Chain, linksBelow } from './chain.ts';
import { type SupplierOptions, supplierStructure } from './dependence.ts';
import type { Supplier } from './threat.ts';

/** A chain written in failures. Basic events are suppliers lost, of unstated probability. */
export interface FailureTree {
  readonly tree: FaultTree;
  /** Of each gate of the tree, the links that stop when it happens; none where it is a part of another gate. */
  readonly links: readonly (readonly string[])[];
  /** Of each basic event, who is lost. */
  readonly suppliers: readonly string[];
}

/**
 * "The product falls below the level" as a fault tree over who is lost: the dual of its structure function, gate by
 * gate. `always` or `never` where no loss makes a difference.
 */
export function failureTree(
  chain: Chain,
  suppliers: ReadonlyMap<string, Supplier>,
  product: string,
  level: number,
  options: SupplierOptions,
): FailureTree | 'always' | 'never' {
  const { names, structure, gates } = supplierStructure(
    chain,
    suppliers,
    options,
    (leaves) => new FormulaBuilder(new Bdd(leaves)),
  );
  const root = structure.works(product, level);
  if (root === FALSE) return 'always';
  if (root === TRUE) return 'never';
  const links = new Map<number, string[]>([[root, [product]]]);
  for (const id of linksBelow((link) => chain.links.get(link)!.groups, [product])) {
    if (id === product) continue;
    const node = structure.works(id, level);
    links.set(node, [...(links.get(node) ?? []), id]);
  }
  const dual = new Dual(gates, root);
  const tree: FaultTree = {
    name: product,
    events: dual.leaves.map((leaf) => ({ name: `lost-${names[leaf]}`, probability: null })),
    gates: dual.nodes.map((node, i) => ({
      name: links.has(node) ? `stops-${links.get(node)![0]}` : `part-${i}`,
      formula: dual.formulas[i],
    })),
    top: 0,
  };
  return {
    tree,
    links: dual.nodes.map((node) => links.get(node) ?? []),
    suppliers: dual.leaves.map((leaf) => names[leaf]),
  };
}

/** The gates at or below a root, each as a formula of failures; the root first. */
class Dual {
  readonly nodes: number[] = [];
  readonly formulas: TreeFormula[] = [];
  /** Variables of the diagram that became events, by event. */
  readonly leaves: number[] = [];
  private readonly placeOf = new Map<number, number>();
  private readonly eventOf = new Map<number, number>();

  constructor(
    private readonly gates: FormulaBuilder,
    root: number,
  ) {
    this.placeOf.set(root, 0);
    // Grows while it is walked: a node is entered when a formula refers to it.
    for (const [node] of this.placeOf) {
      this.nodes.push(node);
      this.formulas.push(this.write(node));
    }
  }

  private write(node: number): TreeFormula {
    if (!this.gates.has(node)) return this.byDiagram(node);
    const gate = this.gates.gateOf(node);
    const parts = (): TreeFormula[] => gate.children.map((child) => this.fails(child));
    switch (gate.kind) {
      case 'leaf':
        return this.event(gate.variable!);
      case 'all':
        return { kind: 'or', parts: parts() };
      case 'any':
        return { kind: 'and', parts: parts() };
      case 'threshold': {
        const k = workingNeeded(gate);
        if (k === null) return this.byDiagram(node);
        return { kind: 'at-least', k: gate.children.length - k + 1, parts: parts() };
      }
      case 'constant':
        return assertNever('a constant is a part of a gate');
    }
  }

  /**
   * A node of the diagram works when its low branch does, or its variable and its high branch do: works only grow, so
   * low implies high. It fails when low fails, and the variable or high does.
   */
  private byDiagram(node: number): TreeFormula {
    const { bdd } = this.gates;
    const [low, high] = [bdd.low(node), bdd.high(node)];
    const lost = this.event(bdd.top(node));
    const parts: TreeFormula[] = high === TRUE ? [lost] : [lost, this.fails(high)];
    const either: TreeFormula = parts.length === 1 ? lost : { kind: 'or', parts };
    return low === FALSE ? either : { kind: 'and', parts: [this.fails(low), either] };
  }

  /** A reference to the failure of a node. */
  private fails(node: number): TreeFormula {
    if (this.gates.has(node)) {
      const { kind, variable } = this.gates.gateOf(node);
      if (kind === 'leaf') return this.event(variable!);
    }
    const place = this.placeOf.get(node) ?? this.placeOf.size;
    this.placeOf.set(node, place);
    return { kind: 'gate', gate: place };
  }

  private event(variable: number): TreeFormula {
    const event = this.eventOf.get(variable) ?? this.leaves.length;
    if (event === this.leaves.length) this.leaves.push(variable);
    this.eventOf.set(variable, event);
    return { kind: 'event', event };
  }
}

/** How many parts of a threshold must work, where they all weigh the same; else null. */
function workingNeeded({ weights, minimum }: Gate): number | null {
  const [weight] = weights!;
  return weights!.every((other) => other === weight) ? Math.ceil(minimum! / weight) : null;
}
