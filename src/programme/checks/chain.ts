import { type Group, linksBelow, linksOfGroups } from '../../chain/chain.ts';
import { applyOverlay, type OverlaidChain } from '../../chain/overlay.ts';
import { findCycles } from '../../kernel/cycles.ts';
import type { DefectCode } from '../catalogue.ts';
import type { Defect, Reference } from '../defects.ts';
import { substituteLinks } from '../option-effects.ts';
import type { Programme } from '../programme.ts';
import { ChainPlaces } from './places.ts';

type ChainParts = Pick<Programme, 'links' | 'requirements' | 'supply' | 'overlay'>;

/** A chain with its overlay, and where its things were said. */
interface Overlaid {
  readonly chain: OverlaidChain;
  readonly groupsOf: (link: string) => readonly Group[];
  readonly places: ChainPlaces;
}

function overlaid(p: ChainParts): Overlaid {
  const chain = applyOverlay(p, p.overlay);
  return {
    chain,
    groupsOf: (link) => chain.requirements.get(link) ?? [],
    places: new ChainPlaces(p),
  };
}

function at(reference: Reference, code: DefectCode, message: string): Defect {
  return { code, message, reference };
}

/** What a chain says as it is understood: no circles, gates that can be met, figures in one unit. */
export function* checkOverlaidChain(p: ChainParts): Generator<Defect> {
  const chain = overlaid(p);
  yield* checkCycles(chain);
  yield* checkGates(chain);
  yield* checkUnits(chain);
}

function* checkCycles({ chain, groupsOf, places }: Overlaid): Generator<Defect> {
  const next = (link: string) => linksOfGroups(groupsOf(link));
  for (const cycle of findCycles(chain.requirements.keys(), next)) {
    const message = `links need each other: ${cycle.join(' → ')}`;
    const edges = cycle.slice(1).map((link, i) => places.requirement(cycle[i]!, link));
    yield at(edges.find((edge) => edge.part === 'overlay') ?? edges[0]!, 'REQUIREMENT_CYCLE', message);
  }
}

function* checkGates({ chain, places }: Overlaid): Generator<Defect> {
  for (const [link, groups] of chain.requirements) {
    for (const group of everyGroup(groups)) {
      const members = group.members.length + group.groups.length;
      const place = places.group(link, group.id);
      if (group.k !== undefined && group.k > members) {
        const message = `group "${group.id}" of "${link}": k is ${group.k}, of ${members} members`;
        yield at(place, 'GATE_K', message);
      }
      if (group.gate === 'unknown' && members > 1) {
        yield at(place, 'GATE_UNKNOWN', `group "${group.id}" of "${link}" has no known gate`);
      }
    }
  }
}

function* everyGroup(groups: readonly Group[]): Generator<Group> {
  for (const group of groups) {
    yield group;
    yield* everyGroup(group.groups);
  }
}

/** Most that home can make over what it needs, before the two are taken to be in different units. */
const CAPACITY_OVER_NEED_MAX = 20;
/** Most of the supply of the world that home can need; above it the need is not in shares of the world. */
const NEED_MAX = 1.05;

function* checkUnits({ chain, places }: Overlaid): Generator<Defect> {
  const inShares = new Set(chain.supply.flatMap((row) => (row.share === undefined ? [] : [row.link])));
  for (const { id, home_need, home_capacity } of chain.links) {
    const need = central(home_need);
    const capacity = central(home_capacity);
    if (
      need !== undefined &&
      need > 0 &&
      capacity !== undefined &&
      capacity > CAPACITY_OVER_NEED_MAX * need
    ) {
      const message = `"${id}": capacity ${capacity} is more than ${CAPACITY_OVER_NEED_MAX} times the need ${need}`;
      yield at(places.link(id), 'CAPACITY_UNIT', message);
    }
    if (need !== undefined && need > NEED_MAX && inShares.has(id)) {
      yield at(places.link(id), 'NEED_UNIT', `"${id}": need ${need}, where supply is in shares of the world`);
    }
  }
}

function central(figure: number | { readonly central: number } | undefined): number | undefined {
  return typeof figure === 'object' ? figure.central : figure;
}

/** Links that a product needs, or may come to need in place of others; null where it is not clear what the products are. */
function neededLinks(
  { chain, groupsOf }: Overlaid,
  { muster, goals }: Pick<Programme, 'muster' | 'goals'>,
): Set<string> | null {
  const known = new Set(chain.links.map((link) => link.id));
  const products = muster.products.map((product) => product.link);
  const clear = products.length > 0 && products.every((link) => known.has(link));
  return clear ? linksBelow(groupsOf, [...products, ...substituteLinks(goals)]) : null;
}

/** Products are links of that kind. */
export function* checkProducts(p: ChainParts & Pick<Programme, 'muster'>): Generator<Defect> {
  const understood = overlaid(p);
  const { products } = p.muster;
  const kinds = new Map(understood.chain.links.map((link) => [link.id, link.kind]));
  for (const [i, { link }] of products.entries()) {
    const kind = kinds.get(link);
    if (kind === undefined || kind === 'product') continue;
    const reference: Reference = { part: 'muster', path: ['products', i, 'link'] };
    yield at(reference, 'PRODUCT_KIND', `"${link}" is of kind ${kind}, not product`);
  }
  if (products.length === 0) {
    yield at({ part: 'muster', path: ['products'] }, 'NO_PRODUCT', 'no product, so nothing is at stake');
  }
}

/** Every link serves a product. */
export function* checkLinksNeeded(p: ChainParts & Pick<Programme, 'muster' | 'goals'>): Generator<Defect> {
  const understood = overlaid(p);
  const needed = neededLinks(understood, p);
  for (const { id } of needed ? understood.chain.links : []) {
    if (needed!.has(id)) continue;
    yield at(understood.places.link(id), 'LINK_UNREACHABLE', `no product needs "${id}"`);
  }
}

/** Goals serve a product. */
export function* checkGoalsNeeded(p: ChainParts & Pick<Programme, 'muster' | 'goals'>): Generator<Defect> {
  const understood = overlaid(p);
  const known = new Set(understood.chain.links.map((link) => link.id));
  const needed = neededLinks(understood, p);
  for (const [i, goal] of p.goals.entries()) {
    if (!needed || !known.has(goal.link) || needed.has(goal.link)) continue;
    const reference: Reference = { part: 'goals', path: [i, 'link'] };
    yield at(reference, 'GOAL_NOT_NEEDED', `no product needs "${goal.link}", the link of goal "${goal.id}"`);
  }
}
