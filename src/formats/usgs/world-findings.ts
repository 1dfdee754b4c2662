import type { FigureColumn } from './columns.ts';
import type { Findings } from './findings.ts';
import type { Salient } from './salient.ts';
import { chosenColumn, rangeOf, worldQuantity } from './shares.ts';
import type { World, WorldRow } from './world.ts';

/** What a world table says beside the shares: years not used, capacity, how far the table reaches. */
export function inspectWorld(world: World, chosen: FigureColumn | null, findings: Findings): void {
  const { file, type, columns } = world;
  const say = (code: Parameters<Findings['add']>[0], message: string): void =>
    findings.add(code, file.name, null, file.key, message);
  if (/\bmine\b/i.test(type)) say('MINE_PRODUCTION_ONLY', `It counts '${type}'.`);
  if (/\bprimary\b/i.test(type) && !/\bsecondary\b/i.test(type)) {
    say('PRIMARY_PRODUCTION_ONLY', `It counts '${type}'.`);
  }
  if (chosen === null)
    say('NO_PRODUCTION', `Columns of figures: ${columns.map(({ name }) => name).join(', ')}.`);
  for (const column of columns) {
    if (column.unit === null) findings.add('UNIT_MISSING', file.name, 1, column.name, `${column.name}.`);
    if (column.estimated) findings.add('ESTIMATED', file.name, 1, column.name, `All of ${column.name}.`);
    if (column === chosen) continue;
    worldQuantity(world, column, findings);
    if (column.of === 'production') {
      say('EARLIER_YEAR', `${column.name}; shares follow ${chosen?.name}.`);
      for (const row of world.rows) sayJump(world, row, column, chosen, findings);
    } else for (const row of world.rows) sayCapacity(world, row, column, chosen, findings);
  }
}

function amountOf(row: WorldRow, column: FigureColumn | null): number | null {
  return column && (rangeOf(row.figures.get(column.name))?.central ?? null);
}

function sayJump(
  { file }: World,
  row: WorldRow,
  earlier: FigureColumn,
  chosen: FigureColumn | null,
  findings: Findings,
): void {
  const [before, after] = [amountOf(row, earlier), amountOf(row, chosen)];
  if (!before || !after || Math.max(before / after, after / before) <= 2) return;
  const message = `${row.producer.name}: ${before} in ${earlier.name}, ${after} in ${chosen!.name}.`;
  findings.add('YEAR_JUMP', file.name, row.line, row.producer.id, message);
}

function sayCapacity(
  { file }: World,
  row: WorldRow,
  capacity: FigureColumn,
  chosen: FigureColumn | null,
  findings: Findings,
): void {
  const [most, made] = [amountOf(row, capacity), amountOf(row, chosen)];
  if (!most) return;
  const used = made === null ? 'production is not known' : `${made} were produced`;
  const message = `${row.producer.name}: ${most} in ${capacity.name}, ${used}.`;
  findings.add('CAPACITY', file.name, row.line, row.producer.id, message);
}

/** World tables whose quantities cannot be compared. */
export function sayUnits(worlds: readonly World[], findings: Findings): void {
  const units = worlds.map((world) => `${world.file.key} ${chosenColumn(world)?.unit ?? 'none'}`);
  if (new Set(units.map((text) => text.split(' ')[1])).size < 2) return;
  findings.add('UNITS_DIFFER', worlds[0].file.name, null, '', `${units.join(', ')}.`);
}

/** Salient tables that nothing can be taken from. */
export function saySalients(
  worlds: readonly World[],
  salients: ReadonlyMap<string, Salient>,
  home: readonly string[],
  findings: Findings,
): void {
  for (const [key, { file }] of salients) {
    if (!home.includes('USA')) {
      findings.add('SALIENT_OF_USA', file.name, null, key, `Home is ${home.join(', ')}.`);
    }
    if (!worlds.some((world) => world.file.key === key)) {
      findings.add('SALIENT_ALONE', file.name, null, key, 'No table of production by country.');
    }
  }
}
