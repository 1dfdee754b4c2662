import { ChainValue } from '../src/portfolio/chain-value.ts';
import { JointModel } from '../src/portfolio/joint-model.ts';
import type { PlanSpec } from '../src/portfolio/spec.ts';
import { Bdd } from '../src/structure/bdd.ts';
import { FormulaBuilder } from '../src/structure/formula.ts';
import type { ChainTerm, GateTree } from './oracle/gates.ts';

/** The engine's model of a programme whose chain is written as gate trees. */
export function plannerModel(spec: PlanSpec, terms: readonly ChainTerm[]): JointModel {
  const formula = new FormulaBuilder(new Bdd(spec.groups.length));
  const compile = (tree: GateTree): number => {
    if ('leaf' in tree) return formula.leaf(tree.leaf);
    if ('constant' in tree) return formula.constant(tree.constant);
    const parts = tree.of.map(compile);
    if (tree.gate === 'all') return formula.all(parts);
    return tree.gate === 'any' ? formula.any(parts) : formula.atLeast(tree.k!, parts);
  };
  const compiled = terms.map(({ period, weight, tree }) => ({ period, weight, node: compile(tree) }));
  return new JointModel(spec, new ChainValue(spec.periods, spec.groups.length, formula, compiled));
}
