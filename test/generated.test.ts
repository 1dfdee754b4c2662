import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputPage } from '../src/contract/output-page.ts';
import { openPsaDefectsPage } from '../src/formats/open-psa/defects-page.ts';
import { folderPage } from '../src/formats/programme-folder/folder-page.ts';
import { folderSchemas } from '../src/formats/programme-folder/json-schema.ts';
import { cataloguePage } from '../src/programme/catalogue-page.ts';
import { rowIdentityPage } from '../src/programme/row-identity-page.ts';

const ROOT = join(import.meta.dirname, '..');

test('the committed JSON Schemas are those of the code (else: npm run schemas)', () => {
  const schemas = folderSchemas();
  expect(readdirSync(join(ROOT, 'schemas')).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, text] of schemas) expect(readFileSync(join(ROOT, 'schemas', name), 'utf8')).toBe(text);
});

test.each([
  ['defects', cataloguePage],
  ['fault-tree-defects', openPsaDefectsPage],
  ['folder', folderPage],
  ['json-output', outputPage],
  ['row-identities', rowIdentityPage],
])('the page of reference on %s is that of the code (else: npm run schemas)', (name, page) => {
  expect(readFileSync(join(ROOT, `docs/reference/${name}.md`), 'utf8')).toBe(page());
});
