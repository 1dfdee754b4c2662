import { join } from 'node:path';
import { Computed } from '../../src/app/workbench/computed.ts';
import { KeptTexts } from '../../src/app/workbench/kept-texts.ts';
import { ownerLink } from '../../src/app/workbench/people.ts';
import type { Queue } from '../../src/app/workbench/ports.ts';
import { canonicalText, computeRun, type PinnedRun } from '../../src/app/workbench/run-kinds.ts';
import type { Workbench } from '../../src/app/workbench/workbench.ts';
import { WorldCache } from '../../src/app/workbench/world-cache.ts';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, RouteKey } from '../../src/contract/api/routes.ts';
import { chainLayout } from '../../src/figures/chain-layout.ts';
import type { Limits } from '../../src/server/limits.ts';
import type { LogEntry } from '../../src/server/log.ts';
import { serverApp } from '../../src/server/server.ts';
import type { TestStore } from './database.ts';

export const PASSWORD = 'correct horse battery';

/** Limits that no test meets by accident. */
export const NO_LIMITS: Limits = { signIn: 1e9, unknown: 1e9, writes: 1e9, all: 1e9 };

/** A workbench with cheap passwords, a clock that tests move, and a queue that only keeps what it was sent. */
export interface TestBench {
  readonly workbench: Workbench;
  readonly app: ReturnType<typeof serverApp>;
  readonly logged: LogEntry[];
  readonly sent: string[];
  /** Moves the clock on. */
  pass(ms: number): void;
}

export function testBench(
  { records }: TestStore,
  options: { limits?: Limits; pages?: string; behindProxy?: boolean } = {},
): TestBench {
  let ahead = 0;
  const logged: LogEntry[] = [];
  const sent: string[] = [];
  const queue: Queue = {
    send: async (run) => void sent.push(run),
    work: async () => {},
    stop: async () => {},
  };
  const compute = async (pinned: PinnedRun): Promise<string> =>
    canonicalText(
      await computeRun(pinned, { solver: null, plan: never, frontier: never, alternatives: never } as never),
    );
  const workbench: Workbench = {
    records,
    queue,
    computed: new Computed(records, compute),
    texts: new KeptTexts(),
    worlds: new WorldCache(),
    layOut: chainLayout,
    now: () => new Date(Date.now() + ahead),
    passwordCost: 4,
    examples: join(import.meta.dirname, '../../examples'),
  };
  const app = serverApp(workbench, {
    behindProxy: options.behindProxy ?? false,
    pages: options.pages ?? null,
    log: (entry) => logged.push(entry),
    limits: options.limits ?? NO_LIMITS,
  });
  return { workbench, app, logged, sent, pass: (ms) => (ahead += ms) };
}

function never(): never {
  throw new Error('Tests of the server compute no plans.');
}

/** What a route is called with. */
export interface Sent<Key extends RouteKey> {
  readonly params?: ParamsOf<Key>;
  readonly query?: QueryOf<Key>;
  readonly body?: BodyOf<Key>;
  readonly headers?: Record<string, string>;
}

export interface Got<Key extends RouteKey> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReplyOf<Key>;
  readonly text: string;
}

/** What answers requests: the application itself, or a server on the network. */
export interface Answering {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}

/** Somebody who calls the API, with the session they were last given. */
export class Caller {
  cookie: string | null = null;
  private readonly app: Answering;

  constructor(app: Answering) {
    this.app = app;
  }

  async call<Key extends RouteKey>(key: Key, sent: Sent<Key> = {}): Promise<Got<Key>> {
    const reply = await this.fetch(key, sent);
    const text = await reply.text();
    const json = reply.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: reply.status,
      headers: reply.headers,
      body: json ? JSON.parse(text) : text,
      text,
    } as Got<Key>;
  }

  async fetch<Key extends RouteKey>(
    key: Key,
    { params, query, body, headers }: Sent<Key>,
  ): Promise<Response> {
    const [method, path] = key.split(' ') as [string, string];
    const place = path.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(String((params as Record<string, unknown>)[name])),
    );
    const search = new URLSearchParams(query as Record<string, string> | undefined).toString();
    return this.send(method, `/api${place}${search && `?${search}`}`, {
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
      extra: headers,
    });
  }

  async send(
    method: string,
    path: string,
    {
      body,
      headers,
      extra,
    }: { body?: string | Uint8Array<ArrayBuffer>; headers?: object; extra?: Record<string, string> } = {},
  ): Promise<Response> {
    const reply = await this.app.request(path, {
      method,
      body,
      headers: { ...headers, ...(this.cookie && { Cookie: this.cookie }), ...extra } as Record<
        string,
        string
      >,
    });
    const set = reply.headers.get('set-cookie');
    if (set) this.cookie = set.startsWith('muster_session=;') ? null : set.split(';')[0]!;
    return reply;
  }
}

/** Takes the installation; the owner, signed in. */
export async function takeOwner({ app, workbench }: TestBench): Promise<Caller> {
  const owner = new Caller(app);
  const token = (await ownerLink(workbench))!.replace('/owner/', '');
  await must(owner, 'POST /owner', { body: { token, login: 'owner', name: 'Owner', password: PASSWORD } });
  return owner;
}

/** Invites somebody and lets them accept; they, signed in, and their id. */
export async function newPerson(
  bench: TestBench,
  owner: Caller,
  login: string,
): Promise<{ caller: Caller; id: string }> {
  const { person, path } = await must(owner, 'POST /people', { body: { name: login, login } });
  const caller = new Caller(bench.app);
  await must(caller, 'POST /invitations/accept', {
    body: { token: path.replace('/invitation/', ''), password: PASSWORD },
  });
  return { caller, id: person.id };
}

/** The reply of a call that is to succeed. */
export async function must<Key extends RouteKey>(
  caller: Caller,
  key: Key,
  sent: Sent<Key> = {},
): Promise<ReplyOf<Key>> {
  const got = await caller.call(key, sent);
  if (got.status >= 400) throw new Error(`${key}: ${got.status} ${got.text}`);
  return got.body;
}
