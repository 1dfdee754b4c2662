import type { Chain, Group, Link } from './chain.ts';
import type { Availability } from './supply.ts';

/**
 * Fraction of need that is still supplied, 0 to 1, when stocks and service lives have run out: Leontief minimum over
 * what is needed together, the best of what substitutes, the k-th best of at-least k. What home makes is limited by
 * the coverage of its own requirements.
 */
export class Coverage {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly chain: Chain,
    private readonly reading: 'home' | 'world',
    private readonly unknownGates: 'all' | 'any' | 'ignored',
    private readonly availability: (link: Link) => Availability,
  ) {}

  of(id: string): number {
    const before = this.known.get(id);
    if (before !== undefined) return before;
    const link = this.chain.links.get(id)!;
    const coverage = Math.min(1, Math.max(0, this.compute(link)));
    this.known.set(id, coverage);
    return coverage;
  }

  /** Coverage of the link's own supply, as if everything it needs were there. */
  own(link: Link): number {
    if (link.kind === 'category') return 1;
    const { need, foreign, home, worldShare } = this.availability(link);
    if (this.reading === 'world') return Math.min(1, worldShare);
    return need <= 0 ? 1 : Math.min(1, (foreign + home) / need);
  }

  private compute(link: Link): number {
    const needs = link.groups.reduce((least, group) => Math.min(least, this.group(group)), 1);
    if (link.kind === 'category') return needs;
    if (this.reading === 'world') return Math.min(this.own(link), needs);
    const { need, foreign, home } = this.availability(link);
    return need <= 0 ? 1 : (foreign + home * needs) / need;
  }

  private group(group: Group): number {
    const gate = group.gate === 'unknown' ? this.unknownGates : group.gate;
    if (gate === 'ignored') return 1;
    const parts = [
      ...group.members.map(({ link, share }) => 1 - share * (1 - this.of(link))),
      ...group.groups.map((inner) => this.group(inner)),
    ];
    const needed = gate === 'all' ? parts.length : gate === 'any' ? 1 : (group.k ?? parts.length);
    return parts.sort((a, b) => b - a)[needed - 1] ?? 1;
  }
}
