import type { BodyOf, ParamsOf, QueryOf, ReplyOf, RouteKey } from '../../../src/contract/api/routes.ts';
import { ApiProblem, problemOf, unreachable } from './problem.ts';

type Given<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : undefined extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** Everything a route takes: `params` of its path, `query`, `body`; a zip may be sent in place of a JSON body. */
export type Sent<Key extends RouteKey> = (keyof ParamsOf<Key> extends never
  ? { readonly params?: undefined }
  : { readonly params: ParamsOf<Key> }) & { readonly query?: QueryOf<Key> } & (
    | Given<'body', BodyOf<Key>>
    | { readonly body: Blob }
  );

const BASE = '/api';

/** The address of a route, with its parameters in place. */
export function addressOf<Key extends RouteKey>(
  key: Key,
  sent: { readonly params?: ParamsOf<Key>; readonly query?: QueryOf<Key> },
): string {
  const params = (sent.params ?? {}) as Record<string, string | number>;
  const path = key
    .slice(key.indexOf(' ') + 1)
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((sent.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const text = query.toString();
  return `${BASE}${path}${text === '' ? '' : `?${text}`}`;
}

/**
 * Calls a route. Refusals and silence are thrown as `ApiProblem`. A write carries an idempotency key, and is sent a
 * second time where the connection broke: a lost reply never makes it happen twice.
 */
export async function call<Key extends RouteKey>(
  key: Key,
  sent: Sent<Key>,
  signal?: AbortSignal,
): Promise<ReplyOf<Key>> {
  const method = key.slice(0, key.indexOf(' '));
  const request: RequestInit = { method, credentials: 'same-origin', ...(signal ? { signal } : {}) };
  const headers: Record<string, string> = { accept: 'application/json' };
  const { body } = sent as { body?: unknown };
  if (body instanceof Blob) {
    headers['content-type'] = 'application/zip';
    request.body = body;
  } else if (body !== undefined) {
    headers['content-type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  const write = method !== 'GET';
  if (write) headers['idempotency-key'] = freshKey();
  const reply = await fetched(addressOf(key, sent as never), { ...request, headers }, write ? 2 : 1);
  if (!reply.ok) throw await problemOf(reply);
  return (await bodyOf(reply)) as ReplyOf<Key>;
}

async function fetched(address: string, request: RequestInit, tries: number): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetch(address, request);
    } catch (error) {
      if (request.signal?.aborted) throw error;
      if (attempt >= tries) throw unreachable();
      await new Promise((resolve) => setTimeout(resolve, 800));
    }
  }
}

async function bodyOf(reply: Response): Promise<unknown> {
  if (reply.status === 204) return undefined;
  const type = reply.headers.get('content-type') ?? '';
  if (type.includes('json')) return reply.json();
  if (type.includes('zip')) return new Uint8Array(await reply.arrayBuffer());
  const text = await reply.text();
  if (text === '') return undefined;
  if (type.includes('html')) {
    // The page of the application in place of an answer: the server has no such route.
    throw new ApiProblem({
      type: '/problems/not-found',
      title: 'No such route',
      status: 404,
      detail: reply.url,
    });
  }
  return text;
}

/** `crypto.randomUUID` exists only on secure origins, and an installation may be on a plain one. */
function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
