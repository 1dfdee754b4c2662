import type { SourcedFigure } from '../evidence/figure.ts';
import type { Chain, Link } from './chain.ts';
import { type SuppliersLeft, suppliersLeft, supplyBasis } from './supply.ts';
import type { Supplier, Threat } from './threat.ts';

/** What of the service of a link is lost in the end. */
export interface ServiceLosses {
  /** Suppliers with a share, and the fraction of their service that is lost. */
  readonly stated: readonly {
    readonly share: SourcedFigure;
    readonly isHome: boolean;
    readonly lost: number;
  }[];
  /** The most that measures take of anybody's service. */
  readonly worst: number;
}

/**
 * What a threat leaves of every link's suppliers on each day on which anything changes. It rests on no figure, so one
 * serves every reading of the figures.
 */
export class SupplyOverTime {
  /** Days of change from the start of the scenario, in order; the first is 0. */
  readonly days: readonly number[];
  private readonly left = new Map<Link, readonly SuppliersLeft[]>();
  private readonly service = new Map<Link, ServiceLosses>();

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

  /** What of the service of a link is lost when the last measure holds. */
  serviceLosses(link: Link): ServiceLosses {
    let losses = this.service.get(link);
    if (!losses) {
      losses = this.lossesOf(link, this.threat.start + this.days[this.days.length - 1]);
      this.service.set(link, losses);
    }
    return losses;
  }

  private lossesOf(link: Link, end: number): ServiceLosses {
    const { threat } = this;
    const stated = supplyBasis(link, this.suppliers).flatMap(({ supplier, share }) => {
      if (!share) return [];
      const isHome = this.home.includes(supplier.headquarters);
      return [{ share, isHome, lost: isHome ? 0 : threat.lost(link, supplier, end, 'service') }];
    });
    return { stated, worst: threat.mostLost(link, end, 'service') };
  }
}
