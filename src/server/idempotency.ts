import { createHash } from 'node:crypto';
import type { IdempotentRequest } from '../app/workbench/ports/audit.ts';
import type { Id, Json } from '../app/workbench/ports/common.ts';
import type { Records } from '../app/workbench/ports.ts';
import type { Route } from '../contract/api/route.ts';
import { MusterError } from '../kernel/errors.ts';
import { refuse } from './refusals.ts';
import { textOf } from './replies.ts';

/** A write that may come twice. */
export interface Repeatable {
  readonly request: Request;
  readonly key: string;
  readonly route: Route;
  readonly person: Id;
  readonly bytes: Uint8Array;
}

/** Acts once for an idempotency key: when the request comes again, the first reply is given again. */
export async function once(
  records: Records,
  repeatable: Repeatable,
  act: () => Promise<unknown>,
): Promise<{ readonly given: unknown; readonly again: boolean }> {
  const { request, route } = repeatable;
  const header = request.headers.get('idempotency-key');
  if (header === null || request.method === 'GET' || request.method === 'HEAD') {
    return { given: await act(), again: false };
  }
  let given: unknown;
  const { reply, again } = await records.once(claimOf(repeatable, header), async () => {
    given = await act();
    const told = given === undefined || route.toldOnce ? null : (JSON.parse(textOf(given)) as Json);
    return { status: route.status ?? 200, body: told };
  });
  if (!again) return { given, again };
  if (!route.toldOnce) return { given: reply.body, again };
  throw new MusterError('TOLD_ONCE', 'This was done; the links in its reply are told only once.', {
    hint: 'Ask for new links.',
  });
}

function claimOf({ request, key, person, bytes }: Repeatable, header: string): IdempotentRequest {
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) {
    refuse([{ pointer: '', message: 'Idempotency-Key: 1 to 200 characters of ASCII without spaces' }]);
  }
  const { pathname, search } = new URL(request.url);
  const hash = createHash('sha256').update(`${pathname}${search}\n`).update(bytes).digest('hex');
  return { key: header, person, route: key, requestHash: hash };
}
