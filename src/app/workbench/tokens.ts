import { createHash, randomBytes } from 'node:crypto';
import type { Sha256 } from './ports/common.ts';

/** A secret that is told once, and what is kept of it. */
export interface NewToken {
  readonly token: string;
  readonly hash: Sha256;
}

/** 256 bits of chance, fit for an address. */
export function newToken(): NewToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** SHA-256 of a token: it is drawn by chance, so that no salt is needed. */
export function hashOf(token: string): Sha256 {
  return createHash('sha256').update(token).digest('hex');
}
