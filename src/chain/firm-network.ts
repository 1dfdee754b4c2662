/** A link from supplier to buyer, both by their place in the list of firms. */
export interface FirmLink {
  readonly supplier: number;
  readonly buyer: number;
  /** What flows, in any one unit of the network (money or volume per year); above 0. */
  readonly weight: number;
}

/** How much a buyer depends on inputs of a sector: without them it stops, it loses their share, or nothing happens. */
export type Essentiality = 'essential' | 'non-essential' | 'none';

export interface FirmFacts {
  /** Sector of each firm, 0 … sectors − 1. */
  readonly sectorOf: readonly number[];
  readonly sectors: number;
  /** Output of each firm; null: the sum of its links to buyers. At least that sum, where some is sold outside. */
  readonly output: readonly (number | null)[];
  readonly links: readonly FirmLink[];
  readonly essentiality: (supplierSector: number, buyerSector: number) => Essentiality;
}

/** Lists in one array: those of row i lie at `from[i]` … `from[i + 1] − 1`. */
export interface Rows {
  readonly from: Int32Array;
  readonly entries: Int32Array;
}

/**
 * On whom each firm relies in one direction. It relies on its partners in groups: a group fails it by the sum of
 * `share` × what fails of each partner, and the worst of its groups counts. Groups of firm i are
 * `groupsFrom[i]` … `groupsFrom[i + 1] − 1`, partners of group g lie at `partnersFrom[g]` … `partnersFrom[g + 1] − 1`.
 */
export interface Reliance {
  readonly groupsFrom: Int32Array;
  readonly partnersFrom: Int32Array;
  readonly partner: Int32Array;
  /** 0 to 1. */
  readonly share: Float64Array;
  /** The same the other way round: who relies on each firm. */
  readonly reliedOnBy: Rows;
}

/** A network of firms in arrays that threads can share. */
export interface FirmNetwork {
  readonly firms: number;
  readonly sectors: number;
  readonly sectorOf: Int32Array;
  readonly firmsOfSector: Rows;
  /** Output of each firm, in the unit of the weights: what it weighs in totals and on the market of its sector. */
  readonly output: Float64Array;
  /**
   * Buyers on suppliers. Each sector that a buyer cannot do without is a group, its suppliers with their shares of what
   * the buyer takes from the sector; all that it could do without are one more, with their shares of all that it buys.
   */
  readonly onSuppliers: Reliance;
  /** Suppliers on buyers: one group, each buyer with its share of the supplier's output. */
  readonly onBuyers: Reliance;
}

/** Lays a network out in arrays. Links of a group keep their order, so that sums are the same bits every time. */
export function firmNetwork(facts: FirmFacts): FirmNetwork {
  const { sectorOf, sectors, links } = facts;
  const firms = sectorOf.length;
  const sold = new Float64Array(firms);
  for (const { supplier, weight } of links) sold[supplier] += weight;
  const output = Float64Array.from(facts.output, (x, firm) => x ?? sold[firm]);
  return {
    firms,
    sectors,
    sectorOf: Int32Array.from(sectorOf),
    firmsOfSector: rows(sectors, sectorOf),
    output,
    onSuppliers: reliance(firms, inputTies(facts)),
    onBuyers: reliance(
      firms,
      links.map(({ supplier, buyer, weight }) => ({
        firm: supplier,
        group: 0,
        partner: buyer,
        share: weight / output[supplier],
      })),
    ),
  };
}

interface Tie {
  readonly firm: number;
  /** Groups of a firm come in the order of these numbers. */
  readonly group: number;
  readonly partner: number;
  readonly share: number;
}

function inputTies({ sectorOf, sectors, links, essentiality }: FirmFacts): Tie[] {
  const bought = new Float64Array(sectorOf.length);
  const boughtOfSector = new Map<number, number>();
  const key = (buyer: number, sector: number): number => buyer * sectors + sector;
  for (const { supplier, buyer, weight } of links) {
    const sector = key(buyer, sectorOf[supplier]);
    bought[buyer] += weight;
    boughtOfSector.set(sector, (boughtOfSector.get(sector) ?? 0) + weight);
  }
  return links.flatMap(({ supplier, buyer, weight }): Tie[] => {
    const sector = sectorOf[supplier];
    const tie = { firm: buyer, partner: supplier };
    const kind = essentiality(sector, sectorOf[buyer]);
    if (kind === 'none') return [];
    return kind === 'essential'
      ? [{ ...tie, group: sector, share: weight / boughtOfSector.get(key(buyer, sector))! }]
      : [{ ...tie, group: sectors, share: weight / bought[buyer] }];
  });
}

function reliance(firms: number, unordered: readonly Tie[]): Reliance {
  const ties = [...unordered].sort((a, b) => a.firm - b.firm || a.group - b.group);
  const groupsFrom = new Int32Array(firms + 1);
  const partnersFrom: number[] = [];
  ties.forEach((tie, i) => {
    const before = ties[i - 1];
    if (before?.firm === tie.firm && before.group === tie.group) return;
    groupsFrom[tie.firm + 1] += 1;
    partnersFrom.push(i);
  });
  for (let firm = 0; firm < firms; firm++) groupsFrom[firm + 1] += groupsFrom[firm];
  const relyingOn = rows(
    firms,
    ties.map(({ partner }) => partner),
  );
  return {
    groupsFrom,
    partnersFrom: Int32Array.from([...partnersFrom, ties.length]),
    partner: Int32Array.from(ties, ({ partner }) => partner),
    share: Float64Array.from(ties, ({ share }) => share),
    reliedOnBy: { from: relyingOn.from, entries: relyingOn.entries.map((tie) => ties[tie].firm) },
  };
}

/** Places of a list by the row that each belongs to, in order. */
function rows(count: number, rowOf: readonly number[]): Rows {
  const from = new Int32Array(count + 1);
  for (const row of rowOf) from[row + 1] += 1;
  for (let row = 0; row < count; row++) from[row + 1] += from[row];
  const next = from.slice();
  const entries = new Int32Array(rowOf.length);
  rowOf.forEach((row, place) => {
    entries[next[row]++] = place;
  });
  return { from, entries };
}
