/** A link from supplier to buyer, both by their place in the list of firms. */
export interface FirmLink {
  readonly supplier: number;
  readonly buyer: number;
  /** What flows, in any one unit of the network (money or volume per year); above 0. */
  readonly weight: number;
}

/** How much a buyer depends on inputs of a sector: without them it stops, it loses their share, or nothing happens. */
export type Essentiality = 'essential' | 'non-essential' | 'none';

/** Links of all firms on one side, ready to be walked: those of firm i lie at `from[i]` … `from[i + 1] − 1`. */
export interface Adjacency {
  readonly from: Int32Array;
  /** The firm at the other end. */
  readonly firm: Int32Array;
  /** Share of the link, 0 to 1. */
  readonly share: Float64Array;
}

/**
 * A network of firms in arrays that threads can share. Inputs of a buyer are grouped: `essential` holds, for each
 * buyer and each sector it cannot do without, the suppliers of that sector with their shares of what it buys from the
 * sector; `other` the non-essential suppliers with their shares of all that it buys.
 */
export interface FirmNetwork {
  readonly firms: number;
  readonly sectors: number;
  readonly sectorOf: Int32Array;
  /** Output of each firm, in the unit of the weights: what it weighs in totals and on the market of its sector. */
  readonly output: Float64Array;
  readonly outputOfSector: Float64Array;
  /** Groups of essential inputs of firm i: `groupsFrom[i]` … `groupsFrom[i + 1] − 1`, each a row of `essential`. */
  readonly groupsFrom: Int32Array;
  readonly essential: Adjacency;
  readonly other: Adjacency;
  /** Buyers of each firm, with their shares of its output. */
  readonly buyers: Adjacency;
  /** Suppliers of each firm whatever they supply: whom it takes demand from. */
  readonly suppliers: Adjacency;
}

export interface FirmFacts {
  /** Sector of each firm, 0 … sectors − 1. */
  readonly sectorOf: readonly number[];
  readonly sectors: number;
  /** Output of each firm; null: the sum of its links to buyers. At least that sum, where some is sold outside. */
  readonly output: readonly (number | null)[];
  readonly links: readonly FirmLink[];
  readonly essentiality: (supplierSector: number, buyerSector: number) => Essentiality;
}

export function firmNetwork(facts: FirmFacts): FirmNetwork {
  const { sectorOf, sectors, links } = facts;
  const firms = sectorOf.length;
  const sold = new Float64Array(firms);
  const bought = new Float64Array(firms);
  for (const { supplier, buyer, weight } of links) {
    sold[supplier] += weight;
    bought[buyer] += weight;
  }
  const output = Float64Array.from(facts.output, (x, firm) => x ?? sold[firm]);
  const outputOfSector = new Float64Array(sectors);
  for (let firm = 0; firm < firms; firm++) outputOfSector[sectorOf[firm]] += output[firm];
  const kindOf = ({ supplier, buyer }: FirmLink): Essentiality =>
    facts.essentiality(sectorOf[supplier], sectorOf[buyer]);
  const { groupsFrom, essential } = essentialInputs(
    firms,
    sectorOf,
    links.filter((link) => kindOf(link) === 'essential'),
  );
  return {
    firms,
    sectors,
    sectorOf: Int32Array.from(sectorOf),
    output,
    outputOfSector,
    groupsFrom,
    essential,
    other: adjacency(
      firms,
      links.filter((link) => kindOf(link) === 'non-essential'),
      ({ buyer }) => buyer,
      ({ supplier }) => supplier,
      ({ buyer, weight }) => weight / bought[buyer],
    ),
    buyers: adjacency(
      firms,
      links,
      ({ supplier }) => supplier,
      ({ buyer }) => buyer,
      ({ supplier, weight }) => weight / output[supplier],
    ),
    suppliers: adjacency(
      firms,
      links,
      ({ buyer }) => buyer,
      ({ supplier }) => supplier,
      ({ buyer, weight }) => weight / bought[buyer],
    ),
  };
}

function essentialInputs(
  firms: number,
  sectorOf: readonly number[],
  links: readonly FirmLink[],
): { groupsFrom: Int32Array; essential: Adjacency } {
  const sorted = [...links].sort(
    (a, b) => a.buyer - b.buyer || sectorOf[a.supplier] - sectorOf[b.supplier] || a.supplier - b.supplier,
  );
  const groupOf: number[] = [];
  const totals: number[] = [];
  const groupsOfFirm = new Int32Array(firms);
  sorted.forEach((link, i) => {
    const before = sorted[i - 1];
    const same = before?.buyer === link.buyer && sectorOf[before.supplier] === sectorOf[link.supplier];
    if (!same) {
      totals.push(0);
      groupsOfFirm[link.buyer] += 1;
    }
    groupOf.push(totals.length - 1);
    totals[totals.length - 1] += link.weight;
  });
  const rows = sorted.map((link, i) => ({ ...link, group: groupOf[i] }));
  return {
    groupsFrom: offsets(groupsOfFirm),
    essential: adjacency(
      totals.length,
      rows,
      ({ group }) => group,
      ({ supplier }) => supplier,
      ({ group, weight }) => weight / totals[group],
    ),
  };
}

/** Links by the row they belong to; within a row as given. */
function adjacency<L>(
  rows: number,
  links: readonly L[],
  rowOf: (link: L) => number,
  firmOf: (link: L) => number,
  shareOf: (link: L) => number,
): Adjacency {
  const counts = new Int32Array(rows);
  for (const link of links) counts[rowOf(link)] += 1;
  const from = offsets(counts);
  const next = from.slice();
  const firm = new Int32Array(links.length);
  const share = new Float64Array(links.length);
  for (const link of links) {
    const at = next[rowOf(link)]++;
    firm[at] = firmOf(link);
    share[at] = shareOf(link);
  }
  return { from, firm, share };
}

function offsets(counts: Int32Array): Int32Array {
  const from = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) from[i + 1] = from[i] + counts[i];
  return from;
}
