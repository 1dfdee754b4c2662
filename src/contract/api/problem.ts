import { z } from 'zod';
import { CheckDefect } from '../check.ts';
import { EditConflict } from './edits.ts';

/**
 * What the API refuses, by code: HTTP status and title. The code of a refusal of the cores or of the store that is
 * not listed here is told too, with status 422. A code never changes its meaning.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not what this route takes' },
  'bad-page-mark': { status: 400, title: 'That is no mark of a page of this list' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'Login and password do not go together' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'foreign-origin': { status: 403, title: 'Another site asked for this' },
  'not-found': { status: 404, title: 'There is no such thing, or you may not see it' },
  'no-such-person': { status: 404, title: 'There is no such person' },
  'no-such-programme': { status: 404, title: 'There is no such programme' },
  'no-such-version': { status: 404, title: 'There is no such version' },
  'no-such-run': { status: 404, title: 'There is no such run' },
  'method-not-allowed': { status: 405, title: 'This address does not know that method' },
  conflict: { status: 409, title: 'Somebody changed this in the meantime' },
  'version-conflict': { status: 409, title: 'There is a newer version' },
  'login-taken': { status: 409, title: 'Somebody has that login' },
  'last-owner': { status: 409, title: 'One owner must remain' },
  'last-director': { status: 409, title: 'One director must remain' },
  'already-owned': { status: 409, title: 'The installation has an owner' },
  'not-finished': { status: 409, title: 'The run has no result yet' },
  'question-closed': { status: 409, title: 'The question is closed' },
  'question-open': { status: 409, title: 'The question is still open' },
  'answered-already': { status: 409, title: 'This has been answered' },
  'told-once': { status: 409, title: 'This was done, and its links are told only once' },
  'key-in-use': { status: 409, title: 'A request with this idempotency key is under way' },
  'link-spent': { status: 410, title: 'This link is unknown, used or too old' },
  'too-large': { status: 413, title: 'More bytes than are taken' },
  'unsupported-media-type': { status: 415, title: 'The body is of another kind than this route takes' },
  'invalid-programme': { status: 422, title: 'The programme would have defects' },
  'idempotency-key-reused': { status: 422, title: 'This idempotency key was used for another request' },
  'locked-out': { status: 429, title: 'Too many failed attempts to sign in' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  bug: { status: 500, title: 'Muster has a bug' },
  unavailable: { status: 503, title: 'Not at the moment' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** One thing wrong with a request. */
export const RequestDefect = z.object({
  pointer: z.string().describe('JSON Pointer into {params, query, body}, such as /body/edits/0/from'),
  message: z.string(),
  code: z.string().optional(),
});
export type RequestDefect = z.infer<typeof RequestDefect>;

/** What every refusal says (RFC 9457, application/problem+json). */
export const Problem = z.object({
  type: z.string().describe('/problems/CODE'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  hint: z.string().optional().describe('what to do about it'),
  errors: z.array(RequestDefect).optional().describe('every defect of the request'),
  defects: z.array(CheckDefect).optional().describe('of `invalid-programme`: every defect of the files'),
  conflicts: z.array(EditConflict).optional().describe('of `conflict`: what stands there now, by edit'),
});
export type Problem = z.infer<typeof Problem>;
