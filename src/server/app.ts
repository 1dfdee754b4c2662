import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Route } from '../contract/api/route.ts';
import { ROUTES, type RouteKey } from '../contract/api/routes.ts';
import { MusterError } from '../kernel/errors.ts';
import { addressOf } from './address.ts';
import type { Handler, Handlers } from './call.ts';
import { type Door, enter } from './door.ts';
import { secure } from './headers.ts';
import type { Log } from './log.ts';
import { problemOf, problemReply } from './refusals.ts';

/** What the application is made of. */
export interface AppParts extends Door {
  readonly handlers: Handlers;
  readonly log: Log;
  /** Answers what is no route of the API: the pages; null: nothing is there. */
  readonly pages: ((request: Request) => Promise<Response | null>) | null;
  /** Whether the server can do its work; for /healthz. */
  readonly healthy: () => Promise<boolean>;
}

export interface Variables {
  id: string;
  route: string;
  person: string | null;
}
type Ctx = Context<{ Variables: Variables }>;

/** The HTTP application: the routes of the table, health, pages; every reply with its headers, every request logged. */
export function createApp(parts: AppParts) {
  const app = new Hono<{ Variables: Variables }>();
  app.use(compress());
  app.use(async (c, next) => {
    const begun = performance.now();
    c.set('id', randomUUID());
    c.set('route', 'pages');
    c.set('person', null);
    await next();
    secure(c.res.headers, parts.behindProxy);
    c.res.headers.set('X-Request-Id', c.get('id'));
    parts.log(requestEntry(c, performance.now() - begun));
  });
  app.get('/healthz', async (c) => {
    c.set('route', 'GET /healthz');
    const healthy = await parts.healthy().catch(() => false);
    return c.json({ status: healthy ? 'ok' : 'unavailable' }, healthy ? 200 : 503);
  });
  for (const [key, route] of Object.entries(ROUTES) as [RouteKey, Route][]) addRoute(app, parts, key, route);
  for (const [path, methods] of methodsByPath()) {
    app.all(path, () => {
      throw new MusterError('METHOD_NOT_ALLOWED', `This address knows ${methods.join(', ')}.`);
    });
  }
  app.all('/api/*', () => {
    throw new MusterError('NOT_FOUND', 'The API has no such address.', { hint: 'See /api/docs.' });
  });
  app.notFound(async (c) => {
    const page = await parts.pages?.(c.req.raw);
    return page ?? refusal(c, parts, new MusterError('NOT_FOUND', 'There is no such page.'));
  });
  app.onError((error, c) => refusal(c, parts, error));
  return app;
}

function addRoute(app: Hono<{ Variables: Variables }>, parts: AppParts, key: RouteKey, route: Route): void {
  const [method, path] = honoPath(key);
  app.on(method, path, (c) => {
    c.set('route', key);
    return enter(
      parts,
      {
        key,
        route,
        request: c.req.raw,
        params: c.req.param(),
        address: addressOf(c, parts.behindProxy),
        known: (person) => c.set('person', person),
      },
      parts.handlers[key] as Handler<RouteKey>,
    );
  });
}

function honoPath(key: string): [method: string, path: string] {
  const [method, path] = key.split(' ') as [string, string];
  return [method, `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`];
}

function methodsByPath(): Map<string, string[]> {
  const byPath = new Map<string, string[]>();
  for (const key of Object.keys(ROUTES)) {
    const [method, path] = honoPath(key);
    byPath.set(path, [...(byPath.get(path) ?? []), method]);
  }
  return byPath;
}

function refusal(c: Ctx, { log, workbench }: AppParts, error: unknown): Response {
  const isOutage = workbench.records.isOutage(error);
  const problem = problemOf(isOutage ? DATABASE_AWAY : error);
  if (problem.status >= 500) {
    const stack = error instanceof Error ? error.stack : String(error);
    const event = isOutage ? 'outage' : 'bug';
    log({ level: 'error', event, id: c.get('id'), route: c.get('route'), stack });
  }
  return problemReply(problem);
}

const DATABASE_AWAY = new MusterError('UNAVAILABLE', 'The database cannot be reached now.', {
  hint: 'Ask again in a moment; with the same Idempotency-Key a write is done once.',
});

function requestEntry(c: Ctx, ms: number) {
  return {
    level: 'info',
    event: 'request',
    id: c.get('id'),
    method: c.req.method,
    route: c.get('route'),
    status: c.res.status,
    ms: Math.round(ms * 10) / 10,
    person: c.get('person'),
  } as const;
}
