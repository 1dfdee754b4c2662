import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { VALID_FOLDER, withPatched } from '../../../test/support/folders.ts';
import { Content } from '../../contract/api/content.ts';
import { FILES } from '../../formats/programme-folder/files.ts';
import { ROW_LISTS } from '../../programme/row-identity.ts';
import { checkFolder } from '../check-folder.ts';
import { checkFiles, contentOf } from './content.ts';
import { listExamples, takeExample, takeFiles, takeFolder } from './take-files.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');

test('files in memory have the defects that the folder has', async () => {
  const patches = [
    { file: 'chain/links.csv', replace: '', by: 'id,name\nx,y\n' },
    { file: 'muster.yaml', replace: 'schema: muster/programme@1', by: 'schema: other' },
  ];
  await withPatched(patches, async (folder) => {
    const { files } = await takeFolder(folder);
    const inFolder = await checkFolder(folder);
    expect(inFolder.defects.length).toBeGreaterThan(1);
    expect(checkFiles(files)).toEqual(inFolder);
  });
});

test('files are kept exactly as they came', async () => {
  const bytes = await readFile(join(VALID_FOLDER, 'muster.yaml'));
  const odd = Buffer.concat([Buffer.from('\ufeff'), Buffer.from(bytes.toString().replaceAll('\n', '\r\n'))]);
  const { files: valid } = await takeFolder(VALID_FOLDER);
  const taken = takeFiles(new Map<string, string | Uint8Array>([...valid, ['muster.yaml', odd]]));
  expect(taken.programme).not.toBeNull();
  expect(Buffer.from(taken.files.get('muster.yaml')!)).toEqual(odd);
});

test('a misspelt file, half a character and what is no text are refused; a README is left out', async () => {
  const { files } = await takeFolder(VALID_FOLDER);
  const codes = (given: readonly (readonly [string, string | Uint8Array])[]): string[] => {
    const taken = takeFiles(new Map<string, string | Uint8Array>([...files, ...given]));
    const said = taken.defects.map(({ code, file, severity }) => `${code} ${file} ${severity}`);
    expect(taken.programme === null).toBe(said.length > 0);
    return said;
  };
  expect(codes([['README.md', 'x']])).toEqual([]);
  expect(codes([['chain/link.csv', 'x']])).toEqual(['UNKNOWN_FILE chain/link.csv error']);
  expect(codes([['actors.csv', 'id\ud800']])).toEqual(['NOT_UTF8 actors.csv error']);
  expect(codes([['actors.csv', new Uint8Array([0xff])]])).toEqual(['NOT_UTF8 actors.csv error']);
});

test('examples are listed and taken, and nothing else can be named', async () => {
  const ids = (await listExamples(EXAMPLES)).map(({ id }) => id);
  expect(ids).toEqual(['advanced-chips', 'critical-minerals']);
  expect(checkFiles(await takeExample(EXAMPLES, ids[1])).programme).not.toBeNull();
  await expect(takeExample(EXAMPLES, '../test/fixtures/folders/valid')).rejects.toThrow('no example');
  expect(await listExamples(join(EXAMPLES, 'none'))).toEqual([]);
});

describe('content', () => {
  test('has every part, and the schema takes it', async () => {
    for (const { id } of await listExamples(EXAMPLES)) {
      const content = contentOf(await takeExample(EXAMPLES, id));
      expect(Content.parse(JSON.parse(JSON.stringify(content)))).toEqual(JSON.parse(JSON.stringify(content)));
    }
  });

  test('names the rows of every list', async () => {
    const { rows, parts } = contentOf(await takeExample(EXAMPLES, 'advanced-chips'));
    expect(rows.links).toEqual(parts.links.map(({ id }) => id));
    expect(rows['muster.products']).toEqual(parts.muster.products.map(({ link }) => link));
    expect(rows['goals.0.options.0.stages']).toEqual(
      parts.goals[0].options[0].stages.map(({ name }) => name),
    );
    for (const list of Object.values(rows)) expect(new Set(list).size).toBe(list.length);
  });
});

test('every list of mappings that a file can hold has an identity for its rows, and no other list has', () => {
  const found = FILES.flatMap((file) => {
    if (file.format === 'csv') return [`${file.part}: `];
    const parts = [{ part: file.part, key: file.key }, ...(file.beside ?? [])];
    return parts.flatMap(({ part, key }) =>
      key === undefined ? lists(file.schema, part, []) : lists(file.schema.shape[key], part, []),
    );
  });
  expect(found.sort()).toEqual(ROW_LISTS.map(({ part, path }) => `${part}: ${path.join('.')}`).sort());
});

/** Places of the lists of mappings below a schema. */
function lists(schema: z.core.$ZodType, part: string, path: readonly string[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy) {
    return lists(schema.unwrap(), part, path);
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, inner]) => lists(inner, part, [...path, key]));
  }
  if (!(schema instanceof z.ZodArray)) return [];
  const row = schema.element;
  const mapping =
    row instanceof z.ZodObject ||
    (row instanceof z.ZodUnion &&
      row.options.every((option) => option instanceof z.ZodObject || option instanceof z.ZodUnion));
  return mapping ? [`${part}: ${path.join('.')}`, ...lists(row, part, [...path, '*'])] : [];
}
