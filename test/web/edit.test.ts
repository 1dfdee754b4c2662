import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { contentOf } from '../../src/app/workbench/content.ts';
import { editPart } from '../../src/app/workbench/edit-part.ts';
import type { Edit } from '../../src/contract/api/edits.ts';
import { FILES } from '../../src/formats/programme-folder/files.ts';
import { applied } from '../../web/src/edit/apply.ts';
import { placeOfDefect } from '../../web/src/edit/defects.ts';
import { typed } from '../../web/src/edit/typed.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/critical-minerals');
const { parts } = contentOf(
  new Map(FILES.map(({ path }) => [path, readFileSync(join(EXAMPLE, path), 'utf8')])),
);
const goal = parts.goals[0]!;
const option = goal.options[0]!;
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Edit['from'];

const EDITS: readonly [name: string, edit: Edit][] = [
  ['a field', { part: 'muster', path: ['discountRate'], from: parts.muster.discountRate, to: 0.04 }],
  [
    'a field of a row',
    {
      part: 'links',
      path: [parts.links[2]!.id, 'home_need'],
      from: json(parts.links[2]!.home_need),
      to: 0.5,
    },
  ],
  [
    'deep inside',
    {
      part: 'goals',
      path: [goal.id, 'options', option.id, 'stages', option.stages[0]!.name, 'success'],
      from: json(option.stages[0]!.success),
      to: { low: 0.1, central: 0.2, high: 0.3 },
    },
  ],
  [
    'a row taken out',
    { part: 'evidence', path: [parts.evidence[3]!.id], from: json(parts.evidence[3]), to: null },
  ],
  [
    'a row added before another',
    {
      part: 'providers',
      path: ['new-one'],
      from: null,
      to: { id: 'new-one', name: 'New', type: 'company', plants: [] },
      next: parts.providers[1]!.id,
    },
  ],
];

it.each(EDITS)('changes in the browser come out as on the server: %s', (_, edit) => {
  const server = editPart(parts[edit.part], edit);
  if ('kind' in server) throw new Error(`the server refuses: ${server.kind}`);
  expect(applied(parts, [edit])[edit.part]).toEqual(server.value);
});

test('defects are found in the inputs by file, line and the way their message begins with', () => {
  const defect = { code: 'X', severity: 'error', hint: '' } as const;
  expect(
    placeOfDefect({ ...defect, file: 'chain/links.csv', line: 2, message: 'field: expected chips' }, parts),
  ).toEqual({ part: 'links', path: [parts.links[0]!.id, 'field'] });
  const [scenario] = parts.scenarios;
  expect(
    placeOfDefect(
      { ...defect, file: 'scenarios.yaml', line: 9, message: 'scenarios[0].measures[0].severity: too big' },
      parts,
    ),
  ).toEqual({ part: 'scenarios', path: [scenario!.id, 'measures', scenario!.measures[0]!.id, 'severity'] });
  expect(
    placeOfDefect({ ...defect, file: 'muster.yaml', line: 9, message: 'link "x" does not exist' }, parts),
  ).toEqual({
    part: 'muster',
    path: [],
  });
});

const FIGURE = {
  anyOf: [{ type: 'number' }, { properties: { low: {}, central: {}, high: {} } }],
};

it.each([
  ['0.2', { value: 0.2 }],
  ['1..2..3', { value: { low: 1, central: 2, high: 3, evidence: 'e' } }],
  ['3..2..1', { refusal: 'order' }],
  ['1..2', { refusal: 'figure' }],
  ['1....3', { refusal: 'figure' }],
  ['', { value: null }],
])('a figure typed as %j', (text, expected) => {
  expect(typed(FIGURE, text, false, { low: 0, central: 0, high: 0, evidence: 'e' })).toEqual(expected);
});

test('what is needed may not be empty, and limits hold', () => {
  expect(typed({ type: 'number' }, ' ', true)).toEqual({ refusal: 'needed' });
  expect(typed({ type: 'integer', minimum: 1 }, '0', true)).toEqual({ refusal: 'tooSmall' });
  expect(typed({ type: 'integer' }, '1.5', true)).toEqual({ refusal: 'whole' });
  expect(typed({ type: 'number', exclusiveMaximum: 1 }, '1', true)).toEqual({ refusal: 'tooLarge' });
});
