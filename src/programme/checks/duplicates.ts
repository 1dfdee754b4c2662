import { type Defect, defect } from '../defects.ts';
import type { Part, Programme } from '../programme.ts';
import { measuresOf, optionsOf, type Placed, placed } from './walk.ts';

/** Parts whose rows or entries each have an id of their own, and what one is called. */
const WITH_ID = {
  providers: 'provider',
  scenarios: 'scenario',
  goals: 'goal',
  capacity: 'offer of capacity',
  instruments: 'instrument',
  funds: 'fund',
  actors: 'actor',
  evidence: 'piece of evidence',
} as const satisfies Partial<Record<Part, string>>;
export type PartWithId = keyof typeof WITH_ID;
export const PARTS_WITH_ID = Object.keys(WITH_ID) as PartWithId[];

/** Ids are unique within their part. */
export function checkIds(part: PartWithId) {
  return (p: Pick<Programme, PartWithId>): Generator<Defect> =>
    repeated('DUPLICATE_ID', part, placed<{ id: string }>(p[part]), (row) => row.id, WITH_ID[part]);
}

/** Links of the data and of the overlay have ids of their own. */
export function* checkLinkIds(p: Pick<Programme, 'links' | 'overlay'>): Generator<Defect> {
  yield* repeated('DUPLICATE_ID', 'links', placed(p.links), (row) => row.id, 'link');
  const seen = new Set(p.links.map((row) => row.id));
  for (const { value, path } of placed(p.overlay.statements, ['statements'])) {
    if (value.what !== 'add-link') continue;
    const { id } = value.value;
    if (seen.has(id)) yield defect('DUPLICATE_ID', 'overlay', [...path, 'value', 'id'], taken(id, 'link'));
    seen.add(id);
  }
}

/** Products, options (over all goals), the teams and lead modes of one option, and measures of one scenario. */
export function* checkProductIds({ muster }: Pick<Programme, 'muster'>): Generator<Defect> {
  const products = placed(muster.products, ['products']);
  yield* repeated('DUPLICATE_ID', 'muster', products, (product) => product.link, 'product');
}

export function* checkOptionIds({ goals }: Pick<Programme, 'goals'>): Generator<Defect> {
  yield* repeated('DUPLICATE_ID', 'goals', optionsOf(goals), (option) => option.id, 'option');
  for (const { value, path } of optionsOf(goals)) {
    const teams = placed(value.teams, [...path, 'teams']);
    yield* repeated('DUPLICATE_ID', 'goals', teams, (team) => team.actor, 'team of this option');
    const modes = placed(value.modes, [...path, 'modes']);
    yield* repeated('DUPLICATE_ID', 'goals', modes, (mode) => mode.mode, 'lead mode of this option');
  }
}

export function* checkMeasureIds({ scenarios }: Pick<Programme, 'scenarios'>): Generator<Defect> {
  yield* repeated('DUPLICATE_ID', 'scenarios', measuresOf(scenarios), (measure) => measure.id, 'measure');
}

/** One row says each thing. */
export function* checkRequirementRows({ requirements }: Pick<Programme, 'requirements'>): Generator<Defect> {
  const members = [...placed(requirements)].filter(({ value }) => value.needs !== undefined);
  const key = (row: (typeof requirements)[number]) => `${row.link} ${row.group} ${row.needs}`;
  yield* repeated('DUPLICATE_ROW', 'requirements', members, key, 'requirement (link, group, needs)');
}

export function* checkSupplyRows({ supply }: Pick<Programme, 'supply'>): Generator<Defect> {
  const key = (row: (typeof supply)[number]) => `${row.link} ${row.provider}`;
  yield* repeated('DUPLICATE_ROW', 'supply', placed(supply), key, 'supply (link, provider)');
}

export function* checkResourceRows({ resources }: Pick<Programme, 'resources'>): Generator<Defect> {
  const key = (row: (typeof resources)[number]) => `${row.id} ${row.from_period}`;
  yield* repeated('DUPLICATE_ROW', 'resources', placed(resources), key, 'amount (id, from_period)');
}

export function* checkJudgementRows({ judgements }: Pick<Programme, 'judgements'>): Generator<Defect> {
  const key = (row: (typeof judgements)[number]) => `${row.figure} ${row.expert} ${row.date}`;
  yield* repeated('DUPLICATE_ROW', 'judgements', placed(judgements), key, 'judgement (figure, expert, date)');
}

function* repeated<T>(
  code: 'DUPLICATE_ID' | 'DUPLICATE_ROW',
  part: Part,
  items: Iterable<Placed<T>>,
  keyOf: (item: T) => string,
  noun: string,
): Generator<Defect> {
  const seen = new Set<string>();
  for (const { value, path } of items) {
    const key = keyOf(value);
    if (seen.has(key)) yield defect(code, part, path, taken(key, noun));
    seen.add(key);
  }
}

function taken(key: string, noun: string): string {
  return `"${key}" is already an earlier ${noun}`;
}
