import type { SourcedFigure } from '../evidence/figure.ts';
import type { Chain, Link } from './chain.ts';
import { type SuppliersLeft, suppliersLeft, supplyBasis } from './supply.ts';
import type { Supplier, Threat } from './threat.ts';

/** A supplier's share of a link and the fraction of its service that is lost in the end. */
export interface ServiceLoss {
  readonly share: SourcedFigure;
  readonly lost: number;
}

/**
 * What a threat leaves of every link's suppliers on each day on which anything changes. It rests on no figure, so one
 * serves every reading of the figures.
 */
export class SupplyOverTime {
  /** Days of change from the start of the scenario, in order; the first is 0. */
  readonly days: readonly number[];
  private readonly left = new Map<Link, readonly SuppliersLeft[]>();
  private readonly service = new Map<Link, readonly ServiceLoss[]>();

  constructor(
    readonly chain: Chain,
    private readonly suppliers: ReadonlyMap<string, Supplier>,
    private readonly home: readonly string[],
    private readonly threat: Threat,
  ) {
    this.days = threat.changes().map((day) => day - threat.start);
  }

  /** What is left of the suppliers of a link on each day of change. */
  of(link: Link): readonly SuppliersLeft[] {
    let left = this.left.get(link);
    if (!left) {
      const { suppliers, home, threat } = this;
      left = this.days.map((day) => suppliersLeft(link, suppliers, home, threat, threat.start + day));
      this.left.set(link, left);
    }
    return left;
  }

  /** Foreign suppliers of a link with the fraction of their service that is lost when the last measure holds. */
  serviceLosses(link: Link): readonly ServiceLoss[] {
    let losses = this.service.get(link);
    if (!losses) {
      const end = this.threat.start + this.days[this.days.length - 1];
      losses = supplyBasis(link, this.suppliers).flatMap(({ supplier, share }) =>
        share && !this.home.includes(supplier.headquarters)
          ? [{ share, lost: this.threat.lost(link, supplier, end, 'service') }]
          : [],
      );
      this.service.set(link, losses);
    }
    return losses;
  }
}
