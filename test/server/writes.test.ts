import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Caller, must, newPerson, type TestBench, takeOwner, testBench } from '../support/api.ts';
import { useStore } from '../support/database.ts';

const store = useStore();
let bench: TestBench;
let owner: Caller;
let planner: Caller;
let programme: string;
const JSON_TYPE = { 'Content-Type': 'application/json' };

beforeAll(async () => {
  bench = testBench(store);
  owner = await takeOwner(bench);
  programme = (await must(owner, 'POST /programmes', { body: { name: 'P', example: 'critical-minerals' } }))
    .id;
  const { caller, id } = await newPerson(bench, owner, 'planner');
  planner = caller;
  await must(owner, 'PUT /programmes/{programme}/members/{person}', {
    params: { programme, person: id },
    body: { role: 'planner' },
  });
});

const edit = (from: string, to: string) => ({
  part: 'muster' as const,
  path: ['name'],
  from,
  to,
});
const post = (caller: Caller, base: number, from: string, to: string, headers = {}) =>
  caller.call('POST /programmes/{programme}/edits', {
    params: { programme },
    body: { base, edits: [edit(from, to)], reason: 'a better name' },
    headers,
  });

describe('writers', () => {
  it('one change of two that meet is refused, with what stands there, by whom and when', async () => {
    const mine = await post(planner, 1, 'Critical minerals', 'Mine');
    expect(mine.body).toMatchObject({ number: 2, parent: 1, kind: 'edit', author: { name: 'planner' } });
    const yours = await post(owner, 1, 'Critical minerals', 'Yours');
    expect(yours.status).toBe(409);
    expect(JSON.parse(yours.text)).toMatchObject({
      type: '/problems/conflict',
      conflicts: [{ index: 0, kind: 'changed', now: 'Mine', author: 'planner', at: mine.body.at }],
    });
    const versions = await must(owner, 'GET /programmes/{programme}/versions', { params: { programme } });
    expect(versions.items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('many at once: each version has one parent, none is lost', async () => {
    const edits = Array.from({ length: 4 }, (_, i) =>
      owner.call('POST /programmes/{programme}/edits', {
        params: { programme },
        body: {
          base: 2,
          reason: `row ${i}`,
          edits: [
            {
              part: 'evidence',
              path: [`new-${i}`],
              from: null,
              to: { id: `new-${i}`, mark: 'judgement', title: `Row ${i}`, year: 2026 },
            },
          ],
        },
      }),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    const made = statuses.filter((status) => status === 201).length;
    const { items } = await must(owner, 'GET /programmes/{programme}/versions', { params: { programme } });
    expect(items.map(({ number, parent }) => number - (parent ?? 0))).toEqual(items.map(() => 1));
    expect(items).toHaveLength(2 + made);
    expect(statuses).toEqual([201, 201, 201, 201]);
  });

  it('edits that would leave a defect change nothing, and tell every one', async () => {
    const got = await owner.call('POST /programmes/{programme}/edits', {
      params: { programme },
      body: {
        base: 2,
        reason: 'r',
        edits: [{ part: 'muster', path: ['currency'], from: 'EUR', to: 'euro' }],
      },
    });
    expect([409, 422]).toContain(got.status);
    const current = await must(owner, 'GET /programmes/{programme}/versions/{version}/content', {
      params: { programme, version: 2 },
    });
    const { currency } = current.parts.muster;
    const bad = await owner.call('POST /programmes/{programme}/edits', {
      params: { programme },
      body: {
        base: 2,
        reason: 'r',
        edits: [{ part: 'muster', path: ['currency'], from: currency, to: 'euro' }],
      },
    });
    expect(bad.status).toBe(422);
    expect(JSON.parse(bad.text)).toMatchObject({
      type: '/problems/invalid-programme',
      defects: [{ file: 'muster.yaml', severity: 'error' }],
    });
  });

  it('what is restored or packed and put back has the same content', async () => {
    const { items } = await must(owner, 'GET /programmes/{programme}/versions', { params: { programme } });
    const [latest, first] = [items[0]!, items.at(-1)!];
    const back = await must(owner, 'POST /programmes/{programme}/versions/{version}/restore', {
      params: { programme, version: 1 },
      body: { reason: 'as it was' },
    });
    expect(back).toMatchObject({ kind: 'undo', parent: latest.number, contentHash: first.contentHash });
    const zip = await owner.fetch('GET /programmes/{programme}/versions/{version}/folder.zip', {
      params: { programme, version: 2 },
    });
    expect(zip.headers.get('content-type')).toBe('application/zip');
    const put = await owner.send(
      'PUT',
      `/api/programmes/${programme}/folder?base=${back.number}&reason=back`,
      {
        body: new Uint8Array(await zip.arrayBuffer()),
        headers: { 'Content-Type': 'application/zip' },
      },
    );
    const version = (await put.json()) as { contentHash: string };
    expect([put.status, version.contentHash]).toEqual([
      201,
      items.find(({ number }) => number === 2)!.contentHash,
    ]);
    const late = await owner.send('PUT', `/api/programmes/${programme}/folder?base=1&reason=late`, {
      body: 'no zip',
      headers: { 'Content-Type': 'application/zip' },
    });
    expect(late.status).toBe(422);
  });
});

describe('idempotency keys', () => {
  const rename = (caller: Caller, name: string, key: string) =>
    caller.call('PATCH /programmes/{programme}', {
      params: { programme },
      body: { name },
      headers: { 'Idempotency-Key': key },
    });

  it('act once, and give the first reply again', async () => {
    const run = () =>
      planner.call('POST /programmes/{programme}/runs', {
        params: { programme },
        body: { version: 1, kind: 'assess' },
        headers: { 'Idempotency-Key': 'run-1' },
      });
    const [first, second] = [await run(), await run()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(bench.sent.filter((id) => id === first.body.id)).toHaveLength(1);
    const both = await Promise.all([rename(owner, 'Q', 'same'), rename(owner, 'Q', 'same')]);
    const statuses = both.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([200, 409]).toContain(statuses[1]);
  });

  it('are refused for another request, and free again after a refusal', async () => {
    expect((await rename(owner, 'R', 'k')).status).toBe(200);
    expect((await rename(owner, 'S', 'k')).text).toContain('/problems/idempotency-key-reused');
    expect((await rename(owner, '', 'k2')).status).toBe(400);
    expect((await rename(owner, 'T', 'k2')).status).toBe(200);
    expect((await rename(owner, 'T', 'with space')).status).toBe(400);
  });

  it('bring no second copy of a link that is told once', async () => {
    const invite = () =>
      owner.call('POST /people', { body: { name: 'G', login: 'gus' }, headers: { 'Idempotency-Key': 'g' } });
    expect((await invite()).status).toBe(201);
    expect((await invite()).text).toContain('/problems/told-once');
  });
});

describe('the door', () => {
  it('gives what is unchanged no second time', async () => {
    const ask = (version: number, tag?: string) =>
      owner.call('GET /programmes/{programme}/versions/{version}/content', {
        params: { programme, version },
        headers: tag ? { 'If-None-Match': tag } : {},
      });
    const { headers } = await ask(1);
    const tag = headers.get('etag')!;
    expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const same = await ask(1, `"other", W/${tag}`);
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await ask(2, tag)).status).toBe(200);
    const list = await owner.call('GET /people');
    expect(list.headers.get('cache-control')).toBe('private, no-cache');
    const again = await owner.call('GET /people', {
      headers: { 'If-None-Match': list.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  it('gives what is kept packed to who takes gzip, and plain to all others', async () => {
    const key = 'GET /programmes/{programme}/versions/{version}/content';
    const ask = (headers: Record<string, string>) =>
      owner.fetch(key, { params: { programme, version: 1 }, headers });
    const plain = await (await ask({})).text();
    expect(Object.keys(JSON.parse(plain))).toContain('parts');
    const packed = ['gzip', 'br, gzip;q=0.5', '*'];
    for (const accepted of [...packed, 'identity', 'gzip;q=0', '*;q=0', 'br']) {
      const reply = await ask({ 'Accept-Encoding': accepted });
      const isPacked = packed.includes(accepted);
      expect([accepted, reply.headers.get('content-encoding')]).toEqual([accepted, isPacked ? 'gzip' : null]);
      expect(reply.headers.get('vary')).toBe('Accept-Encoding');
      const bytes = Buffer.from(await reply.arrayBuffer());
      expect((isPacked ? gunzipSync(bytes) : bytes).toString()).toBe(plain);
      const etag = reply.headers.get('etag')!;
      expect(etag.startsWith('W/')).toBe(isPacked);
      expect((await ask({ 'Accept-Encoding': accepted, 'If-None-Match': etag })).status).toBe(304);
    }
  });

  it.each([
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{ 'Sec-Fetch-Site': 'none' }, 200],
  ])('takes writes from its own pages only: %o', async (headers, status) => {
    const got = await owner.call('PATCH /programmes/{programme}', {
      params: { programme },
      body: { name: 'From' },
      headers,
    });
    expect(got.status).toBe(status);
    if (status === 403) expect(got.text).toContain('/problems/foreign-origin');
  });

  it('limits what one may ask in a minute', async () => {
    const strict = testBench(store, { limits: { signIn: 2, unknown: 5, writes: 2, all: 4 } });
    const caller = new Caller(strict.app);
    const enter = () => caller.call('POST /session', { body: { login: 'nobody', password: 'x' } });
    const tried = [await enter(), await enter(), await enter()];
    expect(tried.map(({ status }) => status)).toEqual([401, 401, 429]);
    const known = new Caller(strict.app);
    known.cookie = owner.cookie;
    const rename = () =>
      known.call('PATCH /programmes/{programme}', { params: { programme }, body: { name: 'L' } });
    expect([await rename(), await rename(), await rename()].map(({ status }) => status)).toEqual([
      200, 200, 429,
    ]);
    const read = async () => (await known.call('GET /session')).status;
    expect([await read(), await read()]).toEqual([200, 429]);
    strict.pass(60_000);
    expect(await read()).toBe(200);
  });

  const bodies: readonly [string, string | Uint8Array<ArrayBuffer>, object, number][] = [
    ['no JSON', '{', JSON_TYPE, 400],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), JSON_TYPE, 400],
    ['a form', 'name=x', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', '{"name":"x"}', { 'Content-Type': 'text/plain' }, 415],
    ['too much', JSON.stringify({ name: 'x'.repeat(1_100_000) }), JSON_TYPE, 413],
    ['a NUL', '{"name":"a\\u0000b"}', JSON_TYPE, 400],
    ['half a character', '{"name":"a\\ud800b"}', JSON_TYPE, 400],
    ['a prototype', '{"name":"a","__proto__":{}}', JSON_TYPE, 400],
    ['endless depth', `${'['.repeat(300_000)}${']'.repeat(300_000)}`, JSON_TYPE, 400],
    ['another field', '{"name":"a","other":1}', JSON_TYPE, 400],
  ];
  it.each(bodies)('refuses a body of %s', async (_, body, headers, status) => {
    const reply = await owner.send('PATCH', `/api/programmes/${programme}`, { body, headers });
    const problem = (await reply.json()) as { status: number };
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(problem.status).toBe(status);
  });

  it('tells every defect of a request, each with its place', async () => {
    const reply = await owner.send('POST', '/api/people?x=1', {
      body: JSON.stringify({ name: '', login: 'no good', owner: 'yes' }),
      headers: JSON_TYPE,
    });
    const { errors } = (await reply.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/body/login',
      '/body/name',
      '/body/owner',
      '/query',
    ]);
    const params = await owner.send('GET', '/api/programmes/nonsense');
    expect([params.status, await params.text()]).toEqual([400, expect.stringContaining('/params/programme')]);
  });

  it('knows its addresses, and their methods', async () => {
    expect((await owner.send('GET', '/api/nothing')).status).toBe(404);
    expect((await owner.send('PUT', '/api/people')).status).toBe(405);
    expect((await owner.send('HEAD', '/api/people')).status).toBe(200);
    expect((await owner.send('GET', '/nothing')).status).toBe(404);
    expect(await (await owner.send('GET', '/healthz')).json()).toEqual({ status: 'ok' });
  });

  it('sends every reply with its headers, refusals too', async () => {
    for (const path of ['/api/people', '/api/nothing', '/healthz', '/nothing', '/api/docs']) {
      const { headers } = await new Caller(bench.app).send('GET', path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'self'");
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
