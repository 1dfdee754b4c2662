import { expect, test } from 'vitest';
import { criticalCombinations } from '../../src/app/critical-combinations.ts';
import { ScenarioView } from '../../src/app/scenario-view.ts';
import { ChainWorld } from '../../src/app/scenario-world.ts';
import type { Group, Link } from '../../src/chain/chain.ts';
import type { CutSet } from '../../src/contract/assess.ts';
import type { SupplyRow } from '../../src/contract/folder/index.ts';
import { groupBy } from '../../src/kernel/collections.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { completion } from './random-completions.ts';
import { Draw, headquartersOf, JURISDICTIONS, randomUnknowns } from './random-unknowns.ts';

const SYSTEMS = 2000;
const SEED = 20_260_802;
const ORDER = 2;

function combinations(programme: Programme) {
  const view = new ScenarioView(new ChainWorld(programme), programme.scenarios[0], { gates: 'unknown' });
  return criticalCombinations(view, ORDER, false);
}

const contains = (set: CutSet, smaller: CutSet): boolean =>
  set.actsOn === smaller.actsOn && smaller.members.every((id) => set.members.includes(id));

test('what is certainly critical is so in every completion, and what is critical in one may be', () => {
  const counts = { systems: 0, certain: 0, possible: 0, open: 0, outside: 0 };
  for (let i = 0; i < SYSTEMS; i++) {
    const programme = randomUnknowns(SEED + i);
    const before = combinations(programme);
    const completed = completion(programme, new Draw(SEED + 31 * i), {
      settled: i % 2 === 0 ? 1 : 0.5,
      draws: false,
      named: true,
    });
    const after = combinations(completed);
    counts.systems++;
    if (before.openProducts.length > 0) counts.open++;
    const certain = before.sets.filter((set) => set.certain);
    counts.certain += certain.length;
    // Where the product turns out not to work even with nobody lost, there are no combinations.
    const stopped = after.openProducts.length > 0 && !after.sets.some((set) => set.certain);
    for (const set of stopped ? [] : certain) {
      if (!after.sets.some((now) => now.certain && contains(set, now))) counts.outside++;
    }
    if (before.openProducts.length > 0) continue;
    counts.possible += before.sets.length - certain.length;
    for (const set of after.sets) {
      if (!before.sets.some((was) => contains(set, was))) counts.outside++;
    }
  }
  console.info(JSON.stringify(counts));
  expect(counts.outside).toBe(0);
  expect(counts.systems).toBe(SYSTEMS);
  expect(counts.certain).toBeGreaterThan(SYSTEMS / 10);
  expect(counts.possible).toBeGreaterThan(SYSTEMS / 10);
});

test('with everything known, combinations are those that enumeration finds', () => {
  let sets = 0;
  for (let i = 0; i < SYSTEMS; i++) {
    const draw = new Draw(SEED + 57 * i);
    const programme = known(
      completion(randomUnknowns(SEED + i), draw, { settled: 1, draws: true, named: true }),
    );
    const found = combinations(programme);
    for (const actsOn of ['jurisdiction', 'provider'] as const) {
      const expected = enumerated(programme, actsOn);
      const listed = found.sets.filter((set) => set.actsOn === actsOn);
      expect(listed.map(({ members }) => [...members].sort().join()).sort(), `system ${i}`).toEqual(expected);
      expect(listed.every((set) => set.certain)).toBe(true);
      sets += expected.length;
    }
  }
  console.info(JSON.stringify({ systems: SYSTEMS, sets }));
  expect(sets).toBeGreaterThan(SYSTEMS / 5);
});

/** Home reading; companies beside jurisdictions all known; every bought link with suppliers, its shares exact. */
function known(programme: Programme): Programme {
  const supplied = new Set(programme.supply.map((row) => row.link));
  return {
    ...programme,
    links: programme.links.map((link) => ({
      ...link,
      kind: link.kind === 'category' || supplied.has(link.id) ? link.kind : 'process',
    })),
    supply: filledUp(programme.supply.map((row) => ({ ...row, share: row.share ?? 0, evidence: 'drawn' }))),
    scenarios: programme.scenarios.map((scenario) => ({ ...scenario, reading: 'home' })),
  };
}

