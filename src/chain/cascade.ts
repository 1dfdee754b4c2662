import type { Adjacency, FirmNetwork } from './firm-network.ts';

export interface CascadeOptions {
  /** Ends once no level moves by more than this in a round, 0 to 1. */
  readonly tolerance: number;
  readonly maxRounds: number;
  /** Whether firms of a supplier's sector stand in for it as far as its market share is small. */
  readonly replaceable: boolean;
}

/** A firm that goes on at a fraction of its output: 0 is a closure. */
export interface Shock {
  readonly firm: number;
  readonly level: number;
}

/** What a shock costs, as fractions of the output of the whole network. */
export interface CascadeLoss {
  /** With the larger of the two losses of each firm: the Economic Systemic Risk Index of a closure. */
  readonly total: number;
  /** For want of inputs. */
  readonly downstream: number;
  /** For want of demand. */
  readonly upstream: number;
  readonly rounds: number;
  readonly converged: boolean;
}

/**
 * The cascade of a shock through a network of firms (Diem, Borsos, Reisch, Kertész and Thurner 2022, "Quantifying
 * firm-level economic systemic risk from nation-wide supply networks", generalised Leontief production). Levels are
 * fractions of normal output and begin at 1, those of the shocked firms at what is left to them, which stays a cap.
 * In every round, at once for all firms:
 *
 * downstream: a firm is at the least of its cap; for each sector it cannot do without, 1 − Σ σⱼ·(share of j in what it
 * buys there)·(1 − level of j); and for all it could do without, 1 − Σ σⱼ·(share of j in all it buys)·(1 − level of j).
 * σⱼ is what the market cannot replace: the output of j over the output that its sector still has, at most 1.
 *
 * upstream: a firm is at the lesser of its cap and what its buyers still take, each in proportion to its own level;
 * sales outside the network go on.
 *
 * Only firms next to one that moved are looked at again; the others would come out the same. Arrays are kept between
 * shocks.
 */
export class Cascade {
  /** Levels after the last shock, by firm. */
  readonly downstream: Float64Array;
  readonly upstream: Float64Array;
  private readonly cap: Float64Array;
  private readonly next: Float64Array;
  private readonly marks: Int32Array;
  private mark = 0;
  private readonly moved: number[][] = [[], []];
  /** Output of each sector that is left downstream, and what firms of it cannot be replaced by. */
  private readonly left: Float64Array;
  private readonly firmsOfSector: Adjacency['firm'][];
  private readonly totalOutput: number;

  constructor(
    private readonly network: FirmNetwork,
    private readonly options: CascadeOptions,
  ) {
    const { firms, sectorOf, sectors } = network;
    this.downstream = new Float64Array(firms);
    this.upstream = new Float64Array(firms);
    this.cap = new Float64Array(firms);
    this.next = new Float64Array(firms);
    this.marks = new Int32Array(firms);
    this.left = new Float64Array(sectors);
    const members = Array.from({ length: sectors }, (): number[] => []);
    for (let firm = 0; firm < firms; firm++) members[sectorOf[firm]].push(firm);
    this.firmsOfSector = members.map((list) => Int32Array.from(list));
    this.totalOutput = network.output.reduce((sum, x) => sum + x, 0);
  }

  /** Runs the cascade of a shock; the levels stay to be read until the next. */
  run(shocks: readonly Shock[]): CascadeLoss {
    const { tolerance, maxRounds } = this.options;
    this.begin(shocks);
    let rounds = 0;
    let converged = false;
    while (!converged && rounds < maxRounds) {
      rounds += 1;
      const down = this.advance(this.downstream, 0);
      const up = this.advance(this.upstream, 1);
      converged = Math.max(down, up) <= tolerance;
    }
    return { ...this.losses(), rounds, converged };
  }

  private begin(shocks: readonly Shock[]): void {
    this.cap.fill(1);
    for (const { firm, level } of shocks) this.cap[firm] = Math.min(this.cap[firm], level);
    this.downstream.set(this.cap);
    this.upstream.set(this.cap);
    const shocked = [...new Set(shocks.map(({ firm }) => firm))].filter((firm) => this.cap[firm] < 1);
    this.moved[0] = shocked;
    this.moved[1] = shocked;
    this.left.set(this.network.outputOfSector);
    for (const firm of shocked) this.takeOutput(firm, 1 - this.cap[firm]);
  }

