import type { CompiledModule } from './compiled-module.ts';
import type { RootedCircuit } from './simplify.ts';

/** Chances and derivatives through the diagrams of the modules, in one pass up and one pass down. */
export class ModuleChances {
  private readonly modules: readonly (readonly [node: number, module: CompiledModule])[];
  /** By node of the circuit. */
  private readonly chance: Float64Array;
  /** By module, the chance that each node of its diagram is true. */
  private readonly truth: Float64Array[];

  constructor(
    private readonly rooted: RootedCircuit,
    modules: ReadonlyMap<number, CompiledModule>,
  ) {
    this.modules = [...modules];
    this.chance = new Float64Array(rooted.circuit.nodes.length);
    this.truth = this.modules.map(([, { diagram }]) => new Float64Array(diagram.nodeCount));
  }

  /** Chance of the top at independent chances `p` of the events. */
  of(p: Float64Array): number {
    const { circuit, root } = this.rooted;
    if (this.modules.length === 0) return root === 0 ? 1 : 0;
    circuit.nodes.forEach((node, at) => {
      if (node.kind === 'event') this.chance[at] = p[node.event];
    });
    this.modules.forEach(([node, module], m) => {
      this.chance[node] = ascend(module, this.leafChances(module), this.truth[m]);
    });
    return this.chance[this.modules[this.modules.length - 1][0]];
  }

  /** The chance of the top, and its derivative in the chance of every event. */
  gradient(p: Float64Array): { probability: number; birnbaum: Float64Array } {
    const probability = this.of(p);
    const { circuit } = this.rooted;
    const birnbaum = new Float64Array(p.length);
    const slopeOf = new Float64Array(circuit.nodes.length);
    if (this.modules.length > 0) slopeOf[this.modules[this.modules.length - 1][0]] = 1;
    for (let m = this.modules.length - 1; m >= 0; m--) {
      const [at, module] = this.modules[m];
      const slopes = descend(module, this.leafChances(module), this.truth[m], slopeOf[at]);
      module.leaves.forEach((leaf, i) => {
        const node = circuit.nodes[leaf];
        const signed = this.isNegatedEvent(module, i) ? -slopes[i] : slopes[i];
        if (node.kind === 'event') birnbaum[node.event] += signed;
        else slopeOf[leaf] = signed;
      });
    }
    return { probability, birnbaum };
  }

  /** A module that is wanted negated is compiled so; a negated event is one less its chance. */
  private leafChances(module: CompiledModule): Float64Array {
    return Float64Array.from(module.leaves, (leaf, i) =>
      this.isNegatedEvent(module, i) ? 1 - this.chance[leaf] : this.chance[leaf],
    );
  }

  private isNegatedEvent({ leaves, negated }: CompiledModule, i: number): boolean {
    return negated[i] === 1 && this.rooted.circuit.nodes[leaves[i]].kind === 'event';
  }
}

/** Chance of every node, children first (Shannon); that of the root is returned. */
function ascend({ diagram }: CompiledModule, p: Float64Array, truth: Float64Array): number {
  const { variables, lows, highs, root, nodeCount } = diagram;
  truth[1] = 1;
  for (let node = 2; node < nodeCount; node++) {
    const chance = p[variables[node]];
    truth[node] = (1 - chance) * truth[lows[node]] + chance * truth[highs[node]];
  }
  return truth[root];
}

/** Derivative of `slope` × the chance of the root in the chance of every variable. */
function descend(
  { diagram, leaves }: CompiledModule,
  p: Float64Array,
  truth: Float64Array,
  slope: number,
): Float64Array {
  const { variables, lows, highs, root, nodeCount } = diagram;
  const flow = new Float64Array(nodeCount);
  const slopes = new Float64Array(leaves.length);
  flow[root] = slope;
  for (let node = nodeCount - 1; node > 1; node--) {
    const variable = variables[node];
    slopes[variable] += flow[node] * (truth[highs[node]] - truth[lows[node]]);
    flow[lows[node]] += flow[node] * (1 - p[variable]);
    flow[highs[node]] += flow[node] * p[variable];
  }
  return slopes;
}
