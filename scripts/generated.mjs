// Writes what is generated from the code and committed: the JSON Schemas of the programme folder and the pages of
// reference on its files, its defects and the JSON of the commands. Run after a build: npm run schemas.
import { mkdirSync, writeFileSync } from 'node:fs';
import { outputPage } from '../dist/contract/output-page.js';
import { openPsaDefectsPage } from '../dist/formats/open-psa/defects-page.js';
import { folderPage } from '../dist/formats/programme-folder/folder-page.js';
import { folderSchemas } from '../dist/formats/programme-folder/json-schema.js';
import { cataloguePage } from '../dist/programme/catalogue-page.js';
import { rowIdentityPage } from '../dist/programme/row-identity-page.js';

const root = new URL('../', import.meta.url);
for (const folder of ['schemas', 'docs/reference']) mkdirSync(new URL(folder, root), { recursive: true });
for (const [name, text] of folderSchemas()) writeFileSync(new URL(`schemas/${name}`, root), text);
const pages = {
  defects: cataloguePage(),
  'fault-tree-defects': openPsaDefectsPage(),
  folder: folderPage(),
  'json-output': outputPage(),
  'row-identities': rowIdentityPage(),
};
for (const [name, text] of Object.entries(pages))
  writeFileSync(new URL(`docs/reference/${name}.md`, root), text);
