import type { LinkRow, MusterFile, ProviderRow, Scenario, SupplyRow } from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';
import type { Findings } from './findings.ts';
import type { EtoRelease } from './release.ts';
import { sourceDays } from './supply-findings.ts';

/** What the frame comes to, in words for the report: the data says none of it. */
export const FRAME_RULE =
  'Periods, discount rate, marginal cost of public funds, need weight, value per year and value ladder in ' +
  'muster.yaml are placeholders that the data does not give; edit them before planning.';

/** `muster.yaml`: the data around which the user writes a programme. */
export function frame(release: EtoRelease, links: readonly LinkRow[], home: readonly string[]): MusterFile {
  return {
    schema: 'muster/programme@1',
    name: 'Advanced semiconductor supply chain',
    description: `Imported by muster import eto from ${release.name}. What was found and assumed: reports/import-eto.md.`,
    home: [...home],
    currency: 'USD',
    priceYear: 2025,
    periods: { start: '2027-01-01', length: 'P6M', count: 14 },
    discountRate: 0.05,
    marginalCostOfPublicFunds: 1,
    products: links
      .filter((link) => link.kind === 'product')
      .map(({ id }) => ({ link: id, needWeight: 1, valuePerYear: 1, ladder: [{ level: 1, share: 1 }] })),
    seed: 1,
  };
}

/** One clearly hypothetical scenario: every foreign jurisdiction that supplies anything denies everything. */
export function cutAllForeign(
  release: EtoRelease,
  supply: readonly SupplyRow[],
  providers: readonly ProviderRow[],
  home: readonly string[],
  latestYear: number,
  findings: Findings,
): Scenario[] {
  const supplied = groupBy(supply, (row) => row.provider);
  const suppliers = providers.filter((provider) => supplied.has(provider.id));
  const bases = new Set(suppliers.flatMap(({ headquarters }) => (headquarters ? [headquarters] : [])));
  if (!home.some((jurisdiction) => bases.has(jurisdiction))) {
    findings.add(
      'HOME_WITHOUT_SUPPLY',
      'provision.csv',
      null,
      home.join(', '),
      `Home is ${home.join(', ')}.`,
    );
  }
  const foreign = [...bases].filter((jurisdiction) => !home.includes(jurisdiction)).sort();
  if (foreign.length === 0) return [];
  return [
    {
      id: 'cut-all-foreign',
      name: 'Hypothetical: every foreign supplier cuts off',
      description:
        'An example to start from, not a forecast. Suppliers that are not one jurisdiction, and companies without headquarters, stay accessible.',
      weight: 1,
      asOf: sourceDays(release).at(-1) ?? `${latestYear}-12-31`,
      reading: 'home',
      hypothetical: true,
      measures: [
        {
          id: 'deny-all',
          who: { jurisdictions: foreign },
          links: { all: true },
          covers: ['goods', 'technology', 'service', 'people'],
          licence: { policy: 'deny' },
          severity: 1,
          actsOn: 'headquarters',
          status: 'hypothetical',
        },
      ],
      capacityChanges: [],
      exportLoss: [],
      includes: [],
    },
  ];
}
