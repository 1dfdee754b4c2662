import { LINK_FIGURES } from '../chain/build.ts';
import type { Chain } from '../chain/chain.ts';
import type { Basis } from '../contract/common.ts';
import type { FigureMark } from '../evidence/figure.ts';
import type { PlanGroup } from '../programme/plan-groups.ts';
import type { Programme } from '../programme/programme.ts';

/** Counts the figures that an answer rests on, by how they came about. */
export class BasisCount {
  private readonly counts: Record<FigureMark, number> = { read: 0, computed: 0, judgement: 0, none: 0 };
  private readonly years: number[] = [];
  private readonly evidence: ReadonlyMap<string, { mark: FigureMark; year: number }>;

  constructor(programme: Programme) {
    this.evidence = new Map(programme.evidence.map((row) => [row.id, { mark: row.mark, year: row.year }]));
  }

  add(mark: FigureMark, evidence: string | undefined): void {
    this.counts[mark]++;
    const year = evidence === undefined ? undefined : this.evidence.get(evidence)?.year;
    if (year !== undefined) this.years.push(year);
  }

  /** A figure under the evidence of what it is part of, or its own. */
  addWritten(figure: number | { evidence?: string }, inherited: string): void {
    const evidence = typeof figure === 'number' ? inherited : (figure.evidence ?? inherited);
    this.add(this.evidence.get(evidence)?.mark ?? 'none', evidence);
  }

  addLinks(chain: Chain, links: Iterable<string>): this {
    for (const id of links) {
      const link = chain.links.get(id);
      if (!link) continue;
      for (const name of Object.values(LINK_FIGURES)) {
        const figure = link[name];
        if (figure) this.add(figure.mark, figure.evidence);
      }
      for (const { share } of link.supply) if (share) this.add(share.mark, share.evidence);
    }
    return this;
  }

  addGroups(groups: readonly PlanGroup[]): this {
    const options = new Set(groups.flatMap(({ projects }) => projects.map(({ option }) => option)));
    for (const option of options) {
      if (option.q !== undefined) this.addWritten(option.q, option.evidence);
      if (option.race?.chance !== undefined) this.addWritten(option.race.chance, option.evidence);
      for (const stage of option.stages) {
        this.addWritten(stage.success, option.evidence);
        this.addWritten(stage.costPerPeriod, option.evidence);
        if (stage.willing !== undefined) this.addWritten(stage.willing, option.evidence);
      }
      for (const { r } of option.teams) if (r !== undefined) this.addWritten(r, option.evidence);
    }
    return this;
  }

  finish(): Basis {
    const { read, computed, judgement, none } = this.counts;
    const figures = read + computed + judgement + none;
    return {
      figures,
      read,
      computed,
      judgement,
      unsourced: none,
      judgementShare: figures === 0 ? 0 : (judgement + none) / figures,
      yearFrom: this.years.length > 0 ? Math.min(...this.years) : null,
      yearTo: this.years.length > 0 ? Math.max(...this.years) : null,
    };
  }
}