  /** One round of one direction; the largest move of a level. */
  private advance(levels: Float64Array, direction: 0 | 1): number {
    const { next } = this;
    const touched = direction === 0 ? this.buyersOfMoved() : this.suppliersOfMoved();
    for (const firm of touched) {
      next[firm] = direction === 0 ? this.fromInputs(firm) : this.fromDemand(firm);
    }
    let most = 0;
    const moved: number[] = [];
    for (const firm of touched) {
      const fall = levels[firm] - next[firm];
      if (fall === 0) continue;
      moved.push(firm);
      if (direction === 0) this.takeOutput(firm, fall);
      levels[firm] = next[firm];
      most = Math.max(most, Math.abs(fall));
    }
    this.moved[direction] = moved;
    return most;
  }

  /** Firms whose level downstream may differ in the next round. */
  private buyersOfMoved(): number[] {
    const { buyers, sectorOf } = this.network;
    const touched: number[] = [];
    this.mark += 1;
    const touchBuyersOf = (firm: number): void => {
      for (let l = buyers.from[firm]; l < buyers.from[firm + 1]; l++) this.touch(buyers.firm[l], touched);
    };
    if (!this.options.replaceable) {
      for (const firm of this.moved[0]) touchBuyersOf(firm);
      return touched;
    }
    // What the market cannot replace changed for every firm of the sector that has lost anything at all.
    for (const sector of new Set(this.moved[0].map((firm) => sectorOf[firm]))) {
      for (const firm of this.firmsOfSector[sector]) if (this.downstream[firm] < 1) touchBuyersOf(firm);
    }
    return touched;
  }

  private suppliersOfMoved(): number[] {
    const { suppliers } = this.network;
    const touched: number[] = [];
    this.mark += 1;
    for (const firm of this.moved[1]) {
      for (let l = suppliers.from[firm]; l < suppliers.from[firm + 1]; l++) {
        this.touch(suppliers.firm[l], touched);
      }
    }
    return touched;
  }

  private touch(firm: number, touched: number[]): void {
    if (this.marks[firm] === this.mark) return;
    this.marks[firm] = this.mark;
    touched.push(firm);
  }

  private fromInputs(firm: number): number {
    const { groupsFrom, essential, other } = this.network;
    let level = this.cap[firm];
    for (let group = groupsFrom[firm]; group < groupsFrom[firm + 1]; group++) {
      level = Math.min(level, 1 - this.missing(essential, group));
    }
    return Math.max(0, Math.min(level, 1 - this.missing(other, firm)));
  }

  /** Share of the inputs in a row that is lost and that nobody replaces. */
  private missing({ from, firm, share }: Adjacency, row: number): number {
    const { downstream } = this;
    let sum = 0;
    for (let l = from[row]; l < from[row + 1]; l++) {
      const supplier = firm[l];
      if (downstream[supplier] < 1)
        sum += this.irreplaceable(supplier) * share[l] * (1 - downstream[supplier]);
    }
    return sum;
  }

  private irreplaceable(firm: number): number {
    if (!this.options.replaceable) return 1;
    const { output, sectorOf } = this.network;
    const left = this.left[sectorOf[firm]];
    return output[firm] >= left ? 1 : output[firm] / left;
  }

  private fromDemand(firm: number): number {
    const { from, firm: buyer, share } = this.network.buyers;
    let lost = 0;
    for (let l = from[firm]; l < from[firm + 1]; l++) lost += share[l] * (1 - this.upstream[buyer[l]]);
    return Math.max(0, Math.min(this.cap[firm], 1 - lost));
  }

  private takeOutput(firm: number, fall: number): void {
    const { output, sectorOf } = this.network;
    this.left[sectorOf[firm]] -= fall * output[firm];
  }

  private losses(): Pick<CascadeLoss, 'total' | 'downstream' | 'upstream'> {
    const { output } = this.network;
    let total = 0;
    let downstream = 0;
    let upstream = 0;
    for (let firm = 0; firm < output.length; firm++) {
      const down = 1 - this.downstream[firm];
      const up = 1 - this.upstream[firm];
      downstream += output[firm] * down;
      upstream += output[firm] * up;
      total += output[firm] * Math.max(down, up);
    }
    const all = this.totalOutput > 0 ? this.totalOutput : 1;
    return { total: total / all, downstream: downstream / all, upstream: upstream / all };
  }
}
