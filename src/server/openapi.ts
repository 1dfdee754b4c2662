import { z } from 'zod';
import { Problem } from '../contract/api/problem.ts';
import type { Route } from '../contract/api/route.ts';
import { PARAMS, ROUTES } from '../contract/api/routes.ts';

type Json = Record<string, unknown>;

const INFO = {
  title: 'Muster',
  summary: 'Programmes, their versions, and what follows from them',
  description:
    'Every refusal is a problem document (RFC 9457). Writes take `Idempotency-Key`. Lists are paged: `limit`, and `after` with the `next` of the page before.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
} as const;

/** The route table as an OpenAPI 3.1 document. */
export function openApi(version: string): Json {
  const schemas: Json = {};
  const add = (name: string, schema: z.ZodType, io: 'input' | 'output'): Json =>
    hoisted(name, jsonSchema(schema, io), schemas);
  schemas.Problem = add('Problem', Problem, 'output');
  const paths: Record<string, Json> = {};
  for (const [key, route] of Object.entries(ROUTES) as [string, Route][]) {
    const [method, path] = key.split(' ') as [string, string];
    paths[`/api${path}`] = { ...paths[`/api${path}`], [method.toLowerCase()]: operation(key, route, add) };
  }
  return {
    openapi: '3.1.0',
    info: { ...INFO, version },
    paths,
    components: {
      schemas,
      responses: { Problem: { description: 'Refused', content: problemContent() } },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'muster_session' } },
    },
  };
}

type Add = (name: string, schema: z.ZodType, io: 'input' | 'output') => Json;

function operation(key: string, route: Route, add: Add): Json {
  const name = nameOf(key);
  const parameters = [
    ...pathParameters(key, add),
    ...queryParameters(name, route, add),
    ...headers(key, route),
  ];
  return {
    operationId: name,
    summary: route.summary,
    tags: [tagOf(key)],
    'x-right': route.right,
    security: route.right === 'public' ? [] : [{ session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: requestBody(name, route, add) }),
    responses: responses(name, route, add),
  };
}

/** `PUT /programmes/{programme}/members/{person}` → `putProgrammeMember`-like names: method and words of the path. */
function nameOf(key: string): string {
  const [method, path] = key.split(' ') as [string, string];
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== '');
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

function tagOf(key: string): string {
  const [, path] = key.split(' ') as [string, string];
  const within = /^\/programmes\/\{programme\}\/(\w+)/.exec(path);
  return within?.[1] ?? /^\/(\w+)/.exec(path)![1]!;
}

function pathParameters(key: string, add: Add): Json[] {
  return [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: add(name!, PARAMS[name as keyof typeof PARAMS], 'output'),
  }));
}

function queryParameters(name: string, route: Route, add: Add): Json[] {
  if (!route.query) return [];
  const { properties = {}, required = [] } = add(`${name}Query`, route.query, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([field, { description, ...schema }]) => ({
    name: field,
    in: 'query',
    required: required.includes(field),
    ...(description !== undefined && { description }),
    schema,
  }));
}

function headers(key: string, { right, reply }: Route): Json[] {
  const schema = { type: 'string' };
  if (key.startsWith('GET ')) {
    return reply === 'text/event-stream' ? [] : [{ name: 'If-None-Match', in: 'header', schema }];
  }
  return right === 'public'
    ? []
    : [{ name: 'Idempotency-Key', in: 'header', schema: { ...schema, maxLength: 200 } }];
}

function requestBody(name: string, { body, bodyMedia }: Route, add: Add): Json {
  return {
    required: true,
    content: {
      'application/json': { schema: add(`${name}Body`, body!, 'input') },
      ...(bodyMedia && { [bodyMedia]: {} }),
    },
  };
}

function responses(name: string, route: Route, add: Add): Json {
  const { reply, status = reply === undefined ? 204 : 200 } = route;
  const schema = typeof reply === 'object' ? add(`${name}Reply`, reply, 'output') : null;
  const media = typeof reply === 'string' ? { [reply]: {} } : { 'application/json': { schema } };
  return {
    [status]: { description: 'Done', ...(reply !== undefined && { content: media }) },
    default: { $ref: '#/components/responses/Problem' },
  };
}

function problemContent(): Json {
  return { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

/** A schema whose definitions went to the components of the document, since a pointer counts from its top. */
function hoisted(name: string, { $defs, ...schema }: Json, components: Json): Json {
  const place = (key: string): string => `${name}${key.replace(/^_+/, '.')}`;
  for (const [key, inner] of Object.entries(($defs ?? {}) as Json)) {
    components[place(key)] = relinked(inner, place);
  }
  return relinked(schema, place) as Json;
}

function relinked(value: unknown, place: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => relinked(inner, place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace(/^#\/\$defs\/(.*)$/, (_, def) => `#/components/schemas/${place(def)}`)
        : relinked(inner, place),
    ]),
  );
}
