import type { CheckReport } from '../../../src/contract/check.ts';
import type { Part } from '../../../src/programme/programme.ts';
import { identitiesAt, type Json, type Parts } from './apply.ts';
import type { Place } from './place.ts';

type Defect = CheckReport['defects'][number];

const TABLES: Readonly<Record<string, Part>> = {
  'chain/links.csv': 'links',
  'chain/requirements.csv': 'requirements',
  'chain/supply.csv': 'supply',
  'chain/providers.csv': 'providers',
  'actors.csv': 'actors',
  'resources.csv': 'resources',
  'evidence.csv': 'evidence',
  'judgements.csv': 'judgements',
};

const MAPPINGS: Readonly<Record<string, Part>> = {
  'muster.yaml': 'muster',
  'overlay.yaml': 'overlay',
  'scenarios.yaml': 'scenarios',
  'options.yaml': 'goals',
  'instruments.yaml': 'instruments',
  'funds.yaml': 'funds',
};

/** Keys of a file that are parts of their own. */
const LISTS = new Set<string>(['scenarios', 'goals', 'commitments', 'capacity', 'instruments', 'funds']);

/**
 * Where in the inputs a defect lies, as far as its file, line and the way its message begins with tell. A table has one row
 * a line below its head; messages on other files begin with the way, such as `scenarios[0].measures[2].severity:`.
 */
export function placeOfDefect({ file, line, message }: Defect, parts: Parts): Place | null {
  const [head] = message.split(/[:\s]/, 1);
  const table = TABLES[file];
  if (table) {
    const names = identitiesAt(table, [], parts[table] as unknown as Json) ?? [];
    const row = line === null ? undefined : names[line - 2];
    if (row === undefined) return { part: table, path: [] };
    return { part: table, path: /^\w+$/.test(head) ? [row, head] : [row] };
  }
  const part = MAPPINGS[file];
  if (!part) return null;
  const way = /^[\w.[\]]+:/.test(message) ? head.split(/[.[\]]+/).filter(Boolean) : [];
  const own = LISTS.has(way[0]) ? (way[0] as Part) : part;
  return { part: own, path: named(own, LISTS.has(way[0]) ? way.slice(1) : way, parts) };
}

/** A way with the identities of rows in place of their numbers, as far as it leads. */
function named(part: Part, way: readonly string[], parts: Parts): string[] {
  const path: string[] = [];
  let value = parts[part] as unknown as Json | undefined;
  for (const key of way) {
    const names = identitiesAt(part, path, value);
    const next = names ? names[Number(key)] : key;
    if (next === undefined || value === undefined || value === null) return path;
    value = (value as Readonly<Record<string, Json>>)[key];
    path.push(next);
  }
  return path;
}
