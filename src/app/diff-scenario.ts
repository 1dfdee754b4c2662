import { RepairStructure } from '../chain/repair.ts';
import type { AssessedProduct, Chokepoint } from '../contract/assess.ts';
import type { ChokepointChange, ProductChange, ScenarioDiff } from '../contract/diff.ts';
import { chokepoints } from './chokepoints.ts';
import type { Touches } from './diff-touches.ts';
import { ScenarioView } from './scenario-view.ts';
import type { ChainWorld } from './scenario-world.ts';

/** The chains of two programmes that are compared. */
export interface DiffWorlds {
  readonly before: ChainWorld;
  readonly after: ChainWorld;
}

/** What a scenario does to one of the programmes. */
interface Outcome {
  readonly products: ReadonlyMap<string, AssessedProduct>;
  readonly chokepoints: ReadonlyMap<string, Chokepoint>;
}

/** What changes do under one scenario. */
export function scenarioDiff(
  id: string,
  worlds: DiffWorlds,
  reading: 'home' | 'world' | undefined,
  touches: Touches,
): ScenarioDiff {
  const scenarioIn = ({ programme }: ChainWorld) => programme.scenarios.find((one) => one.id === id);
  const before = scenarioIn(worlds.before);
  const after = scenarioIn(worlds.after);
  const { name, name_zh } = (after ?? before)!;
  const told = {
    id,
    name,
    nameZh: name_zh ?? null,
    in: before && after ? ('both' as const) : before ? ('before' as const) : ('after' as const),
    readingBefore: before ? (reading ?? before.reading) : null,
    readingAfter: after ? (reading ?? after.reading) : null,
  };
  if (!before || !after) return { ...told, moreExposed: [], lessExposed: [], products: [], chokepoints: [] };
  const old = outcome(new ScenarioView(worlds.before, before, { gates: 'unknown', reading }));
  const now = outcome(new ScenarioView(worlds.after, after, { gates: 'unknown', reading }));
  const more = (link: string): number =>
    (now.chokepoints.get(link)?.exposure ?? 0) - (old.chokepoints.get(link)?.exposure ?? 0);
  const links = [...new Set([...now.chokepoints.keys(), ...old.chokepoints.keys()])];
  return {
    ...told,
    moreExposed: links.filter((link) => more(link) > SAME),
    lessExposed: links.filter((link) => more(link) < -SAME),
    products: productChanges(old, now, (product) => touches.below(product, id)),
    chokepoints: chokepointChanges(old, now, (link) => touches.of(link, id)),
  };
}

function outcome(view: ScenarioView): Outcome {
  const { world, reading, adverseGates } = view;
  const repair = new RepairStructure(world.chain, world.valued, reading, adverseGates, (link) =>
    view.available(link.id),
  );
  return {
    products: new Map(view.products().map((product) => [product.id, product])),
    chokepoints: new Map(chokepoints(view, repair).map((point) => [point.link, point])),
  };
}

function productChanges(
  old: Outcome,
  now: Outcome,
  touching: (product: string) => string[],
): ProductChange[] {
  const state = (product: AssessedProduct | undefined): ProductChange['before'] => {
    if (!product) return null;
    const { works, coverage, coverageLow, coverageHigh, stopsOnDay } = product;
    const levels = product.levels.map((at) => ({
      level: at.level,
      works: at.works,
      stopsOnDay: at.stopsOnDay,
    }));
    return { works, coverage, coverageLow, coverageHigh, stopsOnDay, levels };
  };
  return both(old.products, now.products).flatMap(([before, after]) => {
    const { id, name, nameZh } = (after ?? before)!;
    const states = { before: state(before), after: state(after) };
    return same(states.before, states.after) ? [] : [{ id, name, nameZh, ...states, changes: touching(id) }];
  });
}

function chokepointChanges(
  old: Outcome,
  now: Outcome,
  touching: (link: string) => string[],
): ChokepointChange[] {
  const state = (point: Chokepoint | undefined): ChokepointChange['before'] => {
    if (!point) return null;
    const { rank, exposure, coverage, stopsOnDay, valueAtStakePerYear, marginalValuePerYear } = point;
    return { rank, exposure, coverage, stopsOnDay, valueAtStakePerYear, marginalValuePerYear };
  };
  return both(old.chokepoints, now.chokepoints)
    .flatMap(([before, after]): ChokepointChange[] => {
      const { link, name, nameZh } = (after ?? before)!;
      const states = { before: state(before), after: state(after) };
      if (same(states.before, states.after)) return [];
      return [{ link, name, nameZh, kind: kindOf(states), ...states, changes: touching(link) }];
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.link < b.link ? -1 : 1));
}

const rankOf = ({ before, after }: ChokepointChange): number => (after ?? before)!.rank;

function kindOf({ before, after }: Pick<ChokepointChange, 'before' | 'after'>): ChokepointChange['kind'] {
  if (!before) return 'appeared';
  if (!after) return 'vanished';
  const itself = ({ exposure, coverage, stopsOnDay }: typeof before) => ({ exposure, coverage, stopsOnDay });
  return same(itself(before), itself(after)) ? 'moved' : 'changed';
}

/** Pairs of what has one id in either map, what is new last. */
function both<T>(
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): [before: T | undefined, after: T | undefined][] {
  const ids = new Set([...old.keys(), ...now.keys()]);
  return [...ids].map((id) => [old.get(id), now.get(id)]);
}

/** Numbers that differ by no more than this, or this part of themselves, differ by rounding alone. */
const SAME = 1e-9;

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => same(a[field as keyof typeof a], b[field as keyof typeof b]));
}
