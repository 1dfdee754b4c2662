import { expect, test } from 'vitest';
import { type ExportOptions, exportFaultTree } from '../../src/app/export-open-psa.ts';
import { ChainWorld } from '../../src/app/scenario-world.ts';
import { dependence } from '../../src/chain/dependence.ts';
import { parseFaultTree } from '../../src/formats/open-psa/read.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { link, made, needs, programme as small } from '../decisions/small-programme.ts';
import { randomUnknowns } from '../structure/random-unknowns.ts';
import { cutSetsOf, happens, subsets } from './trees.ts';

const SYSTEMS = 400;
const SEED = 20_260_905;
const READINGS = ['home', 'world'] as const;
const LOSSES = ['jurisdiction', 'provider', 'either'] as const;
const ENDS = ['favourable', 'adverse'] as const;

test('what is exported happens for just those losses that stop the product', async () => {
  const counts = { trees: 0, losses: 0, constant: 0 };
  for (let i = 0; i < SYSTEMS; i++) {
    const programme = randomUnknowns(SEED + i);
    const options = {
      product: programme.muster.products[0].link,
      reading: READINGS[i % 2],
      actsOn: LOSSES[i % 3],
      unknowns: ENDS[(i >> 1) % 2],
    };
    const { sets, worksWhole } = combinations(programme, options);
    const text = exported(programme, options);
    if (text === 'NEVER_WORKS' || text === 'NO_LOSS_MATTERS') {
      expect([worksWhole, sets.length]).toEqual([text === 'NO_LOSS_MATTERS', 0]);
      counts.constant++;
      continue;
    }
    const tree = await parseFaultTree(`${i}.xml`, [text], { top: null });
    const losable = tree.events.map(({ name }) => name.replace(/^lost-/, ''));
    expect(losable.length).toBeLessThan(14);
    for (const lost of subsets(losable.length)) {
      const names = lost.map((event) => losable[event]);
      const stops = sets.some((set) => set.every((id) => names.includes(id)));
      if (happens(tree, new Set(lost)) !== stops) throw new Error(`system ${i}: ${names.join(', ')}`);
      counts.losses++;
    }
    counts.trees++;
  }
  console.info(JSON.stringify(counts));
  expect(counts.trees).toBeGreaterThan(SYSTEMS / 4);
  expect(counts.constant).toBeGreaterThan(SYSTEMS / 20);
});

/** The chip needs 2 of 4 parts; the first is bought from four of equal share, of whom two are enough. */
const VOTE = small({
  links: [
    made('chip'),
    link('a', { home_need: 0.5 }),
    ...['b', 'c', 'd'].map((id) => link(id)),
    link('not.needed'),
  ],
  needs: needs('chip', ['a', 'b', 'c', 'd'], 'at-least', { k: 2 }),
  supply: {
    a: { AAA: 0.25, BBB: 0.25, CCC: 0.25, DDD: 0.25 },
    b: { EEE: 1 },
    c: { FFF: 1 },
    d: { HHH: 1 },
    'not.needed': { GGG: 1 },
  },
});
const AS_IT_IS = { product: null, reading: 'home', actsOn: 'jurisdiction', unknowns: 'adverse' } as const;

test('k of n is written as k of n, and links are named', async () => {
  const { text, about } = exportFaultTree(VOTE, AS_IT_IS);
  expect(about).toMatchObject({ product: 'chip', level: 1, events: 7, gates: 2 });
  expect(text).toContain('<label>Stops: chip</label>\n      <atleast min="3">');
  expect(text).toContain(
    '<define-gate name="stops-a">\n      <label>Stops: a</label>\n      <atleast min="3">',
  );
  const tree = await parseFaultTree('vote.xml', [text], { top: null });
  // Three of the four parts must stop; a does for want of three of its four.
  const thirds = ['AAA BBB CCC', 'AAA BBB DDD', 'AAA CCC DDD', 'BBB CCC DDD'];
  const pairs = ['EEE FFF', 'EEE HHH', 'FFF HHH'];
  const sets = ['EEE FFF HHH', ...thirds.flatMap((three) => pairs.map((pair) => `${three} ${pair}`))];
  expect(cutSetsOf(tree)).toEqual(
    sets
      .map((set) =>
        set
          .split(' ')
          .map((id) => `lost-${id}`)
          .join(' | '),
      )
      .sort(),
  );
});

test('refuses what has no fault tree', () => {
  const code = (programme: Programme, options: Partial<ExportOptions> = {}) =>
    exported(programme, { ...AS_IT_IS, ...options });
  expect(code(VOTE, { product: 'a' })).toBe('UNKNOWN_PRODUCT');
  expect(code(small({ links: [made('chip')] }))).toBe('NO_LOSS_MATTERS');
  expect(code(small({ links: [link('chip', { kind: 'product' })] }))).toBe('NEVER_WORKS');
  expect(code(small({ links: [made('chip')], products: [] }))).toBe('WHICH_PRODUCT');
});

function exported(programme: Programme, options: ExportOptions): string {
  try {
    return exportFaultTree(programme, options).text;
  } catch (error) {
    if (error instanceof MusterError) return error.code;
    throw error;
  }
}

/** All minimal sets by the diagram of what works. */
function combinations(programme: Programme, { product, reading, actsOn, unknowns }: ExportOptions) {
  const world = new ChainWorld(programme);
  const { ladder } = programme.muster.products.find(({ link }) => link === product)!;
  return dependence(world.chain, world.suppliers, product!, ladder.at(-1)!.level, {
    reading,
    actsOn,
    unknownGates: unknowns === 'adverse' ? 'all' : 'any',
    shares: unknowns,
    figures: unknowns,
    home: programme.muster.home,
    maxOrder: 20,
    limit: 10_000,
  });
}
