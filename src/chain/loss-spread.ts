import type { FirmNetwork, Reliance } from './firm-network.ts';

/**
 * Losses of firms in one direction, spread in rounds. In a round all firms move at once, from what they felt of each
 * other before: the loss of a firm is the largest of its own shock and of what each group it relies on fails it. Losses
 * are fractions of a firm's output, 0 to 1, and never fall.
 *
 * Only firms with a partner that moved are computed again, each from all of its partners in their order: the others
 * would come out the same to the last bit. Where that would be most of them, all are: cheaper than to find out who.
 */
export class LossSpread {
  /** Loss of each firm after the last round. */
  readonly loss: Float64Array;
  private readonly shock: Float64Array;
  /** What those who rely on a firm feel of its loss. */
  private readonly felt: Float64Array;
  /** Firms whose loss rose in the last round. */
  private readonly risen: FirmList;
  /** Firms of which others feel more than in the round before. */
  private readonly worse: FirmList;
  private readonly due: FirmList;
  private readonly everyone: FirmList;
  private readonly sectors: FirmList;

  /** With `replaceable`, firms of a sector stand in for each other as far as they still can. */
  constructor(
    private readonly network: FirmNetwork,
    private readonly reliance: Reliance,
    private readonly replaceable: boolean,
  ) {
    const { firms, sectors } = network;
    this.loss = new Float64Array(firms);
    this.shock = new Float64Array(firms);
    this.felt = new Float64Array(firms);
    this.risen = new FirmList(firms);
    this.worse = new FirmList(firms);
    this.due = new FirmList(firms);
    this.everyone = FirmList.of(firms);
    this.sectors = new FirmList(sectors);
  }

  /** Forgets what was and shocks firms: the first round. The largest rise of a loss. */
  begin(shocks: readonly { readonly firm: number; readonly loss: number }[]): number {
    for (const losses of [this.loss, this.shock, this.felt]) losses.fill(0);
    this.risen.clear();
    let most = 0;
    for (const { firm, loss } of shocks) {
      if (loss <= this.shock[firm]) continue;
      if (this.shock[firm] === 0) this.risen.push(firm);
      this.shock[firm] = loss;
      this.loss[firm] = loss;
      most = Math.max(most, loss);
    }
    return most;
  }

  /** One round. The largest rise of a loss. */
  advance(): number {
    this.worse.clear();
    if (this.replaceable) this.feelThroughMarkets();
    else for (let i = 0; i < this.risen.count; i++) this.feel(this.risen.firms[i], 1);
    this.risen.clear();
    return this.update(this.whoRelyOnWorse());
  }

  private whoRelyOnWorse(): FirmList {
    const { from, entries } = this.reliance.reliedOnBy;
    const { firms, count } = this.worse;
    let ties = 0;
    for (let i = 0; i < count; i++) ties += from[firms[i] + 1] - from[firms[i]];
    if (2 * ties > entries.length) return this.everyone;
    this.due.clear();
    for (let i = 0; i < count; i++) {
      for (let t = from[firms[i]]; t < from[firms[i] + 1]; t++) this.due.add(entries[t]);
    }
    return this.due;
  }

  /**
   * What the market of a firm's sector cannot replace: its normal output over all that the sector still makes, at most
   * 1. A loss in a sector makes every firm of it that lost something harder to replace.
   */
  private feelThroughMarkets(): void {
    const { sectorOf, firmsOfSector, output } = this.network;
    this.sectors.clear();
    for (let i = 0; i < this.risen.count; i++) this.sectors.add(sectorOf[this.risen.firms[i]]);
    for (let i = 0; i < this.sectors.count; i++) {
      const sector = this.sectors.firms[i];
      const end = firmsOfSector.from[sector + 1];
      let left = 0;
      for (let m = firmsOfSector.from[sector]; m < end; m++) {
        const firm = firmsOfSector.entries[m];
        left += output[firm] * (1 - this.loss[firm]);
      }
      for (let m = firmsOfSector.from[sector]; m < end; m++) {
        const firm = firmsOfSector.entries[m];
        if (this.loss[firm] > 0) this.feel(firm, output[firm] < left ? output[firm] / left : 1);
      }
    }
  }

  private feel(firm: number, irreplaceable: number): void {
    const felt = irreplaceable * this.loss[firm];
    if (felt === this.felt[firm]) return;
    this.felt[firm] = felt;
    this.worse.push(firm);
  }

  private update({ firms, count }: FirmList): number {
    const { groupsFrom, partnersFrom, partner, share } = this.reliance;
    const { felt, loss, shock, risen } = this;
    let most = 0;
    for (let i = 0; i < count; i++) {
      const firm = firms[i];
      if (loss[firm] === 1) continue;
      let lost = shock[firm];
      const lastGroup = groupsFrom[firm + 1];
      for (let group = groupsFrom[firm]; group < lastGroup; group++) {
        let failed = 0;
        const end = partnersFrom[group + 1];
        for (let p = partnersFrom[group]; p < end; p++) failed += share[p] * felt[partner[p]];
        if (failed > lost) lost = failed;
      }
      // Shares of a group sum to 1 but for rounding.
      if (lost > 1) lost = 1;
      const rise = lost - loss[firm];
      if (rise === 0) continue;
      loss[firm] = lost;
      risen.push(firm);
      if (rise > most) most = rise;
    }
    return most;
  }
}

/** A list of firms, each once, that is cleared without touching them. */
class FirmList {
  count = 0;
  readonly firms: Int32Array;
  private readonly marks: Int32Array;
  private mark = 1;

  constructor(most: number) {
    this.firms = new Int32Array(most);
    this.marks = new Int32Array(most);
  }

  static of(count: number): FirmList {
    const list = new FirmList(count);
    for (let firm = 0; firm < count; firm++) list.push(firm);
    return list;
  }

  clear(): void {
    this.count = 0;
    this.mark += 1;
  }

  /** Adds what cannot be in the list yet. */
  push(firm: number): void {
    this.firms[this.count++] = firm;
  }

  /** Adds what may be in the list already; every entry must have come this way. */
  add(firm: number): void {
    if (this.marks[firm] === this.mark) return;
    this.marks[firm] = this.mark;
    this.push(firm);
  }
}
