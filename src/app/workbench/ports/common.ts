/** A UUID in lower case. */
export type Id = string;

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export type Sha256 = string;

/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it; they sort as text. */
export type Timestamp = string;

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One page of a list: at most `limit` items, those after the mark that the page before ended with. */
export interface PageRequest {
  readonly limit: number;
  /** `next` of the page before; null for the first page. A mark that is none refuses with BAD_PAGE_MARK. */
  readonly after: string | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Mark of the next page; null at the end. */
  readonly next: string | null;
}
