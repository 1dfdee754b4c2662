import { z } from 'zod';
import { CheckDefect } from '../check.ts';
import { EditConflict } from './edits.ts';

/** Everything the API refuses, by code: HTTP status and title. A code never changes its meaning. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not what this route takes' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'Login and password do not go together' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'foreign-origin': { status: 403, title: 'Another site asked for this' },
  'not-found': { status: 404, title: 'There is no such thing, or you may not see it' },
  'method-not-allowed': { status: 405, title: 'This address does not know that method' },
  conflict: { status: 409, title: 'Somebody changed this in the meantime' },
  taken: { status: 409, title: 'That name is taken' },
  'last-of-its-kind': { status: 409, title: 'Somebody must remain' },
  'wrong-state': { status: 409, title: 'Too early or too late for that' },
  'key-in-use': { status: 409, title: 'A request with this idempotency key is under way' },
  'link-spent': { status: 410, title: 'This link has been used or is too old' },
  'too-large': { status: 413, title: 'More bytes than are taken' },
  'unsupported-media-type': { status: 415, title: 'The body is of another kind than this route takes' },
  'invalid-programme': { status: 422, title: 'The programme would have defects' },
  unusable: { status: 422, title: 'It is well written, but cannot be done' },
  'key-reused': { status: 422, title: 'This idempotency key was used for another request' },
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
