import { groupBy } from '../kernel/collections.ts';
import type { Link } from './chain.ts';
import { type SupplyShare, supplyRows } from './supply.ts';
import type { Supplier } from './threat.ts';

/** Whose loss is looked at: jurisdictions with all who sit in them, single companies, or both together. */
export type ActsOn = 'jurisdiction' | 'provider' | 'either';

/** A part of the supply of a link that is there while all of its leaves are: jurisdictions and companies by id. */
interface SupplyPart {
  readonly share: number;
  readonly leaves: readonly string[];
}

/** The foreign supply of a link, split by whose loss takes it. */
export interface SupplyParts {
  /** What is stated. */
  readonly parts: readonly SupplyPart[];
  /** What is stated and may belong to companies of its jurisdiction that have no share of their own: `leaves` with them. */
  readonly doubtful: readonly { readonly part: SupplyPart; readonly leaves: readonly string[] }[];
  /** Share that nobody has stated. */
  readonly rest: number;
  /** Leaves of the suppliers that are named without a share, among whom the rest may be; empty where none is named. */
  readonly mayHoldRest: readonly string[];
  /** Whether home is named without a share, and may hold the rest. */
  readonly homeMayHoldRest: boolean;
}

/** Splits central shares of a link. A jurisdiction is one leaf, however many suppliers sit in it; `kept`: never lost. */
export function supplyParts(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  actsOn: ActsOn,
  kept: readonly string[],
): SupplyParts {
  const { basis, companies } = supplyRows(link, suppliers);
  const beside = groupBy(actsOn === 'jurisdiction' ? [] : companies, ({ supplier }) => supplier.headquarters);
  const leaves = (row: SupplyShare): string[] => leavesOf(row.supplier, actsOn, kept);
  const parts: SupplyPart[] = [];
  const doubtful: { part: SupplyPart; leaves: string[] }[] = [];
  const mayHoldRest = new Set<string>();
  let homeMayHoldRest = false;
  let stated = 0;
  const add = (row: SupplyShare, share: number, blank: readonly string[]): void => {
    const part = { share, leaves: leaves(row) };
    if (blank.length > 0) doubtful.push({ part, leaves: [...part.leaves, ...blank] });
    else parts.push(part);
  };
  for (const row of basis) {
    const inside = beside.get(row.supplier.id) ?? [];
    beside.delete(row.supplier.id);
    const known = inside.filter(({ share }) => share);
    const ofKnown = known.reduce((sum, { share }) => sum + share!.central, 0);
    const blank = inside.filter(({ share }) => !share).flatMap(leaves);
    stated += Math.max(row.share?.central ?? 0, ofKnown);
    const isHome = kept.includes(row.supplier.headquarters);
    if (row.share === null) {
      if (isHome) homeMayHoldRest = true;
      for (const leaf of [...leaves(row), ...blank]) mayHoldRest.add(leaf);
    }
    if (isHome) continue;
    for (const company of known) parts.push({ share: company.share!.central, leaves: leaves(company) });
    if (row.share) add(row, Math.max(0, row.share.central - ofKnown), blank);
  }
  for (const company of [...beside.values()].flat()) {
    stated += company.share?.central ?? 0;
    if (!company.share) for (const leaf of leaves(company)) mayHoldRest.add(leaf);
    else if (!kept.includes(company.supplier.headquarters)) add(company, company.share.central, []);
  }
  return {
    parts,
    doubtful,
    rest: Math.max(0, 1 - stated),
    mayHoldRest: [...mayHoldRest],
    homeMayHoldRest,
  };
}

function leavesOf({ id, type, headquarters }: Supplier, actsOn: ActsOn, kept: readonly string[]): string[] {
  if (kept.includes(headquarters) || type === 'pseudo') return [];
  if (type === 'jurisdiction') return actsOn === 'provider' ? [] : [id];
  const own = actsOn === 'jurisdiction' ? [] : [id];
  return actsOn === 'provider' || headquarters === '' ? own : [headquarters, ...own];
}
