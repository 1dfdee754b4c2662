import { groupBy } from '../../kernel/collections.ts';
import type { Edge } from './edges.ts';
import type { Findings } from './findings.ts';
import type { EtoInput } from './release.ts';

/** What the edges of a release are together: circles, roots, depth, what leads nowhere, and edges that look wrong. */
export function inspectChain(
  inputs: readonly EtoInput[],
  edges: readonly Edge[],
  findings: Findings,
): { acyclic: boolean; depth: number } {
  const down = groupBy(edges, (edge) => edge.to);
  const up = new Set(edges.map((edge) => edge.from));
  const roots = inputs.filter((input) => !up.has(input.id));
  const walk = new Walk(down);
  for (const root of inputs) walk.visit(root.id);
  for (const circle of walk.circles) {
    const message = `${[...circle.map((edge) => edge.to), circle.at(-1)!.from].join(' needs ')}.`;
    findings.add('CYCLE', 'sequence.csv', circle[0].line, circle[0].to, message);
  }
  for (const root of roots) {
    findings.add('ROOT', 'inputs.csv', root.line, root.id, `${root.id} ${root.name} (${root.type}).`);
    if (walk.circles.length > 0) continue;
    const path = walk.longest(root.id);
    const message = `${path.length} inputs one below the other, ${path.length - 1} edges: ${path.join(' ← ')}.`;
    findings.add('DEPTH', 'inputs.csv', root.line, root.id, message);
  }
  inspectReach(inputs, edges, walk, findings);
  const depths = walk.circles.length > 0 ? [0] : roots.map((root) => walk.longest(root.id).length);
  return { acyclic: walk.circles.length === 0, depth: Math.max(0, ...depths) };
}

/** A walk down the edges that finds circles and the longest ways. */
class Walk {
  readonly circles: Edge[][] = [];
  readonly #down: ReadonlyMap<string, readonly Edge[]>;
  readonly #done = new Set<string>();
  readonly #longest = new Map<string, string[]>();

  constructor(down: ReadonlyMap<string, readonly Edge[]>) {
    this.#down = down;
  }

  /** Visits everything below an input, depth first, without recursion; each edge back onto the way is a circle. */
  visit(start: string): void {
    if (this.#done.has(start)) return;
    const way: { id: string; next: number; by?: Edge }[] = [{ id: start, next: 0 }];
    while (way.length > 0) {
      const here = way.at(-1)!;
      const edge = this.#down.get(here.id)?.[here.next++];
      if (!edge) {
        this.#finish(here.id);
        way.pop();
        continue;
      }
      const at = way.findIndex((step) => step.id === edge.from);
      if (at >= 0) this.circles.push([...way.slice(at + 1).map((step) => step.by!), edge]);
      else if (!this.#done.has(edge.from)) way.push({ id: edge.from, next: 0, by: edge });
    }
  }

  /** Everything below is done: the longest way down goes through the deepest of them. */
  #finish(id: string): void {
    const below = (this.#down.get(id) ?? []).map((edge) => this.#longest.get(edge.from) ?? []);
    const deepest = below.reduce((best, path) => (path.length > best.length ? path : best), [] as string[]);
    this.#longest.set(id, [id, ...deepest]);
    this.#done.add(id);
  }

  /** Ids on the longest way down from an input, which comes first. Only where there is no circle. */
  longest(id: string): string[] {
    return this.#longest.get(id) ?? [id];
  }

  /** An input and everything it needs. */
  below(id: string): Set<string> {
    const seen = new Set([id]);
    for (const at of seen) for (const { from } of this.#down.get(at) ?? []) seen.add(from);
    return seen;
  }
}

function inspectReach(
  inputs: readonly EtoInput[],
  edges: readonly Edge[],
  walk: Walk,
  findings: Findings,
): void {
  const outputs = inputs.filter((input) => input.type === 'ultimate_output');
  if (outputs.length === 0)
    findings.add('NO_OUTPUT', 'inputs.csv', null, '', 'No row has type ultimate_output.');
  const names = new Map(inputs.map((input) => [input.id, input.name]));
  const reached = new Set<string>();
  for (const output of outputs) {
    const below = walk.below(output.id);
    for (const id of below) reached.add(id);
    const within = edges.filter((edge) => below.has(edge.to));
    for (const edge of within) suspect(edge, names, deviceClass(output.name), findings);
  }
  for (const { id, name, line } of inputs) {
    if (outputs.length === 0 || reached.has(id)) continue;
    findings.add('NOT_IN_CHAIN', 'inputs.csv', line, id, `${id} ${name} leads to no ultimate output.`);
  }
}

/** Words by which names give their class of device. Logic comes first: a discrete GPU is logic. */
const DEVICE_CLASSES: readonly (readonly [string, RegExp])[] = [
  ['logic', /\b(logic|cpus?|gpus?|fpgas?|asics?|soc)\b/i],
  ['memory', /\b(memory|dram|nand|flash)\b/i],
  ['discrete, analog or other', /\b(dao|discretes?|analog|linear|optoelectronic|sensors?)\b/i],
];

function deviceClass(name: string): string | null {
  return DEVICE_CLASSES.find(([, words]) => words.test(name))?.[0] ?? null;
}

const NON_IC = /\bnon-IC\b/i;

/** Judges an edge by the names of its two ends, given the class of device that the output is. */
function suspect(
  { from, to, line, as }: Edge,
  names: ReadonlyMap<string, string>,
  outputClass: string | null,
  findings: Findings,
): void {
  const name = names.get(from)!;
  const above = names.get(to)!;
  const relation = as === 'type' ? 'is a type of' : 'goes into';
  const what = `${from} ${name} ${relation} ${to} ${above}`;
  const own = deviceClass(name);
  if (outputClass && own && own !== outputClass) {
    const message = `${what}: ${own} in the chain of a ${outputClass} chip.`;
    findings.add('OTHER_DEVICE_CLASS', 'sequence.csv', line, from, message);
  }
  if (NON_IC.test(name) && !NON_IC.test(above)) {
    findings.add('NON_IC_TYPE', 'sequence.csv', line, from, `${what}.`);
  }
}
