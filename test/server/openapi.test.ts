import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/contract/api/routes.ts';
import { openApi } from '../../src/server/openapi.ts';
import { referencePage } from '../../src/server/reference-page.ts';

type Node = Readonly<Record<string, unknown>>;

const document = openApi('1.2.3') as Node;
const operations = Object.entries(document.paths as Record<string, Record<string, Node>>).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every object in the document, with its place. */
function* nodes(value: unknown, place = '#'): Generator<[string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [place, value as Node];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${place}/${key}`);
}

describe('the OpenAPI document', () => {
  it('tells every route of the table and no other', () => {
    const keys = operations.map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`,
    );
    expect(keys.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('has what version 3.1 asks of it', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Muster', version: '1.2.3' });
    const ids = operations.map(({ operation }) => operation.operationId as string);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations) {
      const parameters = (operation.parameters ?? []) as Node[];
      const names = parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(names).size, path).toBe(names.length);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(
        parameters
          .filter((one) => one.in === 'path')
          .map(({ name }) => name)
          .sort(),
      ).toEqual(inPath);
      for (const one of parameters) {
        expect(['path', 'query', 'header'], path).toContain(one.in);
        expect(one.schema, `${path} ${one.name}`).toBeTypeOf('object');
        if (one.in === 'path') expect(one.required).toBe(true);
      }
      expect(method === 'get' && 'requestBody' in operation, path).toBe(false);
      const responses = operation.responses as Record<string, Node>;
      expect(Object.keys(responses).every((status) => /^(default|[1-5]\d\d)$/.test(status))).toBe(true);
      for (const response of Object.values(responses)) {
        expect('$ref' in response || typeof response.description === 'string', path).toBe(true);
      }
    }
  });

  it('refers to nothing that is not there, and names no key that its dialect lacks', () => {
    for (const [place, node] of nodes(document)) {
      expect(Object.hasOwn(node, '$defs') || Object.hasOwn(node, '$schema'), place).toBe(false);
      if (typeof node.$ref !== 'string') continue;
      const target = node.$ref
        .slice(2)
        .split('/')
        .reduce((at: unknown, key) => (at as Node | undefined)?.[key], document);
      expect(target, `${place}: ${node.$ref}`).toBeTypeOf('object');
    }
  });

  it('names a right and a session for all that are not public', () => {
    for (const { operation } of operations) {
      const open = operation['x-right'] === 'public';
      expect(operation.security).toEqual(open ? [] : [{ session: [] }]);
    }
  });
});

it('the page of reference tells every route, and asks nothing of another place', () => {
  const page = referencePage();
  for (const key of Object.keys(ROUTES)) expect(page).toContain(`<code>${key}</code>`);
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(page).not.toMatch(/<script|@import|url\(/);
});
