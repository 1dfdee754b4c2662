import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WhatIf, WhatIfReply } from '../../contract/api/what-if.ts';
import type { Programme } from '../../programme/programme.ts';
import { assess } from '../assess.ts';
import { openProgramme } from '../check-folder.ts';
import { ChainWorld } from '../scenario-world.ts';
import { whatIf } from './what-if.ts';
import { WorldCache } from './world-cache.ts';

const programme = await openProgramme(join(import.meta.dirname, '../../../examples/advanced-chips'));
const world = new ChainWorld(programme);
const asked = (what: unknown): WhatIfReply => whatIf(world, WhatIf.parse(what));

/** What `muster assess` says of a scenario that is written into the programme. */
function assessed(scenario: Programme['scenarios'][number]) {
  const written = { ...programme, scenarios: [...programme.scenarios, scenario] };
  return assess(written, { scenario: scenario.id, maxOrder: 1, gates: 'unknown' });
}

function sameAs(
  reply: WhatIfReply,
  side: 'before' | 'after',
  scenario: Programme['scenarios'][number],
): void {
  const report = assessed(scenario);
  for (const [i, product] of report.products.entries()) {
    const { works, coverage, coverageLow, coverageHigh, stopsOnDay } = product;
    expect(reply.products[i][side]).toMatchObject({ works, coverage, coverageLow, coverageHigh, stopsOnDay });
  }
  const ranks = reply.chokepoints.flatMap((point) => (point[side] ? [[point.id, point[side].rank]] : []));
  expect(new Map(ranks as [string, number][])).toEqual(
    new Map(report.chokepoints.map(({ link, rank }) => [link, rank])),
  );
}

test('before is the scenario as assess tells it, and after is that with a measure left out or added', () => {
  for (const scenario of programme.scenarios) {
    const [first] = scenario.measures;
    const added = {
      who: { jurisdictions: ['JPN'] },
      links: { fields: ['industrial-materials'] },
      severity: 0.5,
    };
    const reply = asked({ scenario: scenario.id, off: [first.id], measures: [added] });
    expect(WhatIfReply.parse(reply)).toEqual(reply);
    sameAs(reply, 'before', { ...scenario, id: 'copy' });
    sameAs(reply, 'after', {
      ...scenario,
      id: 'copy',
      measures: [
        ...scenario.measures.slice(1),
        {
          ...added,
          id: 'x',
          covers: ['goods', 'technology', 'service', 'people'],
          licence: { policy: 'deny' },
          actsOn: 'headquarters',
          status: 'hypothetical',
          links: { fields: ['industrial-materials'] },
        },
      ],
    });
  }
});

test('nothing asked changes nothing; measures of included scenarios can be switched off too', () => {
  const wide = programme.scenarios.find(({ includes }) => includes.length > 0)!;
  const same = asked({ scenario: wide.id });
  expect(same.links).toEqual([]);
  for (const { before, after } of [...same.products, ...same.chokepoints]) expect(after).toEqual(before);
  const all = same.measures;
  expect(all.length).toBeGreaterThan(wide.measures.length);
  const open = asked({ scenario: wide.id, off: [...new Set(all)] });
  expect(open.measures).toEqual([]);
  expect(open.products.map(({ after }) => after.coverage)).toEqual(
    asked({ reading: open.reading }).products.map(({ before }) => before.coverage),
  );
});

test('without a scenario nothing is cut off before', () => {
  const reply = asked({ measures: [{ who: { jurisdictions: ['NLD'] }, links: { all: true } }] });
  expect(reply.measures).toEqual(['added-1']);
  expect(reply.links.length).toBeGreaterThan(0);
  for (const { before, after } of reply.links) expect(after.coverage).toBeLessThanOrEqual(before.coverage);
});

test('everything that cannot be tried is said at once', () => {
  const ask = () =>
    asked({
      off: ['nobody'],
      measures: [
        { who: {}, links: { all: true } },
        { who: { providers: ['acme'] }, links: { ids: ['no-link'], tags: ['no-tag'] } },
      ],
    });
  expect(ask).toThrow(/"nobody".*no-link.*acme.*no-tag/s);
});

test('contents are compiled once each, and the one not looked at longest goes first', async () => {
  const cache = new WorldCache(2);
  let read = 0;
  const of = (hash: string): Promise<ChainWorld> =>
    cache.of(hash, async () => {
      read++;
      return programme;
    });
  const a = await of('a');
  await of('b');
  expect(await of('a')).toBe(a);
  await of('c');
  expect(await of('a')).toBe(a);
  expect(read).toBe(3);
  await of('b');
  expect(read).toBe(4);
});
