import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Workbench } from '../app/workbench/workbench.ts';
import { createApp } from './app.ts';
import { handlersOf } from './handlers/index.ts';
import { LIMITS, type Limits, RateLimiter } from './limits.ts';
import type { Log } from './log.ts';
import { pagesIn } from './pages.ts';

/** What the server of a workbench is told. */
export interface ServerOptions {
  readonly behindProxy: boolean;
  /** Folder of the built web application; null: none is served. */
  readonly pages: string | null;
  readonly log: Log;
  readonly limits?: Limits;
}

/** The HTTP application of a workbench. */
export function serverApp(workbench: Workbench, { behindProxy, pages, log, limits = LIMITS }: ServerOptions) {
  return createApp({
    workbench,
    limits,
    limiter: new RateLimiter(workbench.now),
    behindProxy,
    handlers: handlersOf(workbench),
    log,
    pages: pages === null ? null : pagesIn(pages),
    healthy: async () => {
      await workbench.records.people.anyOwner();
      return true;
    },
  });
}

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no more requests, ends streams, and waits for the rest, but not for ever. */
  stop(): Promise<void>;
}

/** Time that requests under way have to end, in milliseconds. */
const STOP_MS = 5000;

/** Listens; port 0 takes any that is free. Rejects where the port is taken. */
export async function listen(
  app: ReturnType<typeof serverApp>,
  hostname: string,
  port: number,
): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname, port }, () => resolve(starting));
    starting.once('error', reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), STOP_MS).unref();
      }),
  };
}
