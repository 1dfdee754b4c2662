import { type Link, linksOfGroups } from '../chain/chain.ts';
import { type Unknown, UnknownStructure } from '../chain/unknowns.ts';
import type { Verdict } from '../contract/common.ts';
import type { AssessedUnknown } from '../contract/unknowns.ts';
import type { ScenarioView } from './scenario-view.ts';

/**
 * What is not known and what it would tell to find it out, the most telling first; only what the value kept in the end
 * depends on.
 */
export function rankedUnknowns(view: ScenarioView, gates: 'unknown' | 'all' | 'any'): AssessedUnknown[] {
  const { world, reading, supply } = view;
  const left = (link: Link) => supply.of(link).at(-1)!;
  const structure = new UnknownStructure({ chain: world.chain, reading, gates, left }, world.valued);
  const rangeBefore = structure.range();
  const open = world.programme.muster.products
    .map(({ link, ladder }) => ({ product: link, level: ladder.at(-1)!.level }))
    .filter(({ product, level }) => structure.works(product, level) === null);
  return structure
    .settled()
    .sort(
      (a, b) =>
        b.settled.narrows - a.settled.narrows ||
        (b.settled.swing ?? 0) - (a.settled.swing ?? 0) ||
        a.leaf - b.leaf,
    )
    .map(({ leaf, unknown, settled }, i) => {
      const link = world.chain.links.get(unknown.link)!;
      const members = unknown.group ? linksOfGroups([unknown.group]) : [];
      const flips = open.map(({ product, level }) => ({
        product,
        ifAdverse: verdict(structure.works(product, level, { leaf, end: 'adverse' })),
        ifFavourable: verdict(structure.works(product, level, { leaf, end: 'favourable' })),
      }));
      return {
        rank: i + 1,
        kind: unknown.kind,
        link: link.id,
        name: link.name,
        nameZh: link.nameZh,
        group: unknown.group?.id ?? null,
        members,
        stated: unknown.stated,
        what: question(unknown.kind, link, members.length),
        rangeBefore,
        rangeIfAdverse: settled.ifAdverse,
        rangeIfFavourable: settled.ifFavourable,
        narrows: settled.narrows,
        swing: settled.swing,
        flips: flips.filter(
          ({ ifAdverse, ifFavourable }) => ifAdverse !== 'unknown' || ifFavourable !== 'unknown',
        ),
      };
    });
}

const verdict = (works: boolean | null): Verdict => (works === null ? 'unknown' : works ? 'yes' : 'no');

function question(kind: Unknown['kind'], { name }: Link, choices: number): string {
  switch (kind) {
    case 'gate':
      return `Does “${name}” need all of its ${choices}, or is any one enough?`;
    case 'share':
      return `Who supplies “${name}”, and how much of it?`;
    case 'need':
      return `How much “${name}” does home need?`;
    case 'capacity':
      return `How much “${name}” can home make?`;
    case 'obtainable':
      return `What fraction of the accessible “${name}” can home obtain?`;
  }
}
