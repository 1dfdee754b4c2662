import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/app/workbench/ports/runs.ts';
import { useStore } from '../support/database.ts';
import { hashOf } from './filled.ts';

const here = useStore();
let programme: string;

beforeAll(async () => {
  programme = (await here.records.transaction(null, (w) => w.programmes.add('Chips'))).id;
  const version = {
    programme,
    parent: null,
    reason: '',
    kind: 'create',
    files: new Map([['a', 'b']]),
  } as const;
  await here.records.transaction(null, (w) => w.versions.add(version));
});

async function request(version = 1): Promise<string> {
  const pins = {
    programme,
    version,
    kind: 'plan',
    options: { gap: 0.1 },
    seed: 7,
    programVersion: '1',
  } as const;
  return (await here.records.transaction(null, (w) => w.runs.request(pins))).id;
}
const claim = (id: string, worker: string, seconds = 60) =>
  here.records.transaction(null, (w) => w.runs.claim(id, worker, seconds));
const finish = (id: string, worker: string, result = '{}') =>
  here.records.transaction(null, (w) => w.runs.finish(id, worker, { status: 'done', result }));

describe('a run', () => {
  it('is claimed by one of many workers, and its result is written once', async () => {
    const id = await request();
    const claims = await Promise.all(Array.from({ length: 8 }, (_, i) => claim(id, `w${i}`)));
    const [mine] = claims.filter((one) => one !== null);
    expect(claims.filter((one) => one !== null)).toHaveLength(1);
    expect(mine).toMatchObject({ status: 'running', attempts: 1 });
    expect(await finish(id, 'another', 'wrong')).toBe(false);
    expect(await finish(id, mine!.worker!, '{"value":1}')).toBe(true);
    expect(await finish(id, mine!.worker!, '{"value":2}')).toBe(false);
    expect(await here.records.runs.result(id)).toBe('{"value":1}');
    expect(await here.records.runs.get(id)).toMatchObject({
      ...{ status: 'done', resultHash: hashOf('{"value":1}'), leaseUntil: null },
    });
    expect(await claim(id, 'late')).toBeNull();
  });

  it('goes to another worker where the first gives no sign of life, and the first loses it', async () => {
    const id = await request();
    await claim(id, 'slow', 0);
    await sleep(5);
    expect(await here.records.runs.claimable()).toContain(id);
    expect(await claim(id, 'quick')).toMatchObject({ worker: 'quick', attempts: 2 });
    expect(await here.records.runs.claimable()).not.toContain(id);
    const progress = (worker: string) =>
      here.records.transaction(null, (w) => w.runs.progress(id, worker, 60, { done: 1 }));
    expect(await progress('slow')).toBe('lost');
    expect(await finish(id, 'slow')).toBe(false);
    expect(await progress('quick')).toBe('go-on');
    expect((await here.records.runs.get(id))!.progress).toEqual({ done: 1 });
    expect(await here.records.transaction(null, (w) => w.runs.release(id, 'quick'))).toBe(true);
    expect(await here.records.runs.get(id)).toMatchObject({ status: 'waiting', worker: null, attempts: 1 });
  });

  it('is cancelled at once while it waits, and by its worker where it runs', async () => {
    const cancel = (id: string) => here.records.transaction(null, (w) => w.runs.requestCancel(id));
    const waiting = await request();
    expect(await cancel(waiting)).toMatchObject({ status: 'cancelled' });
    expect(await claim(waiting, 'w')).toBeNull();
    const running = await request();
    await claim(running, 'w');
    expect(await cancel(running)).toMatchObject({ status: 'running', cancelRequested: true });
    expect(await here.records.transaction(null, (w) => w.runs.progress(running, 'w', 60, null))).toBe(
      'cancel',
    );
    await here.records.transaction(null, (w) => w.runs.finish(running, 'w', { status: 'cancelled' }));
    expect(await cancel(running)).toMatchObject({ status: 'cancelled' });
  });

  it('belongs to a version that is there', async () => {
    await expect(request(99)).rejects.toMatchObject({ code: 'NO_SUCH_VERSION' });
  });

  it('comes in pages, newest first, also where several were asked for in one moment', async () => {
    const ids = await here.records.transaction(null, async (w) => {
      const pins = {
        programme,
        version: 1,
        kind: 'frontier',
        options: null,
        seed: 1,
        programVersion: '1',
      } as const;
      const made: string[] = [];
      for (let i = 0; i < 7; i++) made.push((await w.runs.request(pins)).id);
      return made;
    });
    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages++) {
      const page = await here.records.runs.list(programme, 'frontier', { limit: 2, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect([...seen].sort()).toEqual([...ids].sort());
  });
});

describe('who watches a run', () => {
  it('sees it as it is, then its changes, then its end', async () => {
    const id = await request();
    const seen: RunRecord[] = [];
    const watching = (async () => {
      for await (const run of here.records.watch(id, new AbortController().signal)) {
        seen.push(run);
        if (run.status === 'waiting') await claim(id, 'w');
        else if (run.progress === null && run.status === 'running')
          await here.records.transaction(null, (w) => w.runs.progress(id, 'w', 60, { done: 0.5 }));
        else if (run.status === 'running') await finish(id, 'w');
      }
    })();
    await watching;
    const states = seen.map(({ status, progress }) => [status, progress]);
    expect(states[0]).toEqual(['waiting', null]);
    expect(states).toContainEqual(['running', { done: 0.5 }]);
    expect(states.at(-1)![0]).toBe('done');
  });

  it('is let go by the signal, and sees nothing where there is no such run', async () => {
    const stop = new AbortController();
    const id = await request();
    let seen = 0;
    for await (const _ of here.records.watch(id, stop.signal)) {
      seen++;
      stop.abort();
    }
    expect(seen).toBe(1);
    const nowhere = here.records.watch('00000000-0000-4000-8000-000000000000', new AbortController().signal);
    for await (const _ of nowhere) seen++;
    expect(seen).toBe(1);
  });
});
