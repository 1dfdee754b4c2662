import type { Scenario } from '../contract/folder/index.ts';
import { groupBy } from '../kernel/collections.ts';
import { commitmentId } from './commitment-id.ts';
import { type FieldValue, fieldsOf } from './differences-fields.ts';
import type { Programme } from './programme.ts';
import { statementId, statementLink } from './statement-id.ts';

/** Sorts of things that a programme is made of, in the order in which they are told. */
export const ITEM_SORTS = [
  'programme',
  'product',
  'link',
  'requirement',
  'supply',
  'provider',
  'overlay',
  'scenario',
  'measure',
  'capacity-change',
  'capacity-offer',
  'export-loss',
  'goal',
  'option',
  'commitment',
  'instrument',
  'fund',
  'actor',
  'resource',
  'judgement',
  'evidence',
] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

/** One thing of a programme under an id that does not depend on where it stands in its file. */
export interface Item {
  readonly sort: ItemSort;
  /** Unique within its sort; what lies within another has the id of that in front: `LINK/GROUP`, `SCENARIO/MEASURE`. */
  readonly id: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly fields: ReadonlyMap<string, FieldValue>;
  /** The link that it is about, where it is about one. */
  readonly link: string | null;
}

/** Fields that only repeat the id. */
const REPEATED: Partial<Record<ItemSort, readonly string[]>> = {
  product: ['link'],
  supply: ['link', 'provider'],
  'capacity-change': ['link', 'provider', 'date'],
  'export-loss': ['link'],
};

function item(sort: ItemSort, id: string, thing: object, link: string | null = null): Item {
  const { name = null, name_zh: nameZh = null } = thing as { name?: string; name_zh?: string };
  const fields = fieldsOf(thing);
  for (const repeated of ['id', ...(REPEATED[sort] ?? [])]) fields.delete(repeated);
  return { sort, id, name, nameZh, fields, link };
}

/** Everything that a programme is made of. */
export function itemsOf(programme: Programme): Item[] {
  const { schema: _, products, ...muster } = programme.muster;
  const items = [
    item('programme', 'programme', muster),
    ...products.map((product) => item('product', product.link, product, product.link)),
    ...programme.links.map((row) => item('link', row.id, row, row.id)),
    ...requirementItems(programme),
    ...programme.supply.map((row) => item('supply', `${row.link}/${row.provider}`, row, row.link)),
    ...programme.providers.map((row) => item('provider', row.id, row)),
    ...overlayItems(programme),
    ...programme.scenarios.flatMap(scenarioItems),
    ...programme.goals.flatMap(({ options, ...goal }) => [
      item('goal', goal.id, goal, goal.link),
      ...options.map((option) => item('option', option.id, { goal: goal.id, ...option }, goal.link)),
    ]),
    ...programme.commitments.map((one) => item('commitment', commitmentId(one), one)),
    ...programme.capacity.map((one) => item('capacity-offer', one.id, one)),
    ...programme.instruments.map((row) => item('instrument', row.id, row)),
    ...programme.funds.map((row) => item('fund', row.id, row)),
    ...programme.actors.map((row) => item('actor', row.id, row)),
    ...programme.resources.map((row) => item('resource', `${row.id}/${row.from_period}`, row)),
    ...programme.judgements.map(({ figure, expert, ...row }) =>
      item('judgement', `${figure}/${expert}`, row, judgedLink(figure)),
    ),
    ...programme.evidence.map((row) => item('evidence', row.id, row)),
  ];
  return withOwnIds(items);
}

/** A group of requirements is one thing: its gate, and the links it names. */
function* requirementItems({ requirements }: Programme): Generator<Item> {
  const byGroup = groupBy(requirements, ({ link, group }) => `${link}/${group}`);
  for (const [id, rows] of byGroup) {
    const { link, parent_group, gate, k } = rows[0];
    const needs = rows.flatMap((row) => row.needs ?? []);
    yield item('requirement', id, { parent_group, gate, k, needs }, link);
  }
}

function* overlayItems({ overlay }: Programme): Generator<Item> {
  if (overlay.depth !== undefined) yield item('overlay', 'depth', { depth: overlay.depth });
  for (const statement of overlay.statements) {
    yield item('overlay', statementId(statement), statement, statementLink(statement));
  }
}

function scenarioItems({ measures, capacityChanges, exportLoss, ...scenario }: Scenario): Item[] {
  const { id } = scenario;
  return [
    item('scenario', id, scenario),
    ...measures.map((measure) => item('measure', `${id}/${measure.id}`, measure)),
    ...capacityChanges.map((change) =>
      item('capacity-change', `${id}/${change.link}/${change.provider}/${change.date}`, change, change.link),
    ),
    ...exportLoss.map((loss) => item('export-loss', `${id}/${loss.link}`, loss, loss.link)),
  ];
}

/** The link of a figure such as `links/LINK/stock_days`. */
function judgedLink(figure: string): string | null {
  const [part, link] = figure.split('/');
  return part === 'links' && link !== undefined ? link : null;
}

/** Things of one sort and id, such as two statements on one figure, are told apart by their order. */
function withOwnIds(items: readonly Item[]): Item[] {
  const taken = new Map<string, number>();
  return items.map((one) => {
    const key = `${one.sort} ${one.id}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return before === 0 ? one : { ...one, id: `${one.id}#${before + 1}` };
  });
}
