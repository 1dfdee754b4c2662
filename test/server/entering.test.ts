import { describe, expect, it } from 'vitest';
import { ownerLink } from '../../src/app/workbench/people.ts';
import { Caller, must, PASSWORD, testBench } from '../support/api.ts';
import { useStore } from '../support/database.ts';

const store = useStore();

describe('the installation', () => {
  it('is taken once, with the link of its first start', async () => {
    const bench = testBench(store);
    const first = await ownerLink(bench.workbench);
    const second = await ownerLink(bench.workbench);
    const taker = new Caller(bench.app);
    const take = (path: string | null, login: string) =>
      taker.call('POST /owner', {
        body: { token: path!.replace('/owner/', ''), login, name: 'A', password: PASSWORD },
      });
    expect((await take(first, 'early')).status).toBe(410);
    const replies = await Promise.all([take(second, 'one'), take(second, 'two')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect((await take(second, 'three')).text).toContain('/problems/link-spent');
    expect(await ownerLink(bench.workbench)).toBeNull();
    expect((await must(taker, 'GET /session')).person.owner).toBe(true);
  });
});
