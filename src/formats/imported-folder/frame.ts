import type { LinkRow, MusterFile, ProviderRow, Scenario, SupplyRow } from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';

/** What the frame comes to, in words for the report: imported data says none of it. */
export const FRAME_RULE =
  'Periods, discount rate, marginal cost of public funds, need weight, value per year and value ladder in ' +
  'muster.yaml are placeholders that the data does not give; edit them before planning.';

/** `muster.yaml` around imported links: what the data does not say is a placeholder for the user to write over. */
export function frame(
  name: string,
  description: string,
  links: readonly LinkRow[],
  home: readonly string[],
): MusterFile {
  return {
    schema: 'muster/programme@1',
    name,
    description,
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

/** Jurisdictions in which somebody who supplies anything has its headquarters, in order. */
export function supplyingJurisdictions(
  supply: readonly SupplyRow[],
  providers: readonly ProviderRow[],
): string[] {
  const supplied = groupBy(supply, (row) => row.provider);
  const suppliers = providers.filter((provider) => supplied.has(provider.id));
  return [...new Set(suppliers.flatMap(({ headquarters }) => (headquarters ? [headquarters] : [])))].sort();
}

/** One clearly hypothetical scenario: every foreign jurisdiction that supplies anything denies everything. */
export function cutAllForeign(
  foreign: readonly string[],
  asOf: string,
  reading: Scenario['reading'],
): Scenario[] {
  if (foreign.length === 0) return [];
  return [
    {
      id: 'cut-all-foreign',
      name: 'Hypothetical: every foreign supplier cuts off',
      description:
        'An example to start from, not a forecast. Suppliers that are not one jurisdiction, and companies without headquarters, stay accessible.',
      weight: 1,
      asOf,
      reading,
      hypothetical: true,
      measures: [
        {
          id: 'deny-all',
          who: { jurisdictions: [...foreign] },
          links: { all: true },
          covers: ['goods', 'technology', 'service', 'people'],
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
    },
  ];
}
