import type { Commitment, OverlayStatement } from '../contract/folder/index.ts';
import { commitmentId } from './commitment-id.ts';
import type { Part } from './programme.ts';
import { statementId } from './statement-id.ts';

type Row = Readonly<Record<string, unknown>>;

/** A list of rows inside a programme, and what tells its rows apart. */
export interface RowList {
  readonly part: Part;
  /** From the top of the part; `*` stands for a row of the list above. */
  readonly path: readonly string[];
  /** What the identity is made of, for readers. */
  readonly madeOf: string;
  readonly of: (row: Row) => string;
}

function byFields(part: Part, path: readonly string[], ...fields: readonly string[]): RowList {
  const of = (row: Row): string => fields.map((field) => String(row[field] ?? '')).join('/');
  return { part, path, madeOf: fields.map((field) => `\`${field}\``).join('/'), of };
}

const OPTION = ['*', 'options', '*'];

/** Every list of rows of a programme. Any other list, such as tags, is one value. */
export const ROW_LISTS: readonly RowList[] = [
  byFields('muster', ['products'], 'link'),
  byFields('muster', ['products', '*', 'ladder'], 'level'),
  byFields('links', [], 'id'),
  byFields('requirements', [], 'link', 'group', 'needs'),
  byFields('supply', [], 'link', 'provider'),
  byFields('providers', [], 'id'),
  {
    part: 'overlay',
    path: ['statements'],
    madeOf: '`what`/`link` and what else it names (`group`, `needs`, `figure` or `provider`)',
    of: (row) => statementId(row as OverlayStatement),
  },
  byFields('scenarios', [], 'id'),
  byFields('scenarios', ['*', 'measures'], 'id'),
  byFields('scenarios', ['*', 'capacityChanges'], 'link', 'provider', 'date'),
  byFields('scenarios', ['*', 'reopens'], 'provider', 'from'),
  byFields('scenarios', ['*', 'exportLoss'], 'link'),
  byFields('goals', [], 'id'),
  byFields('goals', ['*', 'options'], 'id'),
  byFields('goals', [...OPTION, 'stages'], 'name'),
  byFields('goals', [...OPTION, 'modes'], 'mode'),
  byFields('goals', [...OPTION, 'teams'], 'actor'),
  byFields('goals', [...OPTION, 'teams', '*', 'support'], 'gate', 'kind'),
  byFields('goals', [...OPTION, 'accelerate'], 'time'),
  {
    part: 'commitments',
    path: [],
    madeOf: '`lock-in`, `lock-out`, `lead` or `deadline`, a colon, and the project or goal',
    of: (row) => commitmentId(row as unknown as Commitment),
  },
  byFields('capacity', [], 'id'),
  byFields('instruments', [], 'id'),
  byFields('funds', [], 'id'),
  byFields('actors', [], 'id'),
  byFields('resources', [], 'id', 'from_period'),
  byFields('evidence', [], 'id'),
  byFields('judgements', [], 'figure', 'expert', 'date'),
];

/** The list of rows at a place (`*` for a row), null where there is none. */
export function rowListAt(part: Part, path: readonly string[]): RowList | null {
  const at = path.join('\n');
  return ROW_LISTS.find((list) => list.part === part && list.path.join('\n') === at) ?? null;
}

/** Identity of a row without regard to others; what cannot be a row has none of its own. */
function baseOf(list: RowList, row: unknown): string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return '';
  try {
    return list.of(row as Row);
  } catch {
    return '';
  }
}

/** Identity of each row, in order: the second row of the same identity is called `…#2`. */
export function identities(list: RowList, rows: readonly unknown[]): string[] {
  const taken = new Map<string, number>();
  return rows.map((row) => {
    const base = baseOf(list, row);
    const nth = (taken.get(base) ?? 0) + 1;
    taken.set(base, nth);
    return nth === 1 ? base : `${base}#${nth}`;
  });
}
