import { expect, it } from 'vitest';
import { Computed } from '../../src/app/workbench/computed.ts';
import { takeFolder } from '../../src/app/workbench/take-files.ts';
import { useStore } from '../support/database.ts';
import { VALID_FOLDER } from '../support/folders.ts';

const here = useStore();

it('what is computed is computed once for a content and its options, and not kept where it is refused', async () => {
  const { files } = await takeFolder(VALID_FOLDER);
  const [first, second] = await here.records.transaction(null, async ({ programmes, versions }) => {
    const add = async (name: string) => {
      const { id } = await programmes.add(name);
      await versions.add({ programme: id, parent: null, reason: 'first', kind: 'import', files });
      return id;
    };
    return [await add('One'), await add('The same')];
  });
  let times = 0;
  const computed = new Computed(here.records, async ({ asked }) => {
    times++;
    if (asked.kind === 'assess' && asked.options.scenario !== null) throw new Error('refused');
    return JSON.stringify(asked);
  });
  const texts = await Promise.all([
    computed.assessment(first!, 1, {}),
    computed.assessment(first!, 1, {}),
    computed.assessment(second!, 1, { maxOrder: 2 }),
  ]);
  expect(new Set(texts).size).toBe(1);
  expect(times).toBe(1);
  const later = new Computed(here.records, () => Promise.reject(new Error('it is kept')));
  expect(await later.assessment(second!, 1, {})).toBe(texts[0]);
  expect(JSON.parse(await computed.assessment(first!, 1, { reading: 'world' }))).toMatchObject({
    options: { reading: 'world' },
  });
  expect(times).toBe(2);
  for (let i = 0; i < 2; i++) {
    await expect(computed.assessment(first!, 1, { scenario: 'none' })).rejects.toThrow('refused');
  }
  expect(times).toBe(4);
  await expect(computed.assessment(first!, 9, {})).rejects.toMatchObject({ code: 'NO_SUCH_VERSION' });
});
