import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chainOf, gate, link } from '../../test/support/small-chains.ts';
import { Bdd } from '../structure/bdd.ts';
import { BoostedSupply, type LinkBoost } from './boosted-supply.ts';
import type { Chain, Link } from './chain.ts';
import { levelsAsked, type Relief } from './relief.ts';
import { gatesOf, StructureFunction } from './structure-function.ts';
import type { Availability } from './supply.ts';

const LEAVES = 4;
const TOLERANCE = 1e-9;

interface Attainable {
  readonly on: number;
  readonly what: 'redesign' | 'substitute' | 'recycled' | 'foreign' | 'home';
  readonly level: number;
  readonly returned: number;
  readonly by: number;
  readonly user: number | null;
}

interface Case {
  readonly chain: Chain;
  readonly now: ReadonlyMap<string, Availability>;
  readonly goals: readonly Attainable[];
  readonly reading: 'home' | 'world';
}

const aLink = (number: number) =>
  fc.record({
    kind: fc.constantFrom('material', 'process', 'category'),
    gate: fc.constantFrom<'all' | 'any'>('all', 'any'),
    members:
      number === 0
        ? fc.constant<number[]>([])
        : fc.uniqueArray(fc.nat({ max: number - 1 }), { maxLength: 3 }),
    share: fc.constantFrom(1, 1, 0.6),
    foreign: fc.constantFrom(0, 0.2, 0.5, 1),
    home: fc.constantFrom(0, 0.3, 1),
  });

/** Links n0 … over links of smaller numbers; what is attained bears on any of them, a substitute is of a smaller number. */
const cases: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc
    .record({
      links: fc.tuple(...Array.from({ length: count }, (_, number) => aLink(number))),
      goals: fc.array(
        fc.record({
          on: fc.nat({ max: count - 1 }),
          what: fc.constantFrom<Attainable['what']>('redesign', 'substitute', 'recycled', 'foreign', 'home'),
          level: fc.constantFrom(0.3, 0.5, 0.7, 1),
          returned: fc.constantFrom(0.4, 0.5),
          by: fc.nat({ max: count - 1 }),
          user: fc.option(fc.nat({ max: count - 1 })),
        }),
        { minLength: 1, maxLength: LEAVES },
      ),
      reading: fc.constantFrom<Case['reading']>('home', 'world'),
    })
    .map(({ links, goals, reading }) => ({
      chain: chainOf(
        ...links.map(({ kind, gate: how, members, share }, n) =>
          link(`n${n}`, {
            kind,
            groups:
              members.length === 0
                ? []
                : [
                    gate(
                      how,
                      members.map((m) => ({ link: `n${m}`, share })),
                    ),
                  ],
          }),
        ),
      ),
      now: new Map(
        links.map(({ foreign, home }, n) => [`n${n}`, { need: 1, foreign, home, worldShare: foreign }]),
      ),
      goals: goals.filter(({ what, on, by }) => what !== 'substitute' || by < on),
      reading,
    })),
);

/** Whether a link works at a level, from the definitions alone, for exactly what is attained. */
function works(
  { chain, now, goals, reading }: Case,
  attained: ReadonlySet<number>,
  top: string,
  at: number,
): boolean {
  const on = (id: string, ...kinds: Attainable['what'][]): Attainable[] =>
    goals.filter((goal, g) => attained.has(g) && `n${goal.on}` === id && kinds.includes(goal.what));
  const enough = (amount: number, level: number): boolean => amount >= level - TOLERANCE;
  const returns = (id: string, level: number): number =>
    on(id, 'recycled').reduce((sum, goal) => sum + Math.min(goal.level, goal.returned * level), 0);
  const needs = (user: Link, level: number): boolean =>
    user.groups.every(({ gate: how, members }) => {
      const met = members.map((m) => level <= 1 - m.share + TOLERANCE || has(user.id, m.link, level));
      return how === 'all' ? met.every(Boolean) : met.some(Boolean);
    });
  /** Some of the attained reliefs, those without a substitute first, take over what they can. */
  const has = (user: string, id: string, level: number): boolean => {
    const open = ['redesign' as const, 'substitute' as const].flatMap((kind) =>
      on(id, kind).filter((goal) => goal.user === null || `n${goal.user}` === user),
    );
    return Array.from({ length: 2 ** open.length }, (_, mask) => open.filter((_, i) => mask & (1 << i))).some(
      (taken) => {
        let left = level;
        for (const { what, level: most, by } of taken) {
          const part = Math.min(most, left);
          if (part > TOLERANCE && what === 'substitute' && !link(`n${by}`, part)) return false;
          left -= part;
        }
        return left <= TOLERANCE || link(id, left);
      },
    );
  };
  const link = (id: string, level: number): boolean => {
    const it = chain.links.get(id)!;
    if (it.kind === 'category') return needs(it, level);
    const { foreign, home, worldShare } = now.get(id)!;
    if (reading === 'world') {
      const own = enough(worldShare + returns(id, level), level) || on(id, 'foreign', 'home').length > 0;
      return own && needs(it, level);
    }
    const imported =
      foreign + returns(id, level) + on(id, 'foreign').reduce((sum, goal) => sum + goal.level, 0);
    const made = Math.max(home, ...on(id, 'home').map((goal) => goal.level));
    return enough(imported, level) || (enough(imported + made, level) && needs(it, level));
  };
  return link(top, at);
}

it('the structure function with substitutes, redesigns and recycling is what its words say', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(0.5, 0.7, 1), (one, level) => {
      const bdd = new Bdd(LEAVES);
      const maker = gatesOf(bdd);
      const boosts = new Map<string, LinkBoost[]>();
      const reliefs = new Map<string, Relief[]>();
      one.goals.forEach(({ on, what, level: amount, returned, by, user }, leaf) => {
        const id = `n${on}`;
        if (what === 'redesign' || what === 'substitute') {
          const relief = {
            attained: maker.leaf(leaf),
            level: amount,
            users: user === null ? null : new Set([`n${user}`]),
            substitute: what === 'substitute' ? `n${by}` : null,
          };
          reliefs.set(id, [...(reliefs.get(id) ?? []), relief]);
        } else boosts.set(id, [...(boosts.get(id) ?? []), { leaf, route: what, level: amount, returned }]);
      });
      const structure = new StructureFunction(one.chain, maker, {
        reading: one.reading,
        unknownGates: 'all',
        supply: new BoostedSupply(maker, one.reading, ({ id }) => one.now.get(id)!, boosts),
        reliefs,
        carried: () => false,
      });
      for (const id of one.chain.links.keys()) {
        const node = structure.works(id, level);
        for (let mask = 0; mask < 2 ** one.goals.length; mask++) {
          const attained = new Set(one.goals.flatMap((_, g) => (mask & (1 << g) ? [g] : [])));
          const assignment = Array.from({ length: LEAVES }, (_, g) => attained.has(g));
          expect(bdd.evaluate(node, assignment)).toBe(works(one, attained, id, level));
        }
      }
    }),
    { numRuns: 400 },
  );
});

it('knows every level that a link may be asked for', () => {
  const relief = (level: number): Relief => ({ attained: 0, level, users: null, substitute: null });
  expect(levelsAsked([1], []).sort()).toEqual([1]);
  expect(levelsAsked([1], [relief(0.7)]).sort()).toEqual([0.3, 0.7, 1]);
  expect(levelsAsked([0.5, 1], [relief(0.3), relief(1)]).sort()).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1]);
});
