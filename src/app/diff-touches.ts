import { linksBelow } from '../chain/chain.ts';
import { hitsLink } from '../chain/threat.ts';
import type { Difference } from '../programme/differences.ts';
import type { ChainWorld } from './scenario-world.ts';

export const keyOf = ({ sort, id }: Difference): string => `${sort} ${id}`;

/** Says which differences between two programmes touch a link under a scenario. */
export class Touches {
  constructor(
    private readonly before: ChainWorld,
    private readonly after: ChainWorld,
    private readonly differences: readonly Difference[],
  ) {}

  /** Keys of the differences that touch a link itself, in their order. */
  of(link: string, scenario: string): string[] {
    const scenarios = new Set([
      ...withIncluded(this.before, scenario),
      ...withIncluded(this.after, scenario),
    ]);
    return this.differences.filter((one) => this.touches(one, link, scenarios)).map(keyOf);
  }

  /** The same for a link and everything that it needs, in either programme. */
  below(link: string, scenario: string): string[] {
    const links = new Set([...needed(this.before, link), ...needed(this.after, link)]);
    const found = new Set([...links].flatMap((id) => this.of(id, scenario)));
    return this.differences.map(keyOf).filter((key) => found.has(key));
  }

  private touches(difference: Difference, link: string, scenarios: ReadonlySet<string>): boolean {
    const [first] = difference.id.split('/');
    switch (difference.sort) {
      case 'measure':
        return scenarios.has(first) && this.touchesByMeasure(difference, link);
      case 'scenario':
        return scenarios.has(difference.id) && difference.kind === 'changed' && changesCutOff(difference);
      case 'capacity-change':
      case 'export-loss':
        return scenarios.has(first) && difference.link === link;
      case 'provider':
        return [this.before, this.after].some((world) => supplies(world, difference.id, link));
      case 'programme':
        return difference.fields.some(({ field }) => field === 'home');
      default:
        return CHAIN_SORTS.has(difference.sort) && difference.link === link;
    }
  }

  /** A measure touches a link that it begins or ceases to hit, and one that it hits in another way. */
  private touchesByMeasure({ id, fields }: Difference, link: string): boolean {
    const [before, after] = [this.before, this.after].map((world) => measureHits(world, id, link));
    return before !== after || (before && fields.some(({ field }) => !CHOICE_OF_LINKS.test(field)));
  }
}

/** Fields of a measure that only say which links it is about, or what it is called. */
const CHOICE_OF_LINKS = /^(links\.|grade\.|name$|status$|evidence$)/;

/** Sorts of things that bear on the one link that they are about. */
const CHAIN_SORTS: ReadonlySet<string> = new Set([
  'product',
  'link',
  'requirement',
  'supply',
  'overlay',
  'judgement',
]);

/** Fields of a scenario that bear on what stops; its measures are things of their own. */
const CUT_OFF_FIELDS: ReadonlySet<string> = new Set(['start', 'hazardPerPeriod', 'reading', 'includes']);

function changesCutOff({ fields }: Difference): boolean {
  return fields.some(({ field }) => CUT_OFF_FIELDS.has(field) || field.startsWith('reopens'));
}

function withIncluded({ programme }: ChainWorld, id: string): string[] {
  const scenario = programme.scenarios.find((one) => one.id === id);
  return scenario ? [id, ...scenario.includes] : [];
}

function measureHits({ chain, programme }: ChainWorld, id: string, link: string): boolean {
  const there = chain.links.get(link);
  if (!there) return false;
  return programme.scenarios.some((scenario) =>
    scenario.measures.some((measure) => `${scenario.id}/${measure.id}` === id && hitsLink(measure, there)),
  );
}

function supplies({ chain }: ChainWorld, provider: string, link: string): boolean {
  return chain.links.get(link)?.supply.some((row) => row.provider === provider) ?? false;
}

function needed({ chain }: ChainWorld, link: string): Iterable<string> {
  return linksBelow((id) => chain.links.get(id)?.groups ?? [], [link]);
}
