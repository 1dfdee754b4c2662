import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderSchemas } from '../src/formats/programme-folder/json-schema.ts';
import { cataloguePage } from '../src/programme/catalogue-page.ts';

const ROOT = join(import.meta.dirname, '..');

test('the committed JSON Schemas are those of the code (else: npm run schemas)', () => {
  const schemas = folderSchemas();
  expect(readdirSync(join(ROOT, 'schemas')).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, text] of schemas) expect(readFileSync(join(ROOT, 'schemas', name), 'utf8')).toBe(text);
});

test('the page of defects is that of the catalogue (else: npm run schemas)', () => {
  expect(readFileSync(join(ROOT, 'docs/reference/defects.md'), 'utf8')).toBe(cataloguePage());
});
