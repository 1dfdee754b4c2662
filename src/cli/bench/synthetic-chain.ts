import type {
  LinkRow,
  ProviderRow,
  RequirementRow,
  Scenario,
  SupplyRow,
} from '../../contract/folder/index.ts';
import { Random } from '../../kernel/random.ts';
import type { Programme } from '../../programme/programme.ts';

/** How big a synthetic chain is. */
export interface ChainSize {
  readonly links: number;
  readonly requirementsPerLink: number;
  readonly suppliersPerLink: number;
}

const JURISDICTIONS = ['HOM', 'AAA', 'BBB', 'CCC', 'DDD'];

/**
 * A programme whose chain is as deep as it has links: each needs the one after it, and others further down of which
 * any suffices. One scenario cuts AAA off. The same seed gives the same programme.
 */
export function syntheticProgramme(size: ChainSize, seed: number): Programme {
  const random = new Random(seed);
  const numbers = Array.from({ length: size.links }, (_, number) => number);
  return {
    muster: {
      schema: 'muster/programme@1',
      name: 'Synthetic chain',
      home: ['HOM'],
      currency: 'EUR',
      priceYear: 2030,
      periods: { start: '2030-01-01', length: 'P1Y', count: 1 },
      discountRate: 0,
      marginalCostOfPublicFunds: 1,
      products: [{ link: 'n0', needWeight: 1, valuePerYear: 1, ladder: [{ level: 1, share: 1 }] }],
      seed,
    },
    links: numbers.map((number) => linkRow(number, random)),
    requirements: numbers.flatMap((number) => requirementRows(number, size, random)),
    supply: numbers.flatMap((number) => supplyRows(number, size, random)),
    providers: JURISDICTIONS.map((id): ProviderRow => ({ id, name: id, type: 'jurisdiction', plants: [] })),
    overlay: { schema: 'muster/overlay@1', statements: [] },
    scenarios: [CUT],
    goals: [],
    commitments: [],
    capacity: [],
    instruments: [],
    funds: [],
    actors: [],
    resources: [],
    evidence: [],
    judgements: [],
  };
}

const CUT: Scenario = {
  id: 'cut',
  name: 'AAA is cut off',
  weight: 1,
  asOf: '2030-01-01',
  reading: 'home',
  hypothetical: true,
  measures: [
    {
      id: 'm',
      who: { jurisdictions: ['AAA'] },
      links: { all: true },
      covers: ['goods', 'service'],
      licence: { policy: 'deny' },
      severity: 1,
      actsOn: 'headquarters',
      status: 'hypothetical',
    },
  ],
  capacityChanges: [],
  reopens: [],
  exportLoss: [],
  includes: [],
};

function linkRow(number: number, random: Random): LinkRow {
  return {
    id: `n${number}`,
    name: `Link ${number}`,
    field: 'other',
    kind: number === 0 ? 'product' : 'component',
    home_need: 0.2,
    home_capacity: 0.2 * random.uniform(),
    obtainable: 0.5,
    stock_days: random.integer(90),
    tags: [],
    evidence: [],
  };
}

function requirementRows(
  number: number,
  { links, requirementsPerLink }: ChainSize,
  random: Random,
): RequirementRow[] {
  const below = links - number - 1;
  return Array.from({ length: Math.min(requirementsPerLink, below) }, (_, i): RequirementRow => {
    const needs = number + 1 + (i === 0 ? 0 : random.integer(below));
    return i === 0
      ? { link: `n${number}`, group: 'next', gate: 'all', needs: `n${needs}` }
      : { link: `n${number}`, group: 'others', gate: 'any', needs: `n${needs}` };
  });
}

function supplyRows(number: number, { suppliersPerLink }: ChainSize, random: Random): SupplyRow[] {
  const first = random.integer(JURISDICTIONS.length);
  return Array.from(
    { length: suppliersPerLink },
    (_, i): SupplyRow => ({
      link: `n${number}`,
      provider: JURISDICTIONS[(first + i) % JURISDICTIONS.length],
      share: (0.5 + random.uniform() / 2) / suppliersPerLink,
    }),
  );
}
