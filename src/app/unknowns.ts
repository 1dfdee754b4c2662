import { type Link, linksOfGroups } from '../chain/chain.ts';
import { type Unknown, UnknownStructure } from '../chain/unknowns.ts';
import type { Verdict } from '../contract/common.ts';
import type { AssessedUnknown } from '../contract/unknowns.ts';
import { MusterError } from '../kernel/errors.ts';
import type { ScenarioView } from './scenario-view.ts';

/**
 * What is not known and what it would tell to find it out, the most telling first; only what the value kept in the end
 * depends on. Null where the chain is too large for it.
 */
export function rankedUnknowns(
  view: ScenarioView,
  gates: 'unknown' | 'all' | 'any',
): AssessedUnknown[] | null {
  const { world, reading, supply } = view;
  const structure = compiled(
    () =>
      new UnknownStructure(
        { chain: world.chain, reading, gates, left: (link) => supply.of(link).at(-1)! },
        world.valued,
      ),
  );
  if (!structure) return null;
  const rangeBefore = structure.range();
  const open = world.programme.muster.products
    .map(({ link, ladder }) => ({ product: link, level: ladder.at(-1)!.level }))
    .filter(({ product, level }) => structure.works(product, level) === null);
  return structure
    .settled()
    .sort(
      (a, b) => b.settled.narrows - a.settled.narrows || b.settled.swing - a.settled.swing || a.leaf - b.leaf,
    )
    .map(({ leaf, unknown, settled }, i) => {
      const link = world.chain.links.get(unknown.link)!;
      const members = unknown.group ? linksOfGroups([unknown.group]) : [];
      const flips = open.map(({ product, level }) => ({
        product,
        ifAdverse: verdict(structure.works(product, level, leaf, false)),
        ifFavourable: verdict(structure.works(product, level, leaf, true)),
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

function compiled(build: () => UnknownStructure): UnknownStructure | null {
  try {
    return build();
  } catch (error) {
    if (error instanceof MusterError && error.code === 'STRUCTURE_TOO_LARGE') return null;
    throw error;
  }
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
