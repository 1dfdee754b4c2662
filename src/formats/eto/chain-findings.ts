import { groupBy } from '../../kernel/collections.ts';
import type { Edge } from './edges.ts';
import type { Findings } from './findings.ts';
import type { EtoInput } from './release.ts';
import { Walk } from './walk.ts';

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
  for (const { id } of inputs) walk.visit(id);
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
  return { acyclic: walk.circles.length === 0, depth: walk.depth };
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
