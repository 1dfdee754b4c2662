import { z } from 'zod';
import type { RequestDefect } from '../contract/api/problem.ts';
import type { Route } from '../contract/api/route.ts';
import { PARAMS } from '../contract/api/routes.ts';
import { type ReadBody, readBody, unstorable } from './body.ts';
import { defectsOf, refuse } from './refusals.ts';

/** What a request says, as the table has it. */
export interface ReadRequest {
  readonly query: unknown;
  readonly body: unknown;
  /** The body as it came. */
  readonly bytes: Uint8Array;
}

/** Parameters of the path; refuses those that cannot be. */
export function readParams(found: Readonly<Record<string, string>>): Record<string, unknown> {
  const shape = Object.fromEntries(
    Object.keys(found).map((name) => [name, PARAMS[name as keyof typeof PARAMS]]),
  );
  const parsed = z.object(shape).safeParse(found);
  const errors = parsed.success ? [] : defectsOf('params', parsed.error);
  if (errors.length > 0) refuse(errors);
  return parsed.data!;
}

const NO_QUERY = z.strictObject({});

/** Query and body of a request; refuses with every defect of both. */
export async function readRequest(request: Request, route: Route): Promise<ReadRequest> {
  const errors: RequestDefect[] = [];
  const query = take('query', queryOf(request, errors), route.query ?? NO_QUERY, errors);
  const { bytes, content }: ReadBody = await readBody(request, route);
  const asItIs = content instanceof Uint8Array || !route.body;
  const body = asItIs ? content : take('body', content, route.body, errors);
  if (errors.length > 0) refuse(errors);
  return { query, body, bytes };
}

function take(part: string, value: unknown, schema: z.ZodType, errors: RequestDefect[]): unknown {
  const unkeepable = unstorable(value, `/${part}`);
  if (unkeepable.length > 0) {
    errors.push(...unkeepable);
    return undefined;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) errors.push(...defectsOf(part, parsed.error));
  return parsed.data;
}

function queryOf(request: Request, errors: RequestDefect[]): Record<string, string> {
  const params = new URL(request.url).searchParams;
  const query: Record<string, string> = {};
  for (const [name, value] of params) {
    if (Object.hasOwn(query, name)) {
      errors.push({ pointer: `/query/${name}`, message: 'stands there twice', code: 'twice' });
    }
    Object.defineProperty(query, name, { value, enumerable: true, configurable: true });
  }
  return query;
}
