import type { ProblemCode } from '../../../../src/contract/api/problem.ts';

/** Titles of what the API refuses, in English. */
const titles: Record<ProblemCode | 'unreachable' | 'unexpected', string> = {
  'invalid-request': 'The request is not what this route takes',
  'bad-page-mark': 'That is no mark of a page of this list',
  'not-signed-in': 'Sign in first',
  'wrong-credentials': 'Login and password do not go together',
  forbidden: 'Your role does not allow this',
  'foreign-origin': 'Another site asked for this',
  'not-found': 'There is no such thing, or you may not see it',
  'no-such-person': 'There is no such person',
  'no-such-programme': 'There is no such programme',
  'no-such-version': 'There is no such version',
  'method-not-allowed': 'This address does not know that method',
  conflict: 'Somebody changed this in the meantime',
  'version-conflict': 'There is a newer version',
  'login-taken': 'Somebody has that login',
  'last-owner': 'One owner must remain',
  'last-director': 'One director must remain',
  'already-owned': 'The installation has an owner',
  'not-finished': 'The run has no result yet',
  'question-closed': 'The question is closed',
  'question-open': 'The question is still open',
  'answered-already': 'This has been answered',
  'key-in-use': 'The same request is under way',
  'link-spent': 'This link is unknown, used or too old',
  'too-large': 'That is more than is taken',
  'unsupported-media-type': 'This kind of file is not taken here',
  'invalid-programme': 'The programme would have defects',
  'idempotency-key-reused': 'This key was used for another request',
  'locked-out': 'Too many failed attempts to sign in',
  'too-many-requests': 'Too many requests',
  bug: 'Muster has a bug',
  unavailable: 'Not at the moment',
  unreachable: 'The server does not answer',
  unexpected: 'The server gave an answer that is not understood',
};

export const problemEn = {
  titles,
  unreachableHint: 'Is it running, and is this machine on its network?',
  retry: 'Try again',
};
