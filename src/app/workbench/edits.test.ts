import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Edit } from '../../contract/api/edits.ts';
import { contentOf, openFiles, type ProgrammeFiles } from './content.ts';
import { applyEdits, type EditOutcome } from './edits.ts';
import { takeExample } from './take-files.ts';

let base: ProgrammeFiles;
beforeAll(async () => {
  base = await takeExample(join(import.meta.dirname, '../../../examples'), 'critical-minerals');
});

type Applied = Extract<EditOutcome, { kind: 'applied' }>;
function applied(files: ProgrammeFiles, edits: readonly Edit[]): Applied {
  const outcome = applyEdits(files, edits);
  expect(outcome.kind, JSON.stringify(outcome).slice(0, 600)).toBe('applied');
  return outcome as Applied;
}

test('a figure changes, only its file is rewritten, and undo gives the programme back', () => {
  const { links } = openFiles(base);
  const link = links.find(({ stock_days }) => stock_days !== undefined)!;
  const edit: Edit = { part: 'links', path: [link.id, 'stock_days'], from: link.stock_days!, to: 321 };
  const { files, changed, undo } = applied(base, [edit]);
  expect(changed).toEqual(['chain/links.csv']);
  for (const [path, text] of base) if (path !== 'chain/links.csv') expect(files.get(path)).toBe(text);
  expect(openFiles(files).links.find(({ id }) => id === link.id)!.stock_days).toBe(321);
  expect(undo).toEqual([{ ...edit, from: 321, to: link.stock_days }]);
  expect(openFiles(applied(files, undo).files)).toEqual(openFiles(base));
});

test('rows are removed and come back where they stood; a new name of a row is followed', () => {
  const { evidence, funds } = openFiles(base);
  const [first] = funds;
  const spare: Edit['to'] = { ...evidence[0], id: 'spare' };
  const edits: Edit[] = [
    { part: 'evidence', path: ['spare'], from: null, to: spare, next: evidence[0].id },
    { part: 'evidence', path: ['spare', 'id'], from: 'spare', to: 'other' },
    { part: 'evidence', path: ['other', 'note'], from: evidence[0].note ?? null, to: 'new' },
    { part: 'evidence', path: ['other'], from: { ...spare, id: 'other', note: 'new' }, to: null },
    { part: 'evidence', path: ['spare'], from: null, to: spare },
    { part: 'funds', path: [first.id, 'carryOver'], from: first.carryOver, to: !first.carryOver },
  ];
  const { files, undo } = applied(base, edits);
  expect(openFiles(files).evidence.map(({ id }) => id)).toEqual([...evidence.map(({ id }) => id), 'spare']);
  expect(openFiles(applied(files, undo).files)).toEqual(openFiles(base));
  const removed = applied(files, [{ part: 'evidence', path: ['spare'], from: spare, to: null }]);
  const back = applied(removed.files, removed.undo);
  expect(openFiles(back.files)).toEqual(openFiles(files));
});

test('defaults need not be written: in what stands there, in what is put there, and in what goes', () => {
  const { muster, goals } = openFiles(base);
  const option = goals[0].options[0];
  const stage = option.stages.find(({ proves }) => !proves)!;
  const { proves: _, needs, requires, ...short } = stage;
  const path = [goals[0].id, 'options', option.id, 'stages', stage.name];
  expect(muster.products.length).toBeGreaterThan(0);
  const from: Edit['from'] = {
    ...short,
    ...(Object.keys(needs).length > 0 && { needs }),
    ...(requires.length > 0 && { requires }),
  };
  const { files, undo } = applied(base, [
    { part: 'goals', path, from, to: { ...from, costPerPeriod: 7 } as Edit['to'] },
    { part: 'goals', path: [...path, 'proves'], from: null, to: null },
  ]);
  expect(openFiles(files).goals[0].options[0].stages.find(({ name }) => name === stage.name)).toMatchObject({
    costPerPeriod: 7,
    proves: false,
  });
  expect(openFiles(applied(files, undo).files)).toEqual(openFiles(base));
});

test('every conflict is told with what stands there now, and nothing changes', () => {
  const { links, funds } = openFiles(base);
  const outcome = applyEdits(base, [
    { part: 'links', path: [links[0].id, 'name'], from: 'not so', to: 'x' },
    { part: 'links', path: [links[0].id, 'name_zh'], from: links[0].name_zh ?? null, to: 'x' },
    { part: 'links', path: ['no-such', 'name'], from: 'x', to: 'y' },
    { part: 'links', path: [links[0].id], from: null, to: { ...links[0] } },
    { part: 'funds', path: ['no-such'], from: { id: 'no-such' }, to: null },
    { part: 'funds', path: [funds[0].id, 'purpose', 'fields', '0'], from: 'chips', to: 'other' },
  ]);
  const named = { ...links[0], name_zh: 'x' };
  expect(outcome).toEqual({
    kind: 'conflicts',
    conflicts: [
      { index: 0, file: 'chain/links.csv', kind: 'changed', now: links[0].name },
      { index: 2, file: 'chain/links.csv', kind: 'place-gone', now: null },
      { index: 3, file: 'chain/links.csv', kind: 'changed', now: named },
      { index: 4, file: 'funds.yaml', kind: 'changed', now: null },
      { index: 5, file: 'funds.yaml', kind: 'place-gone', now: null },
    ],
  });
});

test('every defect is told: of values, of unknown keys, of cells, and across files', () => {
  const { links, supply, evidence } = openFiles(base);
  const outcome = applyEdits(base, [
    { part: 'links', path: [links[0].id, 'field'], from: links[0].field, to: 'cheese' },
    { part: 'links', path: [links[0].id, 'colour'], from: null, to: 'red' },
    { part: 'links', path: [links[0].id, '__proto__'], from: null, to: { polluted: true } },
    {
      part: 'supply',
      path: [`${supply[0].link}/${supply[0].provider}`, 'provider'],
      from: supply[0].provider,
      to: 'NOBODY',
    },
    { part: 'evidence', path: [evidence[0].id, 'title'], from: evidence[0].title, to: 'a\rb' },
  ]);
  expect(outcome.kind).toBe('defects');
  const { defects } = outcome as Extract<EditOutcome, { kind: 'defects' }>;
  const errors = defects
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file }) => `${code} ${file}`);
  expect(errors).toEqual([
    'BAD_VALUE chain/links.csv',
    'UNKNOWN_KEY chain/links.csv',
    'UNKNOWN_KEY chain/links.csv',
    'UNKNOWN_PROVIDER chain/supply.csv',
    'BAD_VALUE evidence.csv',
  ]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  const across = applyEdits(base, [
    {
      part: 'supply',
      path: [`${supply[0].link}/${supply[0].provider}`, 'provider'],
      from: supply[0].provider,
      to: 'NOBODY',
    },
  ]);
  const row = (across as Extract<EditOutcome, { kind: 'defects' }>).defects.find(
    ({ severity }) => severity === 'error',
  );
  expect(row).toMatchObject({ code: 'UNKNOWN_PROVIDER', file: 'chain/supply.csv', line: 2 });
});

test('rows are called as the content calls them', () => {
  const { rows, parts } = contentOf(base);
  const last = parts.judgements.length - 1;
  if (last < 0) throw new Error('the example has no judgement to try on');
  const name = rows.judgements[last];
  const { central, high } = parts.judgements[last];
  const { files } = applied(base, [{ part: 'judgements', path: [name, 'central'], from: central, to: high }]);
  expect(openFiles(files).judgements[last].central).toBe(high);
});
