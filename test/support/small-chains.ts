import type { Chain, Group, Link } from '../../src/chain/chain.ts';
import { SupplyOverTime } from '../../src/chain/supply-over-time.ts';
import { supplierOf, Threat } from '../../src/chain/threat.ts';
import { type Measure, Scenario } from '../../src/contract/folder/index.ts';
import type { SourcedFigure } from '../../src/evidence/figure.ts';
import { dayText } from '../../src/kernel/days.ts';
import { Random } from '../../src/kernel/random.ts';

/** A figure that is certain, or a range. */
export const figure = (central: number, low = central, high = central): SourcedFigure => ({
  low,
  central,
  high,
  mark: 'read',
});

type FigureName = 'homeNeed' | 'homeCapacity' | 'obtainable' | 'stockDays' | 'lifeDays' | 'service';

/** What is special about a link; figures as numbers are certain. */
export interface LinkWish {
  readonly kind?: string;
  readonly groups?: readonly Group[];
  readonly figures?: Partial<Record<FigureName | 'marketPerYear', number | SourcedFigure>>;
  /** Shares of the supply of the world by jurisdiction. */
  readonly supply?: Readonly<Record<string, number | SourcedFigure>>;
}

const sourced = (value: number | SourcedFigure | undefined): SourcedFigure | null =>
  value === undefined ? null : typeof value === 'number' ? figure(value) : value;

export function link(
  id: string,
  { kind = 'material', groups = [], figures = {}, supply = {} }: LinkWish,
): Link {
  return {
    id,
    name: id,
    nameZh: null,
    field: 'other',
    kind,
    grade: null,
    tags: [],
    homeNeed: sourced(figures.homeNeed),
    homeCapacity: sourced(figures.homeCapacity),
    obtainable: sourced(figures.obtainable),
    stockDays: sourced(figures.stockDays),
    lifeDays: sourced(figures.lifeDays),
    service: sourced(figures.service),
    marketPerYear: sourced(figures.marketPerYear),
    groups,
    supply: Object.entries(supply).map(([provider, share]) => ({
      provider,
      share: sourced(share),
      year: null,
      evidence: null,
    })),
  };
}

/** Something made at home, as much as is needed, from what it needs. */
export const made = (id: string, groups: readonly Group[], figures: LinkWish['figures'] = {}): Link =>
  link(id, { kind: 'process', groups, figures: { homeNeed: 1, homeCapacity: 1, ...figures } });

/** Something bought whole from one jurisdiction. */
export const bought = (id: string, from: string, figures: LinkWish['figures'] = {}): Link =>
  link(id, { figures: { homeNeed: 0.5, homeCapacity: 0, obtainable: 1, ...figures }, supply: { [from]: 1 } });

/** A gate over links, each needed wholly unless it says otherwise. */
export const gate = (
  kind: Group['gate'],
  members: readonly (string | { readonly link: string; readonly share: number })[],
  k?: number,
): Group => ({
  id: 'g',
  gate: kind,
  ...(k === undefined ? {} : { k }),
  members: members.map((member) => (typeof member === 'string' ? { link: member, share: 1 } : member)),
  groups: [],
});

export const chainOf = (...links: readonly Link[]): Chain => ({
  links: new Map(links.map((one) => [one.id, one])),
});

/** Jurisdictions of these chains; HOM is home. */
const JURISDICTIONS = ['HOM', 'CUT', 'OUT', 'FAR'] as const;
export const SUPPLIERS = new Map(
  JURISDICTIONS.map((id) => [id, supplierOf({ id, name: id, type: 'jurisdiction', plants: [] })]),
);
export const HOME = ['HOM'];
const START = 20_000;

/** Goods and service of a jurisdiction cut by `severity` of its trade, `day` days after the start. */
export interface Cut {
  readonly who: string;
  readonly severity?: number;
  readonly day?: number;
  readonly covers?: Measure['covers'];
}

/** What cuts leave of the supply of a chain. */
export function underCuts(chain: Chain, cuts: readonly Cut[]): SupplyOverTime {
  const scenario = Scenario.parse({
    id: 's',
    name: 's',
    weight: 1,
    asOf: dayText(START),
    start: dayText(START),
    measures: cuts.map(({ who, severity = 1, day = 0, covers = ['goods', 'service'] }, i) => ({
      id: `m${i}`,
      who: { jurisdictions: [who] },
      links: { all: true },
      covers,
      licence: { policy: 'deny' },
      severity,
      from: dayText(START + day),
      status: 'hypothetical',
    })),
  });
  return new SupplyOverTime(chain, SUPPLIERS, HOME, new Threat(scenario, [scenario], START));
}

/** What a random chain may hold. */
export interface ChainWishes {
  readonly gates: readonly Group['gate'][];
  /** Service lives and partial supply; without them a link is bought whole or made whole. */
  readonly rich: boolean;
  /** No link is needed by two others. */
  readonly tree?: boolean;
}

/** A random chain of up to eight links; `top` needs some of the others. The same seed gives the same chain. */
export function randomChain(seed: number, wishes: ChainWishes): Chain {
  const random = new Random(seed);
  const of = <T>(items: readonly T[]): T => items[random.integer(items.length)];
  const count = 3 + random.integer(6);
  const free = new Set<string>();
  const links: Link[] = [];
  for (let i = 0; i < count; i++) {
    const id = i === count - 1 ? 'top' : `n${i}`;
    const pool = wishes.tree ? [...free] : links.map((one) => one.id);
    const needs = i === count - 1 && wishes.tree ? pool : pool.filter(() => random.uniform() < 0.5);
    for (const need of needs) free.delete(need);
    free.add(id);
    const kind = of(wishes.gates);
    const groups =
      needs.length === 0
        ? []
        : [gate(kind, needs, kind === 'at-least' ? 1 + random.integer(needs.length) : undefined)];
    const stock = of([0, 0, 10, 25, 40]);
    if (groups.length > 0 && random.uniform() < 0.2 && !wishes.tree)
      links.push(link(id, { kind: 'category', groups }));
    else if (!wishes.rich)
      links.push(
        groups.length > 0 ? made(id, groups, { stockDays: stock }) : bought(id, 'CUT', { stockDays: stock }),
      );
    else links.push(richLink(id, groups, stock, of, random));
  }
  return chainOf(...links);
}

function richLink(
  id: string,
  groups: readonly Group[],
  stock: number,
  of: <T>(items: readonly T[]) => T,
  random: Random,
): Link {
  const durable = random.uniform() < 0.4;
  return link(id, {
    kind: durable ? 'tool' : of(['material', 'component']),
    groups,
    figures: {
      homeNeed: 0.4,
      homeCapacity: of([0, 0, 0.1, 0.2, 0.4, 0.5]),
      obtainable: of([0.5, 1]),
      stockDays: stock,
      ...(durable ? { lifeDays: of([50, 100, 200]), service: 0 } : {}),
    },
    supply: { CUT: of([0.1, 0.3, 0.6]), OUT: of([0, 0.1, 0.4]) },
  });
}
