import type { z } from 'zod';

/**
 * Who may: anybody; any person who is signed in; owners of the installation; or by role in the programme: `read`
 * all members, `edit` directors and planners, `direct` directors, `audit` directors and auditors. Owners of the
 * installation may everything.
 */
export type Right = 'public' | 'person' | 'owner' | 'read' | 'edit' | 'direct' | 'audit';

/** What a body or reply other than JSON is. */
export type Media = 'application/zip' | 'text/event-stream' | 'text/html';

/** One route: who may, what it takes and gives, and what it is for. Bodies and replies are JSON unless it says otherwise. */
export interface Route {
  readonly right: Right;
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body may also come as this. */
  readonly bodyMedia?: 'application/zip';
  /** The body holds a folder: it may be larger than others. */
  readonly folder?: true;
  /** The reply tells links that are kept nowhere: it is given once, an idempotency key brings no second one. */
  readonly toldOnce?: true;
  /** By address so many times a minute only: a secret could be guessed here. */
  readonly guessable?: true;
  /** Schema of the reply, or its kind; nothing where there is none (204). */
  readonly reply?: z.ZodType | Media;
  /** Status of success where it is not 200. */
  readonly status?: 201 | 202;
  /** The reply never changes: it carries an ETag and may be kept for ever. */
  readonly immutable?: true;
}
