import type { RequirementRow } from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';
import type { Findings } from './findings.ts';
import type { EtoRelease, EtoSequence } from './release.ts';

/** One edge of the chain: `to` needs `from`, as an input or as one of its types. */
export interface Edge {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly as: 'input' | 'type';
}

/** Edges of a release between inputs that exist, each once. */
export function readEdges(release: EtoRelease, findings: Findings): Edge[] {
  const names = new Map(release.inputs.map((input) => [input.id, input.name]));
  const edges = new Map<string, Edge>();
  for (const row of release.sequence) {
    checkNames(row, names, findings);
    const written = edgesOf(row);
    if (written.length === 0) {
      const message = `${row.inputId} ${row.inputName} goes into nothing and is a type of nothing.`;
      findings.add('EMPTY_EDGE', 'sequence.csv', row.line, row.inputId, message);
    }
    for (const edge of written) {
      const undefinedIds = [edge.from, edge.to].filter((id) => !names.has(id));
      for (const id of undefinedIds) {
        findings.add('UNDEFINED_ID', 'sequence.csv', row.line, id, `${id} is not in inputs.csv.`);
      }
      const key = `${edge.from} ${edge.as} ${edge.to}`;
      const first = edges.get(key);
      if (first) {
        const message = `${edge.from} → ${edge.to} stands on line ${first.line} already.`;
        findings.add('REPEATED_EDGE', 'sequence.csv', row.line, edge.from, message);
      } else if (undefinedIds.length === 0) edges.set(key, edge);
    }
  }
  return [...edges.values()];
}

function edgesOf({ line, inputId: from, goesIntoId, isTypeOfId }: EtoSequence): Edge[] {
  const edges: Edge[] = [];
  if (goesIntoId !== '') edges.push({ line, from, to: goesIntoId, as: 'input' });
  if (isTypeOfId !== '') edges.push({ line, from, to: isTypeOfId, as: 'type' });
  return edges;
}

function checkNames(row: EtoSequence, names: ReadonlyMap<string, string>, findings: Findings): void {
  const pairs = [
    [row.inputId, row.inputName],
    [row.goesIntoId, row.goesIntoName],
    [row.isTypeOfId, row.isTypeOfName],
  ];
  for (const [id, name] of pairs) {
    const known = names.get(id);
    if (name === '' || known === undefined || known === name) continue;
    const message = `${id} is ${known} in inputs.csv and ${name} here.`;
    findings.add('NAME_MISMATCH', 'sequence.csv', row.line, id, message);
  }
}

/** Requirements: of each link first what goes into it (all of it), then its types (gate not known). */
export function convertEdges(
  edges: readonly Edge[],
  names: ReadonlyMap<string, string>,
  findings: Findings,
): RequirementRow[] {
  const rows: RequirementRow[] = [];
  for (const [link, needed] of groupBy(edges, (edge) => edge.to)) {
    const types = needed.filter((edge) => edge.as === 'type');
    for (const { from } of needed.filter((edge) => edge.as === 'input')) {
      rows.push({ link, group: 'inputs', gate: 'all', needs: from });
    }
    for (const { from } of types) rows.push({ link, group: 'types', gate: 'unknown', needs: from });
    if (types.length > 0) {
      const listed = types.map(({ from }) => from).join(', ');
      const message = `${link} ${names.get(link)} has the types ${listed}.`;
      findings.add('GATE_UNKNOWN', 'sequence.csv', types[0].line, link, message);
    }
  }
  return rows;
}
