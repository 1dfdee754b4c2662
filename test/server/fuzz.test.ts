import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeFolder } from '../../src/app/workbench/take-files.ts';
import { Problem } from '../../src/contract/api/problem.ts';
import type { Right, Route } from '../../src/contract/api/route.ts';
import { ROUTES, type RouteKey } from '../../src/contract/api/routes.ts';
import { openApi } from '../../src/server/openapi.ts';
import { Caller, must, newPerson, takeOwner, testBench } from '../support/api.ts';
import { useStore } from '../support/database.ts';
import { VALID_FOLDER } from '../support/folders.ts';
import { type Schema, valuesOf } from '../support/schema-values.ts';

const store = useStore();

/** Requests in a run: a few in every run of the tests, 10,000 in a long one. */
const REQUESTS = Number(process.env.MUSTER_FUZZ ?? 200);
const SEED = Number(process.env.MUSTER_FUZZ_SEED ?? 20261124);

const WHO = ['nobody', 'outsider', 'guest', 'auditor', 'planner', 'director', 'owner'] as const;
type Who = (typeof WHO)[number];
const MAY: Readonly<Record<Right, readonly Who[]>> = {
  public: WHO,
  person: WHO.slice(1),
  owner: ['owner'],
  read: ['guest', 'auditor', 'planner', 'director', 'owner'],
  edit: ['planner', 'director', 'owner'],
  direct: ['director', 'owner'],
  audit: ['auditor', 'director', 'owner'],
};

/** They would end the sessions that the run lives on; their own tests are elsewhere. */
const LEFT_OUT: readonly string[] = ['DELETE /session', 'PUT /session/password', 'POST /session'];

interface Operation {
  readonly key: RouteKey;
  readonly route: Route;
  readonly query: Schema;
  readonly body: Schema | null;
}

interface Step {
  readonly who: Who;
  readonly operation: Operation;
  readonly query: unknown;
  readonly body: unknown;
  /** What is done to spoil it; null: nothing. */
  readonly spoil: 'unknown-query' | 'unknown-field' | 'no-body' | 'bad-param' | 'nonsense' | null;
  /** Chooses among known ids. */
  readonly picks: readonly number[];
}

const document = openApi('fuzz') as {
  paths: Record<string, Record<string, never>>;
  components: { schemas: Record<string, Schema> };
};

function operations(): Operation[] {
  return (Object.entries(ROUTES) as [RouteKey, Route][])
    .filter(([key]) => !LEFT_OUT.includes(key))
    .map(([key, route]) => {
      const [method, path] = key.split(' ') as [string, string];
      const { parameters = [], requestBody } = document.paths[`/api${path}`]![method.toLowerCase()]! as {
        parameters?: { name: string; in: string; schema: Schema; required: boolean }[];
        requestBody?: { content: { 'application/json': { schema: Schema } } };
      };
      const asked = parameters.filter((one) => one.in === 'query');
      return {
        key,
        route,
        query: {
          type: 'object',
          properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
          required: asked.filter((one) => one.required).map(({ name }) => name),
        },
        body: requestBody?.content['application/json'].schema ?? null,
      };
    });
}

const resolve = (ref: string): Schema => document.components.schemas[ref.split('/').at(-1)!]!;

function stepsOf(operation: Operation): fc.Arbitrary<Step> {
  return fc.record({
    who: fc.oneof(
      { arbitrary: fc.constantFrom(...WHO), weight: 1 },
      { arbitrary: fc.constant('owner' as const), weight: 1 },
    ),
    operation: fc.constant(operation),
    query: valuesOf(operation.query, resolve),
    body: operation.body ? valuesOf(operation.body, resolve) : fc.constant(undefined),
    spoil: fc.option(
      fc.constantFrom('unknown-query', 'unknown-field', 'no-body', 'bad-param', 'nonsense' as const),
      { freq: 4 },
    ) as fc.Arbitrary<Step['spoil']>,
    picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  });
}

/** Ids that replies told, by the name of the parameter that they are for. */
type Known = Record<string, unknown[]>;

