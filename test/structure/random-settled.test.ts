import { expect, test } from 'vitest';
import { ScenarioView } from '../../src/app/scenario-view.ts';
import { ChainWorld } from '../../src/app/scenario-world.ts';
import { rankedUnknowns } from '../../src/app/unknowns.ts';
import { BoostedSupply } from '../../src/chain/boosted-supply.ts';
import { gatesOf, StructureFunction } from '../../src/chain/structure-function.ts';
import { availabilityOfLeft, type Reading } from '../../src/chain/supply.ts';
import type { LinkRow } from '../../src/contract/folder/index.ts';
import type { AssessedUnknown } from '../../src/contract/unknowns.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { Bdd, TRUE } from '../../src/structure/bdd.ts';
import { Draw, randomUnknowns } from './random-unknowns.ts';

const SYSTEMS = 2000;
const SEED = 20_260_803;

const viewOf = (programme: Programme): ScenarioView =>
  new ScenarioView(new ChainWorld(programme), programme.scenarios[0], { gates: 'unknown' });

/** Value kept per year in the end at one end of everything, read off the chain without leaves for the unknowns. */
function valueAt({ world, reading, supply }: ScenarioView, end: 'adverse' | 'favourable'): number {
  const figures: Reading = { unknowns: end, figures: end === 'adverse' ? 'low' : 'high' };
  const gates = gatesOf(new Bdd(0));
  const structure = new StructureFunction(world.chain, gates, {
    reading,
    unknownGates: end === 'adverse' ? 'all' : 'any',
    supply: new BoostedSupply(gates, reading, (link) =>
      availabilityOfLeft(link, supply.of(link).at(-1)!, figures),
    ),
    carried: () => false,
  });
  return world.valued.reduce(
    (sum, { product, level, value }) => sum + (structure.works(product, level) === TRUE ? value : 0),
    0,
  );
}

const rangeOf = (programme: Programme) => {
  const view = viewOf(programme);
  return { low: valueAt(view, 'adverse'), high: valueAt(view, 'favourable') };
};

const COLUMNS = { need: 'home_need', capacity: 'home_capacity', obtainable: 'obtainable' } as const;

/** The programme with one unknown written into the folder at one of its ends. */
function settledAt(programme: Programme, unknown: AssessedUnknown, end: 'adverse' | 'favourable'): Programme {
  const { kind, link, group } = unknown;
  if (kind === 'gate') {
    const gate = end === 'adverse' ? 'all' : 'any';
    const requirements = programme.requirements.map((row) =>
      row.link === link && row.group === group ? { ...row, gate } : row,
    );
    return { ...programme, requirements } as Programme;
  }
  const column = COLUMNS[kind as keyof typeof COLUMNS];
  const links = programme.links.map((row): LinkRow => {
    if (row.id !== link) return row;
    const stated = row[column];
    const need = typeof row.home_need === 'object' ? row.home_need.high : (row.home_need ?? 1);
    const most = kind === 'capacity' ? Math.max(1, need) : 1;
    const range = typeof stated === 'object' ? stated : { low: 0, high: most };
    const better = kind === 'need' ? range.low : range.high;
    const worse = kind === 'need' ? range.high : range.low;
    return { ...row, [column]: end === 'adverse' ? worse : better };
  });
  return { ...programme, links };
}

test('the range after settling an unknown is that of the folder with it written down', () => {
  const counts = { systems: 0, unknowns: 0, settled: 0, narrowing: 0, flips: 0 };
  for (let i = 0; i < SYSTEMS; i++) {
    const programme = randomUnknowns(SEED + i);
    const ranked = rankedUnknowns(viewOf(programme), 'unknown');
    const before = rangeOf(programme);
    counts.systems++;
    counts.unknowns += ranked.length;
    const draw = new Draw(SEED + i);
    for (const unknown of draw.some(ranked, 0.5)) {
      expect(unknown.rangeBefore).toEqual(before);
      if (unknown.narrows > 0) counts.narrowing++;
      counts.flips += unknown.flips.length;
      if (unknown.kind === 'share') continue;
      counts.settled++;
      const where = `system ${i}: ${unknown.what}`;
      const adverse = rangeOf(settledAt(programme, unknown, 'adverse'));
      const favourable = rangeOf(settledAt(programme, unknown, 'favourable'));
      expect(unknown.rangeIfAdverse, where).toEqual(adverse);
      expect(unknown.rangeIfFavourable, where).toEqual(favourable);
      const widths = adverse.high - adverse.low + favourable.high - favourable.low;
      expect(unknown.narrows).toBeCloseTo(before.high - before.low - widths / 2, 9);
    }
  }
  console.info(JSON.stringify(counts));
  expect(counts.systems).toBe(SYSTEMS);
  expect(counts.settled).toBeGreaterThan(SYSTEMS);
  expect(counts.narrowing).toBeGreaterThan(SYSTEMS / 2);
  expect(counts.flips).toBeGreaterThan(SYSTEMS / 10);
});
