import { z } from 'zod';
import { Amount, Field, Gate, Id, Share } from './common.ts';

/** Sort of a link. `category` is a pure grouping: it works when its requirements do, and is neither bought nor made as such. */
export const LinkKind = z.enum([
  'process',
  'tool',
  'material',
  'design',
  'software',
  'component',
  'service',
  'product',
  'category',
]);
export type LinkKind = z.infer<typeof LinkKind>;

/**
 * `chain/links.csv`. Capacities of one link share one unit: the fraction of the world's yearly supply of it
 * (1 = all of it) where supply.csv gives shares, any unit where it has none. A blank cell is unknown, never zero.
 * A cell of a figure is a number or `low..central..high`.
 */
export const LinkRow = z.strictObject({
  id: Id,
  name: z.string().min(1).describe('in English'),
  name_zh: z.string().optional().describe('in Chinese'),
  field: Field.describe('which of the fields it belongs to'),
  kind: LinkKind.describe('`category`: a pure grouping, neither bought nor made as such'),
  grade: z.number().optional().describe('grade as a number, such as nanometres of the node it serves'),
  home_need: Amount.optional().describe('what home needs, per year, in the unit of the link'),
  home_capacity: Amount.optional().describe('what home can make with nothing cut off, same unit'),
  obtainable: Share.optional().describe('fraction of accessible foreign capacity that home can obtain'),
  stock_days: Amount.optional().describe('days of cover held, for what is consumed'),
  life_days: Amount.optional().describe('service life in days, for what is durable'),
  service: Share.optional().describe('dependence of that life on outside service, 0 to 1'),
  market_per_year: Amount.optional().describe('world market, major units of currency of the programme'),
  tags: z.array(z.string()).describe('words by which measures can name it'),
  evidence: z.array(z.string()).describe('`id` for the row, or `column:id` for one figure'),
});
export type LinkRow = z.infer<typeof LinkRow>;

/**
 * `chain/requirements.csv`: link needs `needs` within `group`. Root groups of a link (no parent_group) must all
 * hold. A row with an empty `needs` declares a group that has only sub-groups.
 */
export const RequirementRow = z.strictObject({
  link: Id.describe('the link that needs something'),
  group: Id.describe('name of the group within the link'),
  parent_group: Id.optional().describe(
    'group in which this one lies; blank: a root group, all of which must hold',
  ),
  gate: Gate.describe('how the members of the group combine'),
  k: z.int().min(1).optional().describe('with gate at-least: how many'),
  needs: Id.optional().describe('the link that is needed; blank: a group of sub-groups only'),
});
export type RequirementRow = z.infer<typeof RequirementRow>;

/** `chain/supply.csv`: share of the world's supply of a link. A blank share: supplies it, how much is unknown. */
export const SupplyRow = z.strictObject({
  link: Id,
  provider: Id.describe('row of chain/providers.csv'),
  share_low: z.number().min(0).max(1).optional().describe('least it may be'),
  share: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('share of the supply of the world; blank: supplies it, how much is unknown'),
  share_high: z.number().min(0).max(1).optional().describe('most it may be'),
  year: z.int().min(1900).max(2100).optional().describe('for which the share holds'),
  evidence: Id.optional().describe('row of evidence.csv'),
});
export type SupplyRow = z.infer<typeof SupplyRow>;

/** `jurisdiction` rows carry a country's share of a link, company rows a firm's; `pseudo` is 'various countries'. */
export const ProviderType = z.enum(['jurisdiction', 'company', 'institute', 'pseudo']);

/** `chain/providers.csv`. */
export const ProviderRow = z.strictObject({
  id: Id,
  name: z.string().min(1).describe('in English'),
  name_zh: z.string().optional().describe('in Chinese'),
  type: ProviderType.describe(
    '`jurisdiction` rows carry the share of a country; `pseudo`: various countries',
  ),
  headquarters: z.string().optional().describe('jurisdiction; of a jurisdiction: itself'),
  plants: z.array(z.string()).describe('`JUR` or `JUR:share`'),
  parent: Id.optional().describe('provider that owns it'),
});
export type ProviderRow = z.infer<typeof ProviderRow>;
