import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProgramme } from '../src/app/check-folder.ts';
import { buildChain } from '../src/chain/build.ts';

const VALID = join(import.meta.dirname, 'fixtures/folders/valid');
const exactly = (value: number) => ({ low: value, central: value, high: value });

test('a chain has the data, the overlay and the pooled judgements, with the evidence of each', async () => {
  const { links } = buildChain(await openProgramme(VALID));
  expect([...links.keys()]).toEqual(['lamp', 'bulb', 'power', 'mains', 'cell', 'oven', 'sand']);
  const lamp = links.get('lamp')!;
  expect(lamp.nameZh).toBe('灯');
  expect(lamp.homeNeed).toEqual({ ...exactly(0.2), mark: 'judgement', evidence: 'e-model' });
  expect(lamp.homeCapacity).toEqual({
    low: 0.1,
    central: 0.15,
    high: 0.2,
    mark: 'read',
    evidence: 'e-survey',
  });
  expect(lamp.stockDays).toBeNull();
  const bulb = links.get('bulb')!;
  expect(bulb.stockDays).toEqual({ low: 20, central: 35, high: 60, mark: 'judgement', disagreement: 0 });
  expect(bulb.groups.map((group) => [group.id, group.members])).toEqual([
    ['tools', [{ link: 'oven', share: 0.8 }]],
    ['inputs', [{ link: 'sand', share: 1 }]],
  ]);
  expect(bulb.supply[0]).toEqual({
    provider: 'FAR',
    share: { low: 0.5, central: 0.6, high: 0.7, mark: 'read', evidence: 'e-survey' },
    year: 2024,
    evidence: 'e-survey',
  });
  expect(links.get('oven')!.supply).toEqual([
    { provider: 'NEA', share: null, year: 2024, evidence: 'e-survey' },
  ]);
});
