import { z } from 'zod';

/** Rows a page has where nothing is asked, and at most. */
export const PAGE_ROWS = { usual: 50, max: 200 } as const;

/** Which page of a list. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number<number>().int().min(1).max(PAGE_ROWS.max).default(PAGE_ROWS.usual),
  after: z.string().max(200).optional().describe('`next` of the page before'),
});
export type PageQuery = z.output<typeof PageQuery>;

/** One page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item).readonly(),
    next: z.string().nullable().describe('what to ask `after`; null: this is the last page'),
  });
}
