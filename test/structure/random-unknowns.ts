import type {
  Figure,
  LinkRow,
  Measure,
  ProviderRow,
  RequirementRow,
  Scenario,
  SupplyRow,
} from '../../src/contract/folder/index.ts';
import { Random } from '../../src/kernel/random.ts';
import type { Programme } from '../../src/programme/programme.ts';

/** Random draws with the words of these tests. */
export class Draw {
  private readonly random: Random;
  constructor(seed: number) {
    this.random = new Random(seed);
  }
  chance = (p: number): boolean => this.random.uniform() < p;
  upTo = (high: number): number => this.random.uniform() * high;
  between = (low: number, high: number): number => low + this.random.uniform() * (high - low);
  integer = (n: number): number => this.random.integer(n);
  of = <T>(items: readonly T[]): T => items[this.random.integer(items.length)];
  some = <T>(items: readonly T[], p: number): T[] => items.filter(() => this.chance(p));
}

const EVIDENCE = 'drawn';
export const JURISDICTIONS = ['HOM', 'HO2', 'CUT', 'ALI', 'FAR'];
const COMPANIES: Readonly<Record<string, string>> = {
  'c-cut': 'CUT',
  'c-cut-2': 'CUT',
  'c-ali': 'ALI',
  'c-far': 'FAR',
  'c-hom': 'HOM',
};
export const headquartersOf = (id: string): string => COMPANIES[id] ?? id;

const PROVIDERS: readonly ProviderRow[] = [
  ...JURISDICTIONS.map((id): ProviderRow => ({ id, name: id, type: 'jurisdiction', plants: [] })),
  ...Object.entries(COMPANIES).map(
    ([id, headquarters]): ProviderRow => ({
      id,
      name: id,
      type: 'company',
      headquarters,
      plants: id === 'c-far' ? ['CUT:0.5', 'FAR:0.5'] : [],
    }),
  ),
  { id: 'various', name: 'various', type: 'pseudo', plants: [] },
];

/** A random programme of up to nine links in which much is unknown: gates, shares, needs, capacities, lives. */
export function randomUnknowns(seed: number): Programme {
  const draw = new Draw(seed);
  const home = draw.chance(0.2) ? ['HOM', 'HO2'] : ['HOM'];
  const links: LinkRow[] = [];
  const requirements: RequirementRow[] = [];
  const supply: SupplyRow[] = [];
  const count = 2 + draw.integer(7);
  for (let i = 0; i <= count; i++) {
    const id = i === count ? 'chip' : `n${i}`;
    const below = links.map((row) => row.id);
    const needs = i === count ? below.slice(-3) : draw.some(below, 0.4).slice(-4);
    const kind =
      id === 'chip'
        ? 'product'
        : draw.of(['tool', 'material', 'tool', 'process', needs.length > 0 ? 'category' : 'tool'] as const);
    links.push({ id, name: id, field: 'chips', kind, tags: [], evidence: [EVIDENCE], ...figures(draw) });
    requirements.push(...groupsOf(draw, id, needs));
    const made = kind === 'product' || kind === 'process' || kind === 'category';
    if (draw.chance(made ? 0.15 : 0.92)) supply.push(...suppliersOf(draw, id));
  }
  return {
    muster: {
      schema: 'muster/programme@1',
      name: 'Random',
      home,
      currency: 'EUR',
      priceYear: 2030,
      periods: { start: '2030-01-01', length: 'P1Y', count: 1 },
      discountRate: 0,
      marginalCostOfPublicFunds: 1,
      products: [
        {
          link: 'chip',
          needWeight: 1,
          valuePerYear: 100,
          ladder: [
            { level: 0.4, share: 0.5 },
            { level: 1, share: 1 },
          ],
        },
      ],
      seed: 1,
    },
    links,
    requirements,
    supply,
    providers: PROVIDERS,
    overlay: { schema: 'muster/overlay@1', statements: qualified(draw, requirements) },
    scenarios: [
      randomScenario(
        draw,
        links.map((row) => row.id),
      ),
    ],
    goals: [],
    commitments: [],
    capacity: [],
    instruments: [],
    funds: [],
    actors: [],
    resources: [],
    evidence: [{ id: EVIDENCE, mark: 'read', title: 'Drawn', year: 2030 }],
    judgements: [],
  };
}

function figures(draw: Draw): Partial<LinkRow> {
  const known = <T>(p: number, value: () => T): T | undefined => (draw.chance(p) ? value() : undefined);
  const ranged = (values: readonly number[], most: number): Figure => {
    const central = draw.of(values);
    if (draw.chance(0.6)) return central;
    return {
      low: central * draw.between(0.3, 1),
      central,
      high: Math.min(most, central * draw.between(1, 2)),
    };
  };
  return {
    home_need: known(0.75, () => ranged([0.1, 0.3, 0.5, 1], 1)),
    home_capacity: known(0.5, () => ranged([0, 0.1, 0.3, 0.6, 1], 2)),
    obtainable: known(0.7, () => ranged([0.3, 0.6, 1], 1)),
    stock_days: known(0.4, () => ranged([0, 20, 60], 200)),
    life_days: known(0.3, () => ranged([100, 400], 900)),
    service: known(0.6, () => ranged([0, 0.5, 1], 1)),
  };
}

