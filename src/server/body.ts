import type { RequestDefect } from '../contract/api/problem.ts';
import type { Route } from '../contract/api/route.ts';
import { MusterError } from '../kernel/errors.ts';
import { pointerTo, refuse } from './refusals.ts';

const MIB = 1024 * 1024;
/** Bytes of a body at most; of one that holds a folder. */
export const BODY_BYTES_MAX = MIB;
export const FOLDER_BYTES_MAX = 25 * MIB;

/** A body as it came: its bytes, and what is in them. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  readonly content: unknown;
}

/** Reads the body that a route takes; refuses one that is too large, of another kind, or no JSON. */
export async function readBody(request: Request, route: Route): Promise<ReadBody> {
  const bytes = await bytesOf(request, route.folder ? FOLDER_BYTES_MAX : BODY_BYTES_MAX);
  if (!route.body) return { bytes, content: undefined };
  const media = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (route.bodyMedia !== undefined && media === route.bodyMedia) return { bytes, content: bytes };
  if (media !== 'application/json') {
    const known = route.bodyMedia ? `application/json and ${route.bodyMedia}` : 'application/json';
    throw new MusterError('UNSUPPORTED_MEDIA_TYPE', `This route takes ${known}.`, {
      hint: 'Send the header Content-Type.',
    });
  }
  return { bytes, content: parse(bytes) };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return refuse([{ pointer: '/body', message: `no JSON: ${(error as Error).message}`, code: 'json' }]);
  }
}

async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new MusterError('TOO_LARGE', `A body has at most ${most} bytes here.`, { hint: 'Send less at once.' });
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const UNSTORABLE = /[\0\p{Surrogate}]/u;
/** Levels of lists and objects within each other, at most. */
const DEPTH_MAX = 64;

/** Defects of a value that no schema sees: characters that no database keeps (NUL, half of one), endless depth. */
export function unstorable(value: unknown, pointer: string, depth = 0): RequestDefect[] {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [character(pointer)] : [];
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return [];
  if (depth > DEPTH_MAX) return [{ pointer, message: `deeper than ${DEPTH_MAX} levels`, code: 'depth' }];
  return Object.entries(value).flatMap(([key, inner]) =>
    UNSTORABLE.test(key) || key === '__proto__'
      ? [character(pointer)]
      : unstorable(inner, pointer + pointerTo([key]), depth + 1),
  );
}

function character(pointer: string): RequestDefect {
  return { pointer, message: 'a character or name that cannot be kept', code: 'character' };
}