it(`${REQUESTS} requests drawn from the OpenAPI document find no bug and no way round a right`, async () => {
  const bench = testBench(store);
  const owner = await takeOwner(bench);
  const { files } = await takeFolder(VALID_FOLDER);
  const folder = Object.fromEntries(files);
  const { id: programme } = await must(owner, 'POST /programmes', {
    body: { name: 'Fuzzed', files: folder },
  });
  const callers: Record<string, Caller> = { nobody: new Caller(bench.app), owner };
  for (const role of ['guest', 'auditor', 'planner', 'director', 'outsider'] as const) {
    const { caller, id } = await newPerson(bench, owner, role);
    callers[role] = caller;
    if (role === 'outsider') continue;
    const params = { programme, person: id };
    await must(owner, 'PUT /programmes/{programme}/members/{person}', { params, body: { role } });
  }
  const known: Known = { programme: [programme], version: [1], run: [], question: [], person: [], token: [] };
  const seen = new Map<string, number>();
  const all = fc.sample(fc.oneof(...operations().map(stepsOf)), { numRuns: REQUESTS, seed: SEED });
  for (const [number, step] of all.entries()) {
    const sent = requestOf(step, known);
    const reply = await callers[step.who]!.send(...sent);
    const stream = reply.headers.get('content-type')?.startsWith('text/event-stream');
    const text = stream ? '' : await reply.text();
    if (stream) await reply.body!.cancel();
    const said = `request ${number} (seed ${SEED}) by ${step.who}: ${JSON.stringify(sent).slice(0, 600)} → ${reply.status} ${text.slice(0, 400)}\n${reply.status >= 500 ? JSON.stringify(bench.logged.slice(-2)) : ''}`;
    expect(reply.status, said).toBeLessThan(500);
    const { right } = step.operation.route;
    if (reply.status >= 400) {
      expect(reply.headers.get('content-type'), said).toBe('application/problem+json');
      expect(Problem.parse(JSON.parse(text)).status, said).toBe(reply.status);
    } else {
      expect(MAY[right], said).toContain(step.who);
      expect(step.spoil === null || step.spoil === 'no-body' ? null : step.spoil, said).toBeNull();
      const { reply: schema } = step.operation.route;
      if (typeof schema === 'object') learn(schema.parse(JSON.parse(text)), step.operation.key, known);
    }
    seen.set(step.operation.key, Math.min(reply.status, seen.get(step.operation.key) ?? 999));
  }
  const done = [...seen.values()].filter((status) => status < 300).length;
  // Most routes are reached with something that they take, not only refused at the door.
  if (REQUESTS >= 3000) expect(done).toBeGreaterThan(25);
}, 3_600_000);

function requestOf(step: Step, known: Known): [string, string, { body?: string; headers?: object }] {
  const { operation, spoil, picks } = step;
  const [method, path] = operation.key.split(' ') as [string, string];
  let at = 0;
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const pool = known[name.replace(/^other/, '').toLowerCase()] ?? [];
    const pick = picks[at++]!;
    if (spoil === 'bad-param' && at === 1) return '%F0%9F';
    if (pool.length > 0 && pick % 8 > 0) return encodeURIComponent(String(pool[pick % pool.length]));
    return name.toLowerCase().endsWith('version')
      ? String(pick)
      : name === 'token'
        ? 't'.repeat(43)
        : UNKNOWN;
  });
  const query = new URLSearchParams(step.query as Record<string, string>);
  if (picks.at(-1)! % 5 > 0) query.delete('after');
  if (spoil === 'unknown-query' || (spoil === 'bad-param' && at === 0)) query.set('no-such', '1');
  const withIds = known.run!.length > 0 && isObject(step.body) && 'run' in step.body;
  let body = withIds ? { ...(step.body as object), run: known.run!.at(-1) } : step.body;
  if (isObject(body) && ('version' in body || 'base' in body)) {
    const number = known.version!.at(-1);
    body = { ...body, ...('version' in body ? { version: number } : { base: number }) };
  }
  if (spoil === 'unknown-field' && isObject(body)) body = { ...body, 'no-such': 1 };
  if (spoil === 'nonsense' && operation.body) body = [body];
  if ((spoil === 'unknown-field' || spoil === 'nonsense') && !operation.body) query.set('no-such', '1');
  if (spoil === 'no-body') body = undefined;
  const search = query.toString();
  return [
    method,
    `/api${place}${search && `?${search}`}`,
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
  ];
}

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keeps the ids in a reply for later requests; the people who call are none that may be written to. */
function learn(reply: unknown, key: RouteKey, known: Known): void {
  if (!isObject(reply)) return;
  const keep = (name: string, value: unknown): void => {
    if (value !== undefined && !known[name]!.includes(value)) known[name]!.push(value);
  };
  if (key === 'POST /people') keep('person', (reply.person as { id: string }).id);
  if (key.startsWith('POST') && /\/(edits|restore)$|folder$/.test(key)) keep('version', reply.number);
  if (key.startsWith('POST') && /\/(runs|again)$/.test(key)) keep('run', reply.id);
}
