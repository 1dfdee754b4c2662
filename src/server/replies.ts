import { createHash } from 'node:crypto';
import { parseAccept } from 'hono/utils/accept';
import { PackedText } from '../app/workbench/kept-texts.ts';
import type { Route } from '../contract/api/route.ts';
import { JsonText, NotModified } from './call.ts';

/** Reply of a call: by the table of the kind and status that it names. */
export async function replyOf(
  request: Request,
  route: Route,
  given: unknown,
  tag: string | null,
): Promise<Response> {
  if (route.reply === undefined) return new Response(null, { status: 204, headers: NOT_KEPT });
  const status = route.status ?? 200;
  if (given instanceof ReadableStream) {
    return new Response(given, { headers: { ...NOT_KEPT, ...STREAM } });
  }
  if (given instanceof PackedText) return packedReply(request, route, given, tag);
  const media = typeof route.reply === 'string' ? route.reply : 'application/json';
  const body = media === 'application/json' ? textOf(given) : (given as string | Uint8Array<ArrayBuffer>);
  const known = request.method === 'GET' || request.method === 'HEAD' ? (tag ?? tagOf(body)) : null;
  if (known !== null && holds(request, known)) return notModified(route, known);
  return new Response(body, {
    status,
    headers: {
      'Content-Type': media.startsWith('text/') ? `${media}; charset=utf-8` : media,
      ...caching(route, known),
    },
  });
}

/** JSON that is kept packed; it is unpacked for the few who take no gzip. */
async function packedReply(
  request: Request,
  route: Route,
  packed: PackedText,
  tag: string | null,
): Promise<Response> {
  const known = tag ?? tagOf(packed.gzip);
  if (holds(request, known)) return notModified(route, known);
  const asGzip = takesGzip(request);
  return new Response(asGzip ? packed.gzip : await packed.plain(), {
    headers: {
      'Content-Type': 'application/json',
      Vary: 'Accept-Encoding',
      // Weak: the same content in other bytes.
      ...caching(route, known, asGzip ? 'W/' : ''),
      ...(asGzip && { 'Content-Encoding': 'gzip' }),
    },
  });
}

function takesGzip(request: Request): boolean {
  const accepted = parseAccept(request.headers.get('accept-encoding') ?? '');
  const found = ['gzip', '*'].map((name) => accepted.find(({ type }) => type.toLowerCase() === name));
  return ((found[0] ?? found[1])?.q ?? 0) > 0;
}

/** JSON of what a handler gave. */
export function textOf(given: unknown): string {
  return given instanceof JsonText ? given.text : JSON.stringify(given);
}

/** Tells the caller that what they have is still so. */
export function notModified(route: Route, tag: string): Response {
  return new Response(null, { status: 304, headers: caching(route, tag) });
}

/** Ends the call where the caller has this already. */
export function refuseSame(request: Request, tag: string): void {
  if (holds(request, tag)) throw new NotModified();
}

const NOT_KEPT = { 'Cache-Control': 'no-store' };
const STREAM = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };

function caching(route: Route, tag: string | null, weak = ''): Record<string, string> {
  if (tag === null) return NOT_KEPT;
  const age = route.immutable ? 'private, max-age=31536000, immutable' : 'private, no-cache';
  return { ETag: `${weak}"${tag}"`, 'Cache-Control': age };
}

function tagOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27);
}

function holds(request: Request, tag: string): boolean {
  const asked = request.headers.get('if-none-match');
  if (asked === null) return false;
  return asked.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === `"${tag}"`);
}
