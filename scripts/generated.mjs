// Writes what is generated from the code and committed: the JSON Schemas of the programme folder and the page of
// its defects. Run after a build: npm run schemas.
import { mkdirSync, writeFileSync } from 'node:fs';
import { folderSchemas } from '../dist/formats/programme-folder/json-schema.js';
import { cataloguePage } from '../dist/programme/catalogue-page.js';

const root = new URL('../', import.meta.url);
for (const folder of ['schemas', 'docs/reference']) mkdirSync(new URL(folder, root), { recursive: true });
for (const [name, text] of folderSchemas()) writeFileSync(new URL(`schemas/${name}`, root), text);
writeFileSync(new URL('docs/reference/defects.md', root), cataloguePage());
