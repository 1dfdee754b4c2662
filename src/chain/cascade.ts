import type { FirmNetwork } from './firm-network.ts';
import { LossSpread } from './loss-spread.ts';

export interface CascadeOptions {
  /** Ends once no loss rises by more than this in a round, 0 to 1. */
  readonly tolerance: number;
  readonly maxRounds: number;
  /** Whether firms of a supplier's sector stand in for it as far as its market share is small. */
  readonly replaceable: boolean;
}

/** What a firm loses of its output to begin with, 0 to 1: 1 is a closure. */
export interface Shock {
  readonly firm: number;
  readonly loss: number;
}

/** What a shock costs, as fractions of the output of the whole network. */
export interface CascadeLoss {
  /** With the larger of the two losses of each firm: the Economic Systemic Risk Index of a closure. */
  readonly total: number;
  /** For want of inputs. */
  readonly downstream: number;
  /** For want of demand. */
  readonly upstream: number;
  /** The first is the shock itself. */
  readonly rounds: number;
  /** Largest rise of a loss in the last round. */
  readonly lastRise: number;
  readonly converged: boolean;
}

/** What a firm loses of its output in a cascade, and what that is of the output of the whole network. */
export interface Hit {
  readonly firm: number;
  readonly downstream: number;
  readonly upstream: number;
  readonly ofAll: number;
}

/**
 * The cascade of a shock through a network of firms (Diem, Borsos, Reisch, Kertész and Thurner 2022, "Quantifying
 * firm-level economic systemic risk from nation-wide supply networks", generalised Leontief production), in losses: 1
 * less the levels of the paper. A shock is what firms lose whatever happens. In every round, at once for all firms:
 *
 * downstream: a firm loses the most of its shock; for each sector it cannot do without, Σ σⱼ·(share of j in what it buys
 * there)·(loss of j); and for all it could do without, Σ σⱼ·(share of j in all it buys)·(loss of j). σⱼ is what the
 * market cannot replace: the output of j over the output that its sector still has, at most 1.
 *
 * upstream: a firm loses the larger of its shock and of Σ (share of buyer j in its output)·(loss of j); sales outside the
 * network go on.
 *
 * Rounds end once no loss rises by more than the tolerance, in both directions together. Arrays are kept between shocks.
 */
export class Cascade {
  private readonly down: LossSpread;
  private readonly up: LossSpread;
  private readonly totalOutput: number;
  private shocked = new Set<number>();

  constructor(
    private readonly network: FirmNetwork,
    private readonly options: CascadeOptions,
  ) {
    this.down = new LossSpread(network, network.onSuppliers, options.replaceable);
    this.up = new LossSpread(network, network.onBuyers, false);
    this.totalOutput = network.output.reduce((sum, x) => sum + x, 0);
  }

  /** Losses of each firm after the last shock: for want of inputs, and of demand. */
  get losses(): { readonly downstream: Float64Array; readonly upstream: Float64Array } {
    return { downstream: this.down.loss, upstream: this.up.loss };
  }

  /** Runs the cascade of shocks that happen together; null where it was told to stop between two rounds. */
  run(shocks: readonly Shock[], stop: () => boolean = () => false): CascadeLoss | null {
    const { tolerance, maxRounds } = this.options;
    this.shocked = new Set(shocks.map(({ firm }) => firm));
    let lastRise = Math.max(this.down.begin(shocks), this.up.begin(shocks));
    let rounds = 1;
    while (lastRise > tolerance && rounds < maxRounds) {
      if (stop()) return null;
      lastRise = Math.max(this.down.advance(), this.up.advance());
      rounds += 1;
    }
    return { ...this.ofAll(), rounds, lastRise, converged: lastRise <= tolerance };
  }

  /** The firms through which most of the last shock was lost, those shocked themselves left out. */
  mostHit(count: number): Hit[] {
    const { network, totalOutput } = this;
    const hits: Hit[] = [];
    for (let firm = 0; firm < network.firms; firm++) {
      const downstream = this.down.loss[firm];
      const upstream = this.up.loss[firm];
      const loss = Math.max(downstream, upstream);
      if (loss === 0 || this.shocked.has(firm)) continue;
      hits.push({ firm, downstream, upstream, ofAll: (network.output[firm] * loss) / totalOutput });
    }
    return hits.sort((a, b) => b.ofAll - a.ofAll || a.firm - b.firm).slice(0, count);
  }

  private ofAll(): Pick<CascadeLoss, 'total' | 'downstream' | 'upstream'> {
    const { output } = this.network;
    let total = 0;
    let downstream = 0;
    let upstream = 0;
    for (let firm = 0; firm < output.length; firm++) {
      const down = this.down.loss[firm];
      const up = this.up.loss[firm];
      downstream += output[firm] * down;
      upstream += output[firm] * up;
      total += output[firm] * Math.max(down, up);
    }
    const all = this.totalOutput;
    return { total: total / all, downstream: downstream / all, upstream: upstream / all };
  }
}
