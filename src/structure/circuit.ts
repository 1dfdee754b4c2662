/** A node of a circuit with its sign: 2 × node, plus 1 where it is negated. */
export type Literal = number;

/** Node 0 is the constant. */
export const TRUE_LITERAL: Literal = 0;
export const FALSE_LITERAL: Literal = 1;

/** `or` is a negated `and` of negations. Parts are nodes made before, in the order in which they were given. */
export type CircuitNode =
  | { readonly kind: 'constant' }
  | { readonly kind: 'event'; readonly event: number }
  | { readonly kind: 'and'; readonly parts: readonly Literal[] }
  | { readonly kind: 'at-least'; readonly k: number; readonly parts: readonly Literal[] }
  | { readonly kind: 'xor'; readonly parts: readonly Literal[] };

const NO_PARTS: readonly Literal[] = [];

export function partsOf(node: CircuitNode): readonly Literal[] {
  return 'parts' in node ? node.parts : NO_PARTS;
}

/**
 * Formulas of events as a graph of gates with signed edges. Equal gates are stored once, constants and repeated
 * parts are worked out, and an alternative that holds anyway is dropped: x and (x or y) is x. Children have
 * smaller numbers than their parents.
 */
export class Circuit {
  readonly nodes: CircuitNode[] = [{ kind: 'constant' }];
  private readonly known = new Map<string, number>();

  event(event: number): Literal {
    return this.add(`e${event}`, { kind: 'event', event });
  }

  /** All of them; true when there is none. */
  and(literals: readonly Literal[]): Literal {
    const parts = new Set(literals);
    parts.delete(TRUE_LITERAL);
    if (parts.has(FALSE_LITERAL)) return FALSE_LITERAL;
    for (const part of parts) if (parts.has(part ^ 1)) return FALSE_LITERAL;
    for (const part of parts) {
      const node = this.nodes[part >> 1];
      const isChoice = (part & 1) === 1 && node.kind === 'and';
      if (isChoice && node.parts.some((other) => parts.has(other ^ 1))) parts.delete(part);
    }
    if (parts.size === 0) return TRUE_LITERAL;
    if (parts.size === 1) return [...parts][0];
    return this.gate('a', { kind: 'and', parts: [...parts] });
  }

  /** At least one of them; false when there is none. */
  or(literals: readonly Literal[]): Literal {
    return this.and(literals.map((literal) => literal ^ 1)) ^ 1;
  }

  /** At least k of the list; a literal listed twice counts twice. */
  atLeast(k: number, literals: readonly Literal[]): Literal {
    const parts = literals.filter((literal) => literal > FALSE_LITERAL);
    const needed = k - literals.filter((literal) => literal === TRUE_LITERAL).length;
    if (needed <= 0) return TRUE_LITERAL;
    if (needed > parts.length) return FALSE_LITERAL;
    if (needed === 1) return this.or(parts);
    if (needed === parts.length) return this.and(parts);
    return this.gate(`l${needed},`, { kind: 'at-least', k: needed, parts });
  }

  /** An odd number of the list. */
  xor(literals: readonly Literal[]): Literal {
    let sign = 0;
    const odd = new Set<number>();
    for (const literal of literals) {
      sign ^= literal & 1;
      const node = literal >> 1;
      if (node === 0) sign ^= 1;
      else if (!odd.delete(node)) odd.add(node);
    }
    const parts = Array.from(odd, (node) => 2 * node);
    if (parts.length === 0) return FALSE_LITERAL ^ sign;
    if (parts.length === 1) return parts[0] ^ sign;
    return this.gate('x', { kind: 'xor', parts }) ^ sign;
  }

  private gate(mark: string, node: CircuitNode): Literal {
    return this.add(`${mark}${[...partsOf(node)].sort((a, b) => a - b).join()}`, node);
  }

  private add(key: string, node: CircuitNode): Literal {
    const found = this.known.get(key);
    if (found !== undefined) return 2 * found;
    this.known.set(key, this.nodes.length);
    this.nodes.push(node);
    return 2 * (this.nodes.length - 1);
  }
}
