import { isBought, type Link } from '../chain/chain.ts';
import type { RepairStructure } from '../chain/repair.ts';
import { supplyBasis } from '../chain/supply.ts';
import type { Threat } from '../chain/threat.ts';
import type { Chokepoint } from '../contract/assess.ts';
import { wholeDay } from '../kernel/days.ts';
import { weightedBirnbaum } from '../structure/probability.ts';
import type { ScenarioView } from './scenario-view.ts';
import type { ChainWorld } from './scenario-world.ts';

/** The broken links of a cut-off, ranked by what one more unit of their chance is worth when the others are even odds. */
export function chokepoints(view: ScenarioView, repair: RepairStructure): Chokepoint[] {
  const { world, threat, reading, stops, inTheEnd: day } = view;
  const evenOdds = new Float64Array(repair.broken.length).fill(0.5);
  const { gradient } = weightedBirnbaum(repair.bdd, repair.terms(), evenOdds);
  const members = repair.memberships();
  const none = repair.valueOf(new Set());
  const all = new Set(repair.broken);
  const everything = repair.valueOf(all);
  return repair.broken
    .map((id, leaf): Omit<Chokepoint, 'rank'> => {
      const link = world.chain.links.get(id)!;
      const { coverage, open } = view.own(id);
      const cut = suppliersCut(world, threat, link, day);
      const without = new Set(all);
      without.delete(id);
      return {
        link: id,
        name: link.name,
        nameZh: link.nameZh,
        field: link.field,
        exposure: Math.max(0, open - coverage),
        coverage,
        stopsOnDay: wholeDay(stops.day(id, 1)),
        valueAtStakePerYear: everything - repair.valueOf(without),
        fixingItAlonePerYear: repair.valueOf(new Set([id])) - none,
        marginalValuePerYear: gradient[leaf],
        criticalCombinations: Number(members.get(id)!.cuts),
        repairSets: Number(members.get(id)!.repairs),
        concentration: concentration(world, link),
        suppliersCut: cut,
        reason: reasonOf(unstated(world, link, reading), coverage, open, cut),
      };
    })
    .sort(
      (a, b) =>
        ranked(b.marginalValuePerYear) - ranked(a.marginalValuePerYear) ||
        ranked(b.valueAtStakePerYear) - ranked(a.valueAtStakePerYear) ||
        ranked(b.exposure) - ranked(a.exposure) ||
        (a.link < b.link ? -1 : 1),
    )
    .map((chokepoint, i) => ({ ...chokepoint, rank: i + 1 }));
}

/** A figure as it counts for ranks: what differs by rounding alone ties, so that the order of rows decides nothing. */
function ranked(value: number): number {
  return Number(value.toPrecision(10));
}

function suppliersCut(
  world: ChainWorld,
  threat: Threat,
  link: Link,
  day: number,
): Chokepoint['suppliersCut'] {
  const { home } = world.programme.muster;
  return supplyBasis(link, world.suppliers)
    .filter(({ supplier }) => !home.includes(supplier.headquarters))
    .map(({ supplier, share }) => ({
      id: supplier.id,
      name: world.programme.providers.find((row) => row.id === supplier.id)?.name ?? supplier.id,
      share: (share?.central ?? 0) * threat.lost(link, supplier, day, 'goods'),
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** Herfindahl–Hirschman index of the known shares by jurisdiction (by company where there are none), 0 to 1. */
function concentration(world: ChainWorld, link: Link): number | null {
  const shares = supplyBasis(link, world.suppliers).flatMap(({ share }) => (share ? [share.central] : []));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total > 0 ? shares.reduce((sum, share) => sum + (share / total) ** 2, 0) : null;
}

function reasonOf(
  unknown: string | null,
  coverage: number,
  open: number,
  cut: Chokepoint['suppliersCut'],
): string {
  if (unknown) return `Nobody has stated ${unknown}: what is not known is taken as not covered.`;
  const percent = (x: number): string => `${Math.round(x * 100)} %`;
  const covered = `${percent(coverage)} of need is covered`;
  if (cut.length === 0) {
    return open < 1 - 1e-9
      ? `Home lacks it even with nothing cut: ${covered}.`
      : `Nothing is cut at the link itself: ${covered}.`;
  }
  const top = cut.slice(0, 3).map(({ name, share }) => `${name} ${percent(share)}`);
  return `Lost of the supply of the world: ${top.join(', ')}; ${covered}.`;
}

/** What would have to be known of a link to say how much of the need of home is covered; null where it is. */
function unstated(world: ChainWorld, link: Link, reading: 'home' | 'world'): string | null {
  if (!isBought(link)) return reading === 'world' || link.homeCapacity ? null : 'whether home can do it';
  if (reading === 'home' && !link.homeNeed) return 'how much of it home needs';
  const rows = supplyBasis(link, world.suppliers);
  if (rows.length === 0) return reading === 'world' && link.groups.length > 0 ? null : 'who supplies it';
  const stated = rows.reduce((sum, { share }) => sum + (share?.central ?? 0), 0);
  return stated > 0 || rows.every(({ share }) => share) ? null : 'how much each of its suppliers has';
}
