import type { Edge } from './edges.ts';

/** Most circles that are followed to the end; one is enough to refuse the chain. */
const MAX_CIRCLES = 50;

/** One step of a walk: where it stands, which edge down comes next, and the edge by which it came. */
interface Step {
  readonly id: string;
  next: number;
  readonly by: Edge | null;
}

/** A walk down the edges that finds circles and the longest ways. */
export class Walk {
  readonly circles: Edge[][] = [];
  readonly #down: ReadonlyMap<string, readonly Edge[]>;
  /** Of what is done: how many inputs the longest way down has, and which comes next on it. */
  readonly #longest = new Map<string, { readonly length: number; readonly next: string | null }>();

  constructor(down: ReadonlyMap<string, readonly Edge[]>) {
    this.#down = down;
  }

  /** Visits everything below an input, depth first, without recursion; an edge back onto the way is a circle. */
  visit(start: string): void {
    if (this.#longest.has(start)) return;
    const way: Step[] = [{ id: start, next: 0, by: null }];
    const onWay = new Map([[start, 0]]);
    while (way.length > 0) {
      const here = way.at(-1)!;
      const edge = this.#down.get(here.id)?.[here.next++];
      if (!edge) {
        this.#finish(here.id);
        onWay.delete(here.id);
        way.pop();
        continue;
      }
      const at = onWay.get(edge.from);
      if (at !== undefined) this.#close(way.slice(at + 1), edge);
      else if (!this.#longest.has(edge.from)) {
        onWay.set(edge.from, way.length);
        way.push({ id: edge.from, next: 0, by: edge });
      }
    }
  }

  #close(way: readonly Step[], edge: Edge): void {
    if (this.circles.length < MAX_CIRCLES) this.circles.push([...way.map((step) => step.by!), edge]);
  }

  /** Everything below is done: the longest way down goes through the deepest of them. */
  #finish(id: string): void {
    let best = { length: 1, next: null as string | null };
    for (const { from } of this.#down.get(id) ?? []) {
      const length = 1 + (this.#longest.get(from)?.length ?? 0);
      if (length > best.length) best = { length, next: from };
    }
    this.#longest.set(id, best);
  }

  /** Inputs on the longest way down of all that was visited. Only where there is no circle. */
  get depth(): number {
    return [...this.#longest.values()].reduce((depth, { length }) => Math.max(depth, length), 0);
  }

  /** Ids on the longest way down from an input, which comes first. Only where there is no circle. */
  longest(id: string): string[] {
    const path: string[] = [];
    for (let at: string | null = id; at !== null; at = this.#longest.get(at)?.next ?? null) path.push(at);
    return path;
  }

  /** An input and everything it needs. */
  below(id: string): Set<string> {
    const seen = new Set([id]);
    for (const at of seen) for (const { from } of this.#down.get(at) ?? []) seen.add(from);
    return seen;
  }
}
