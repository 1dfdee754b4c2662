import type { TreeFormula } from '../../structure/fault-tree.ts';
import type { WrittenFormula } from './written.ts';

/** Visits every reference of a formula. */
export function eachReference(
  formula: WrittenFormula,
  visit: (reference: WrittenFormula & { kind: 'reference' }) => void,
): void {
  if (formula.kind === 'reference') visit(formula);
  else if (formula.kind !== 'constant') for (const part of formula.parts) eachReference(part, visit);
}

/** A formula in the few operators of a fault tree; `placeOf` says what a name stands for. */
export function lower(formula: WrittenFormula, placeOf: (name: string) => TreeFormula): TreeFormula {
  if (formula.kind === 'reference') return placeOf(formula.name);
  if (formula.kind === 'constant') return formula;
  const parts = formula.parts.map((part) => lower(part, placeOf));
  switch (formula.kind) {
    case 'and':
    case 'or':
    case 'xor':
      return { kind: formula.kind, parts };
    case 'not':
      return not(parts[0]);
    case 'nand':
      return not({ kind: 'and', parts });
    case 'nor':
      return not({ kind: 'or', parts });
    case 'imply':
      return { kind: 'or', parts: [not(parts[0]), parts[1]] };
    case 'iff':
      return not({ kind: 'xor', parts });
    case 'atleast':
      return { kind: 'at-least', k: formula.min, parts };
    case 'cardinality':
      return between(formula.min, formula.max, parts);
  }
}

function not(part: TreeFormula): TreeFormula {
  return { kind: 'not', part };
}

/** At least `min` and at most `max` of the parts. */
function between(min: number, max: number, parts: readonly TreeFormula[]): TreeFormula {
  const bounds: TreeFormula[] = [];
  if (min > 0) bounds.push({ kind: 'at-least', k: min, parts });
  if (max < parts.length) bounds.push(not({ kind: 'at-least', k: max + 1, parts }));
  if (bounds.length === 0) return { kind: 'constant', value: true };
  return bounds.length === 1 ? bounds[0] : { kind: 'and', parts: bounds };
}
