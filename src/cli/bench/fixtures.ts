import { join } from 'node:path';

/** Instances that are not ours to ship: `MUSTER_FIXTURES`, else the folder beside the checkout where tests look too. */
export function fixture(...parts: string[]): string {
  return join(process.env.MUSTER_FIXTURES ?? join('..', 'shared', 'data'), ...parts);
}
