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
  name: z.string().min(1),
  name_zh: z.string().optional(),
  field: Field,
  kind: LinkKind,
  grade: z.number().optional().describe('grade as a number, such as nanometres of the node it serves'),
  home_need: Amount.optional().describe('what home needs, per year, in the unit of the link'),
  home_capacity: Amount.optional().describe('what home can make with nothing cut off, same unit'),
  obtainable: Share.optional().describe('fraction of accessible foreign capacity that home can obtain'),
  stock_days: Amount.optional().describe('days of cover held, for what is consumed'),
  life_days: Amount.optional().describe('service life in days, for what is durable'),
  service: Share.optional().describe('dependence of that life on outside service, 0 to 1'),
  market_per_year: Amount.optional().describe('world market, major units of currency of the programme'),
  tags: z.array(z.string()),
  evidence: z.array(z.string()).describe('`id` for the row, or `column:id` for one figure'),
});
export type LinkRow = z.infer<typeof LinkRow>;

/**
 * `chain/requirements.csv`: link needs `needs` within `group`. Root groups of a link (no parent_group) must all
 * hold. A row with an empty `needs` declares a group that has only sub-groups.
 */
export const RequirementRow = z.strictObject({
  link: Id,
  group: Id,
  parent_group: Id.optional(),
  gate: Gate,
  k: z.int().min(1).optional(),
  needs: Id.optional(),
});
export type RequirementRow = z.infer<typeof RequirementRow>;

/** `chain/supply.csv`: share of the world's supply of a link. A blank share: supplies it, how much is unknown. */
export const SupplyRow = z.strictObject({
  link: Id,
  provider: Id,
  share_low: z.number().min(0).max(1).optional(),
  share: z.number().min(0).max(1).optional(),
  share_high: z.number().min(0).max(1).optional(),
  year: z.int().min(1900).max(2100).optional(),
  evidence: Id.optional(),
});
export type SupplyRow = z.infer<typeof SupplyRow>;

/** `jurisdiction` rows carry a country's share of a link, company rows a firm's; `pseudo` is 'various countries'. */
export const ProviderType = z.enum(['jurisdiction', 'company', 'institute', 'pseudo']);

/** `chain/providers.csv`. */
export const ProviderRow = z.strictObject({
  id: Id,
  name: z.string().min(1),
  name_zh: z.string().optional(),
  type: ProviderType,
  headquarters: z.string().optional(),
  plants: z.array(z.string()).describe('`JUR` or `JUR:share`'),
  parent: Id.optional(),
});
export type ProviderRow = z.infer<typeof ProviderRow>;