/** Shares that come to one: various others have what is missing. */
function filledUp(rows: Programme['supply']): SupplyRow[] {
  return [...groupBy(rows, (row) => row.link).values()].flatMap((own) => {
    const byJurisdiction = own.some((row) => isJurisdiction(row.provider));
    const counted = own.filter((row) => !byJurisdiction || headquartersOf(row.provider) === row.provider);
    const sum = counted.reduce((total, row) => total + row.share!, 0);
    const others = own.filter((row) => row.provider !== 'various');
    const various = own.find((row) => row.provider === 'various')?.share ?? 0;
    return [
      ...others,
      { link: own[0].link, provider: 'various', share: various + Math.max(0, 1 - sum), evidence: 'drawn' },
    ];
  });
}

/** Minimal sets of up to two, by trying them all on a second account of what supply is left. */
function enumerated(programme: Programme, actsOn: 'jurisdiction' | 'provider'): string[] {
  const { chain } = new ChainWorld(programme);
  const { home } = programme.muster;
  const lossable =
    actsOn === 'jurisdiction'
      ? JURISDICTIONS.filter((id) => !home.includes(id))
      : ['c-cut', 'c-cut-2', 'c-ali', 'c-far', 'c-hom'].filter((id) => !home.includes(headquartersOf(id)));
  const works = (lost: readonly string[]): boolean => {
    const holds = (id: string): boolean => {
      const link = chain.links.get(id)!;
      const needs = () => link.groups.every(gate);
      if (link.kind === 'category') return needs();
      const need = link.homeNeed!.central;
      const bought = link.supply.length === 0 ? 0 : left(link, lost, home) * link.obtainable!.central;
      const home_ = link.homeCapacity?.central ?? homeShares(link, home);
      return bought >= need - 1e-9 || (bought + home_ >= need - 1e-9 && needs());
    };
    const gate = (group: Group): boolean => {
      const parts = [
        ...group.members.map(({ link, share }) => share < 1 - 1 + 1e-9 || holds(link)),
        ...group.groups.map(gate),
      ];
      const there = parts.filter(Boolean).length;
      return group.gate === 'all' ? there === parts.length : there >= (group.gate === 'any' ? 1 : group.k!);
    };
    return holds('chip');
  };
  if (!works([])) return [];
  const singles = lossable.filter((id) => !works([id]));
  const others = lossable.filter((id) => !singles.includes(id));
  const pairs = others
    .flatMap((a, i) => others.slice(i + 1).map((b) => [a, b]))
    .filter((pair) => !works(pair));
  return [...singles.map((id) => [id]), ...pairs].map((set) => [...set].sort().join()).sort();
}

const isJurisdiction = (id: string): boolean => JURISDICTIONS.includes(id);

/** Home's shares: of its jurisdictions, or of its companies where companies alone have rows. */
function homeShares(link: Link, home: readonly string[]): number {
  const byJurisdiction = link.supply.some(({ provider }) => isJurisdiction(provider));
  return link.supply
    .filter(
      ({ provider }) =>
        home.includes(headquartersOf(provider)) && (!byJurisdiction || isJurisdiction(provider)),
    )
    .reduce((sum, { share }) => sum + share!.central, 0);
}

/** Foreign share of a link that is left: all there is, less home's, less what goes with whoever is lost. */
function left(link: Link, lost: readonly string[], home: readonly string[]): number {
  const share = (id: string): number =>
    link.supply.find(({ provider }) => provider === id)?.share?.central ?? 0;
  const ids = link.supply.map(({ provider }) => provider);
  const jurisdictions = ids.filter(isJurisdiction);
  const companies = ids.filter((id) => headquartersOf(id) !== id);
  let held = 0;
  let gone = 0;
  if (jurisdictions.length === 0) {
    for (const id of ids) {
      held += share(id);
      if (lost.includes(id) || lost.includes(headquartersOf(id))) gone += share(id);
    }
  } else {
    for (const id of [...jurisdictions, ...ids.filter((other) => other === 'various')]) {
      held += share(id);
      if (lost.includes(id)) gone += share(id);
    }
    for (const id of companies) if (lost.includes(id)) gone += share(id);
  }
  const whole = Math.max(1, held);
  return whole - homeShares(link, home) - gone;
}
