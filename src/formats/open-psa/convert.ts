import type { EvidenceRow, LinkRow, ProviderRow, Scenario, SupplyRow } from '../../contract/folder/index.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Programme } from '../../programme/programme.ts';
import type { FaultTree, TreeFormula } from '../../structure/fault-tree.ts';
import type { Conversion } from '../imported-folder/conversion.ts';
import { FindingLog } from '../imported-folder/findings.ts';
import { frame } from '../imported-folder/frame.ts';
import { emptyProgramme } from '../imported-folder/minimal.ts';
import { shown } from './defects.ts';
import { Ids } from './ids.ts';
import { OPEN_PSA_FINDINGS } from './import-findings.ts';
import { Requirements } from './requirements.ts';
import { workingOf } from './working.ts';

const EVIDENCE = 'fault-tree';

/**
 * A fault tree as a chain: each basic event is a link with one supplier, each gate a grouping that needs what the gate
 * names, under the dual gate; the top is the product. `file`: what reports call the source.
 */
export function convertFaultTree(tree: FaultTree, file: string, home: readonly string[]): Conversion {
  refuseNegation(tree);
  const working = workingOf(tree);
  const findings = new FindingLog(OPEN_PSA_FINDINGS);
  const found = (code: keyof typeof OPEN_PSA_FINDINGS, subject: string, message: string): void =>
    findings.add(code, file, null, subject, message);
  const top = working[tree.top];
  if (typeof top === 'boolean') {
    throw new MusterError(
      'FAULT_TREE_CONSTANT',
      `The top event of ${shown(tree.name)} ${top ? 'never' : 'always'} happens, whatever fails.`,
      { hint: 'Check its house events and constants.' },
    );
  }

  const ids = new Ids([...tree.gates, ...tree.events].map(({ name }) => name));
  const requirements = new Requirements(tree, working, ids);
  const { gates, events } = requirements;
  tree.gates.forEach(({ name }, gate) => {
    const constant = working[gate];
    if (typeof constant === 'boolean') {
      found('CONSTANT', name, `${shown(name)} ${constant ? 'never' : 'always'} happens.`);
    } else if (!gates.has(gate)) found('NOT_NEEDED', name, `The gate ${shown(name)} makes no difference.`);
  });
  tree.events.forEach(({ name }, event) => {
    if (!events.has(event)) found('NOT_NEEDED', name, `The basic event ${shown(name)} makes no difference.`);
  });
  for (const { id, name } of [...gates.values(), ...events.values()]) {
    if (id !== name) found('RENAMED', name, `${shown(name)} has the id ${id}.`);
  }
  for (const { id, of } of requirements.aliases)
    found('LISTED_TWICE', of, `${id} stands for ${of} once more.`);
  const stated = tree.events.filter(({ probability }) => probability !== null).length;
  const told = (code: 'PROBABILITY' | 'NO_PROBABILITY', count: number): void => {
    if (count > 0) found(code, '', `${count} of ${tree.events.length} basic events.`);
  };
  told('PROBABILITY', stated);
  told('NO_PROBABILITY', tree.events.length - stated);

  const links = [
    ...[...gates].map(([gate, { id, name }]) =>
      gate === tree.top ? productLink(id, name) : grouping(id, name),
    ),
    ...requirements.aliases.map(({ id }) => grouping(id, id)),
    ...[...events.values()].map(({ id, name }) => suppliedLink(id, name)),
  ];
  const suppliers = [...events.values()];
  const programme: Programme = {
    ...emptyProgramme(
      frame(
        tree.name.slice(0, 200),
        `Imported by muster import open-psa from ${file}. What was found and assumed: reports/import-open-psa.md.`,
        links,
        home,
      ),
    ),
    links,
    requirements: requirements.rows,
    providers: suppliers.map(({ id, name }): ProviderRow => ({ id, name, type: 'company', plants: [] })),
    supply: suppliers.map(({ id }): SupplyRow => ({ link: id, provider: id, share: 1, evidence: EVIDENCE })),
    scenarios: [everySupplierLost(suppliers.map(({ id }) => id))],
    evidence: [evidenceOf(file)],
  };
  const counts = {
    events: tree.events.length,
    gates: tree.gates.length,
    links: links.length,
    requirements: programme.requirements.length,
    providers: suppliers.length,
    supplyRows: suppliers.length,
  };
  return { programme, findings: findings.all(), counts };
}

/** A chain has no gate that works because something fails. */
function refuseNegation({ gates }: FaultTree): void {
  const negates = (formula: TreeFormula): boolean =>
    formula.kind === 'not' || formula.kind === 'xor' || ('parts' in formula && formula.parts.some(negates));
  const names = gates.filter(({ formula }) => negates(formula)).map(({ name }) => shown(name));
  if (names.length === 0) return;
  const listed = names.length > 10 ? [...names.slice(0, 10), `${names.length - 10} more`] : names;
  throw new MusterError(
    'FAULT_TREE_NEGATION',
    `Gates that hold not, xor, or what stands for them: ${listed.join(', ')}.`,
    { hint: 'In a chain nothing works because something else fails; rewrite the tree without them.' },
  );
}

function grouping(id: string, name: string): LinkRow {
  return { id, name, field: 'other', kind: 'category', tags: [], evidence: [] };
}

function productLink(id: string, name: string): LinkRow {
  return { ...grouping(id, name), kind: 'product', home_need: 1, home_capacity: 1, evidence: [EVIDENCE] };
}

function suppliedLink(id: string, name: string): LinkRow {
  const figures = { home_need: 1, home_capacity: 0, obtainable: 1 };
  return { ...grouping(id, name), kind: 'component', ...figures, evidence: [EVIDENCE] };
}

function evidenceOf(file: string): EvidenceRow {
  return {
    id: EVIDENCE,
    mark: 'judgement',
    title: `Fault tree ${file}`,
    year: 2025,
    note: 'A basic event is read as the loss of the one supplier of its link; the year is that of the frame.',
  };
}

function everySupplierLost(providers: string[]): Scenario {
  return {
    id: 'all-events',
    name: 'Hypothetical: every basic event happens',
    description: 'An example to start from, not a forecast.',
    weight: 1,
    asOf: '2025-12-31',
    reading: 'home',
    hypothetical: true,
    measures: [
      {
        id: 'lose-all',
        who: { providers },
        links: { all: true },
        covers: ['goods', 'technology', 'service', 'people'],
        licence: { policy: 'deny' },
        severity: 1,
        actsOn: 'headquarters',
        status: 'hypothetical',
      },
    ],
    capacityChanges: [],
    reopens: [],
    exportLoss: [],
    includes: [],
  };
}