/** One or two root groups, sometimes a group within the first; gates often unknown. */
function groupsOf(draw: Draw, link: string, needs: readonly string[]): RequirementRow[] {
  if (needs.length === 0) return [];
  const groups = needs.length > 1 && draw.chance(0.4) ? ['a', 'b'] : ['a'];
  const parent = groups.length > 1 && draw.chance(0.5) ? 'a' : undefined;
  return groups.flatMap((group, g) => {
    const members = needs.filter((_, i) => i % groups.length === g);
    const size = members.length + (group === 'a' && parent ? 1 : 0);
    const gate = draw.of(['unknown', 'unknown', 'all', 'any', 'at-least'] as const);
    const k = gate === 'at-least' ? 1 + draw.integer(size) : undefined;
    return members.map(
      (member): RequirementRow => ({
        link,
        group,
        parent_group: group === 'b' ? parent : undefined,
        gate,
        k,
        needs: member,
      }),
    );
  });
}

function qualified(draw: Draw, requirements: readonly RequirementRow[]): Programme['overlay']['statements'] {
  return draw.some(requirements, 0.1).map(({ link, needs }) => ({
    what: 'qualify-requirement',
    link,
    needs: needs!,
    share: draw.of([0.3, 0.6]),
    author: 'a',
    reason: 'r',
    confidence: 'low',
    evidence: EVIDENCE,
  }));
}

/** Rows of jurisdictions, of jurisdictions with companies beside them, or of companies; some shares are blank. */
function suppliersOf(draw: Draw, link: string): SupplyRow[] {
  const byCompany = draw.chance(0.25);
  const pool = byCompany ? Object.keys(COMPANIES) : JURISDICTIONS;
  const named = draw.some(pool, 0.6);
  if (named.length === 0) named.push(pool[2]);
  if (draw.chance(0.15)) named.push('various');
  const shares = partition(draw, named.length, draw.of([1, 1, 0.98, 0.7]));
  const rows = named.map((provider, i) =>
    shareRow(draw, link, provider, draw.chance(0.3) ? null : shares[i]),
  );
  if (byCompany || draw.chance(0.6)) return rows;
  return [...rows, ...companiesBeside(draw, link, rows, named, shares)];
}

/** Companies of the named jurisdictions; what is stated of them fits into what their jurisdiction has. */
function companiesBeside(
  draw: Draw,
  link: string,
  rows: readonly SupplyRow[],
  named: readonly string[],
  shares: readonly number[],
): SupplyRow[] {
  return draw.some(Object.keys(COMPANIES), 0.5).flatMap((id) => {
    const at = named.indexOf(headquartersOf(id));
    if (at < 0) return [];
    // At most two companies share a jurisdiction: each has less than half of the least it may have.
    const most = (rows[at].share_low ?? rows[at].share ?? shares[at]) / 2;
    return [shareRow(draw, link, id, draw.chance(0.4) ? null : draw.upTo(most), most)];
  });
}

function shareRow(draw: Draw, link: string, provider: string, share: number | null, most = 1): SupplyRow {
  if (share === null) return { link, provider };
  const row: SupplyRow = { link, provider, share, evidence: EVIDENCE };
  if (draw.chance(0.7)) return row;
  return {
    ...row,
    share_low: share * draw.between(0.4, 1),
    share_high: Math.min(most, share * draw.between(1, 1.6)),
  };
}

/** Random parts of a sum. */
export function partition(draw: Draw, parts: number, sum: number): number[] {
  const weights = Array.from({ length: parts }, () => 0.05 + draw.upTo(1));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (weight / total) * sum);
}

function randomScenario(draw: Draw, links: readonly string[]): Scenario {
  const some = (): Measure['links'] => (draw.chance(0.6) ? { all: true } : { ids: draw.some(links, 0.5) });
  const measures = Array.from(
    { length: 1 + draw.integer(3) },
    (_, i): Measure => ({
      id: `m${i}`,
      who: draw.chance(0.7)
        ? { jurisdictions: ['CUT', ...draw.some(['ALI', 'FAR'], 0.3)] }
        : { providers: draw.some(Object.keys(COMPANIES), 0.4) },
      links: some(),
      covers: draw.chance(0.5) ? ['goods', 'service'] : ['goods'],
      licence: draw.chance(0.8) ? { policy: 'deny' } : { policy: 'case-by-case', probability: 0.5 },
      severity: draw.of([1, 1, 0.5]),
      from: draw.chance(0.3) ? '2030-04-01' : undefined,
      until: draw.chance(0.1) ? '2030-09-01' : undefined,
      actsOn: draw.chance(0.8) ? 'headquarters' : 'plants',
      status: 'hypothetical',
    }),
  );
  const capacityChanges = draw.some(links, 0.1).map((link) => ({
    link,
    provider: draw.of([...JURISDICTIONS, ...Object.keys(COMPANIES)]),
    date: '2030-06-01',
    change: draw.of([-0.2, 0.1, 0.4]),
  }));
  return {
    id: 'cut',
    name: 'cut',
    weight: 1,
    asOf: '2029-12-31',
    reading: draw.chance(0.7) ? 'home' : 'world',
    hypothetical: true,
    measures,
    capacityChanges,
    reopens: [],
    exportLoss: [],
    includes: [],
  };
}
