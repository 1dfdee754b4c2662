import { MusterError } from '../kernel/errors.ts';
import { assertVariableCount, Bdd } from './bdd.ts';
import { type MinimalSetOptions, minimalPathSets } from './cut-sets.ts';
import { FlatDiagram } from './flat-diagram.ts';
import { AS_IT_IS, compileModule, NEGATED, signsBelow } from './module-diagram.ts';
import type { Module } from './modules.ts';
import type { SetFamily } from './set-family.ts';
import { type VariableOrder, variableOrders } from './variable-order.ts';

/** Limits on one diagram. */
export interface DiagramLimits {
  /** Nodes that a diagram may ever make, its terminals included. */
  readonly maxNodes: number;
  /** Called now and then with the number of nodes of the diagram being made, 0 between diagrams; may throw to stop. */
  readonly onNodes?: (nodes: number) => void;
}

/** A module in the sign in which its parent wants it: its function, and its minimal solutions where it has any. */
export interface CompiledModule {
  /** Variable i of the diagrams is this leaf: a node of the circuit, negated where `negated[i]` is 1. */
  readonly leaves: readonly number[];
  readonly negated: Uint8Array;
  readonly diagram: FlatDiagram;
  /** What the module is, as it stands in the circuit, whatever its leaves are; null where it depends on them. */
  readonly constant: boolean | null;
  /** Null where the function is not monotone in a leaf that occurs in both signs. */
  readonly minimal: SetFamily | null;
}

/** Nodes that the first round of trials may make, and how many times as many each later round. */
const FIRST_BUDGET = 1 << 13;
const GROWTH = 4;

/**
 * Compiles a module in the first of its orders that does within a budget of nodes; the budget grows until one does.
 * Budgets count nodes, so that the outcome does not depend on the machine.
 */
export function compiledModule(module: Module, sign: number, limits: DiagramLimits): CompiledModule {
  assertVariableCount(module.leaves.length);
  const orders = repeatable(variableOrders(module));
  for (
    let budget = Math.min(FIRST_BUDGET, limits.maxNodes);
    ;
    budget = Math.min(budget * GROWTH, limits.maxNodes)
  ) {
    for (const order of orders) {
      limits.onNodes?.(0);
      const compiled = within(budget, limits, (options) => compileInOrder(module, sign, order, options));
      if (compiled) return compiled;
    }
    if (budget === limits.maxNodes) throw tooLarge(limits.maxNodes);
  }
}

function compileInOrder(
  module: Module,
  sign: number,
  order: VariableOrder,
  limits: DiagramLimits,
): CompiledModule {
  const bdd = new Bdd(order.length, limits);
  const root = compileModule(bdd, module, sign, order);
  const signs = signsBelow(module, sign);
  const monotone = order.every((leaf) => signs[leaf] !== (AS_IT_IS | NEGATED));
  return {
    leaves: order.map((leaf) => module.leaves[leaf]),
    negated: Uint8Array.from(order, (leaf) => (signs[leaf] === NEGATED ? 1 : 0)),
    diagram: new FlatDiagram(bdd, root),
    constant: root > 1 ? null : (root === 1) !== (sign === 1),
    minimal: minimalOf(bdd, root, monotone ? { ...limits, increasing: true } : limits),
  };
}

/** Null where the function is not increasing, which only matters where a leaf occurs in both signs. */
function minimalOf(bdd: Bdd, root: number, options: MinimalSetOptions): SetFamily | null {
  try {
    return minimalPathSets(bdd, root, options);
  } catch (error) {
    if (error instanceof MusterError && error.code === 'NOT_COHERENT') return null;
    throw error;
  }
}

/** What a generator yields, made once however often it is walked. */
function repeatable<T>(source: Iterator<T>): Iterable<T> {
  const made: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === made.length) {
          const next = source.next();
          if (next.done) return;
          made.push(next.value);
        }
        yield made[i];
      }
    },
  };
}

/** Null where the work needs more nodes than the budget. */
function within<T>(budget: number, limits: DiagramLimits, work: (limits: DiagramLimits) => T): T | null {
  try {
    return work({ ...limits, maxNodes: budget });
  } catch (error) {
    if (error instanceof MusterError && error.code === 'STRUCTURE_TOO_LARGE') return null;
    throw error;
  }
}

function tooLarge(maxNodes: number): MusterError {
  return new MusterError(
    'STRUCTURE_TOO_LARGE',
    `In none of the orders tried do the decision diagrams stay within ${maxNodes} nodes.`,
    { exitCode: 4, hint: 'Raise the limit on nodes, or look at a gate below the top.' },
  );
}
