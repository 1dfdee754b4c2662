import type { FaultTree, TreeFormula } from '../../structure/fault-tree.ts';

/** What is said about gates and events beside their names, by name. */
export type Labels = ReadonlyMap<string, string>;

/**
 * A fault tree as text in the Open-PSA Model Exchange Format; reading it gives the same tree, without what does not lie
 * below the top. Names hold no control characters.
 */
export function writeFaultTree({ name, events, gates, top }: FaultTree, labels: Labels = new Map()): string {
  const nameOf = (formula: TreeFormula & { kind: 'event' | 'gate' }): string =>
    formula.kind === 'event'
      ? `<basic-event name="${escaped(events[formula.event].name)}"/>`
      : `<gate name="${escaped(gates[formula.gate].name)}"/>`;
  const label = (of: string): string[] => {
    const text = labels.get(of);
    return text === undefined ? [] : [`      <label>${escaped(text)}</label>`];
  };
  // The top first, as readers expect it.
  const inOrder = [gates[top], ...gates.filter((_, place) => place !== top)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opsa-mef>',
    `  <define-fault-tree name="${escaped(name)}">`,
    ...inOrder.flatMap((gate) => [
      `    <define-gate name="${escaped(gate.name)}">`,
      ...label(gate.name),
      ...lines(gate.formula, '      ', nameOf),
      '    </define-gate>',
    ]),
    '  </define-fault-tree>',
    '  <model-data>',
    ...events.flatMap((event) => [
      `    <define-basic-event name="${escaped(event.name)}">`,
      ...label(event.name),
      ...(event.probability === null ? [] : [`      <float value="${event.probability}"/>`]),
      '    </define-basic-event>',
    ]),
    '  </model-data>',
    '</opsa-mef>',
    '',
  ].join('\n');
}

function lines(
  formula: TreeFormula,
  indent: string,
  nameOf: (formula: TreeFormula & { kind: 'event' | 'gate' }) => string,
): string[] {
  if (formula.kind === 'event' || formula.kind === 'gate') return [indent + nameOf(formula)];
  if (formula.kind === 'constant') return [`${indent}<constant value="${formula.value}"/>`];
  const parts = formula.kind === 'not' ? [formula.part] : formula.parts;
  const element = formula.kind === 'at-least' ? 'atleast' : formula.kind;
  const min = formula.kind === 'at-least' ? ` min="${formula.k}"` : '';
  return [
    `${indent}<${element}${min}>`,
    ...parts.flatMap((part) => lines(part, `${indent}  `, nameOf)),
    `${indent}</${element}>`,
  ];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text inside an element or an attribute; breaks survive as references. */
function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (c) => ESCAPES[c]);
}
