import type { SourcedFigure } from '../evidence/figure.ts';
import type { Link } from './chain.ts';
import type { Supplier, Threat } from './threat.ts';

/**
 * How to read what is not certain. `unknowns` decides what nobody has quantified (absent figures, unknown gates);
 * `figures` picks the low, central or high value of what somebody has, where low is adverse for home, or draws one.
 */
export interface Reading {
  readonly unknowns: 'adverse' | 'favourable';
  readonly figures: 'low' | 'central' | 'high' | ((figure: SourcedFigure) => number);
}

export const CENTRAL_ADVERSE: Reading = { unknowns: 'adverse', figures: 'central' };
export const CENTRAL_FAVOURABLE: Reading = { unknowns: 'favourable', figures: 'central' };

/** What home has of a link on a day, in the unit of the link. */
export interface Availability {
  /** What home needs. */
  readonly need: number;
  /** Foreign capacity that home can obtain. */
  readonly foreign: number;
  /** Capacity at home, if its own requirements hold. */
  readonly home: number;
  /** Fraction of the world's supply that is still accessible, home's own included (the `world` reading). */
  readonly worldShare: number;
}

/** The value of a figure in a reading; `more` says whether more of it is better for home. */
export function pick(figure: SourcedFigure, { figures }: Reading, more: 'better' | 'worse'): number {
  if (typeof figures === 'function') return figures(figure);
  if (figures === 'central') return figure.central;
  return (figures === 'low') === (more === 'better') ? figure.low : figure.high;
}

/** A supplier of a link and its share; null: how much is unknown. */
export interface SupplyShare {
  readonly supplier: Supplier;
  readonly share: SourcedFigure | null;
}

interface SupplyRows {
  /** Rows of jurisdictions where there are any, else of companies. */
  readonly basis: readonly SupplyShare[];
  /** Foreign and home companies beside rows of jurisdictions. */
  readonly companies: readonly SupplyShare[];
}

/** Rows by link, remembered for as long as the suppliers live: they are asked for on every day of every threat. */
const remembered = new WeakMap<ReadonlyMap<string, Supplier>, WeakMap<Link, SupplyRows>>();

function supplyRows(link: Link, suppliers: ReadonlyMap<string, Supplier>): SupplyRows {
  let byLink = remembered.get(suppliers);
  if (!byLink) {
    byLink = new WeakMap();
    remembered.set(suppliers, byLink);
  }
  let rows = byLink.get(link);
  if (!rows) {
    rows = splitRows(link, suppliers);
    byLink.set(link, rows);
  }
  return rows;
}

function splitRows(link: Link, suppliers: ReadonlyMap<string, Supplier>): SupplyRows {
  const rows = link.supply.flatMap(({ provider, share }) => {
    const supplier = suppliers.get(provider);
    return supplier ? [{ supplier, share }] : [];
  });
  const jurisdictions = rows.filter(({ supplier }) => supplier.type === 'jurisdiction');
  const byJurisdiction =
    jurisdictions.some(({ share }) => share !== null) || rows.length === jurisdictions.length;
  if (!byJurisdiction) return { basis: rows, companies: [] };
  return {
    basis: rows.filter(({ supplier }) => supplier.type === 'jurisdiction' || supplier.type === 'pseudo'),
    companies: jurisdictions.length > 0 ? rows.filter(({ supplier }) => supplier.type === 'company') : [],
  };
}

/** The suppliers of a link with their shares; rows of jurisdictions where there are any, else of companies. */
export function supplyBasis(link: Link, suppliers: ReadonlyMap<string, Supplier>): readonly SupplyShare[] {
  return supplyRows(link, suppliers).basis;
}

/** What a threat leaves of the suppliers of a link on a day: all that does not depend on how figures are read. */
export interface SuppliersLeft {
  readonly rows: readonly {
    readonly share: SourcedFigure | null;
    readonly isHome: boolean;
    /** Fraction of its trade that is lost, 0 to 1. */
    readonly lost: number;
    /** What dated changes of capacity have added. */
    readonly change: number;
  }[];
  /** Companies beside rows of jurisdictions, and what measures on them take beyond what their jurisdictions lose. */
  readonly named: readonly { readonly share: SourcedFigure; readonly beyond: number }[];
  /** Changes of capacity of suppliers without a row. */
  readonly others: { readonly foreign: number; readonly home: number };
}

/** Looks at the suppliers of a link on a day under a threat (`null`: nothing is cut). */
export function suppliersLeft(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  home: readonly string[],
  threat: Threat | null,
  day: number,
): SuppliersLeft {
  const rows = supplyBasis(link, suppliers).map(({ supplier, share }) => {
    const isHome = home.includes(supplier.headquarters);
    return {
      share,
      isHome,
      lost: threat && !isHome ? threat.lost(link, supplier, day, 'goods') : 0,
      change: threat ? threat.capacityChange(link, supplier, day) : 0,
    };
  });
  if (!threat) return { rows, named: [], others: { foreign: 0, home: 0 } };
  return {
    rows,
    named: namedCompanies(link, suppliers, home, threat, day),
    others: changesBesideRows(link, suppliers, home, threat, day),
  };
}

/** What home has of a link on a day under a threat (`null`: nothing is cut). */
export function availabilityOf(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  home: readonly string[],
  threat: Threat | null,
  day: number,
  reading: Reading,
): Availability {
  return availabilityOfLeft(link, suppliersLeft(link, suppliers, home, threat, day), reading);
}

/**
 * What home has of a link. Import and home production add: foreign = obtainable × Σ accessible foreign shares. What no
 * row accounts for counts as accessible only in the favourable reading.
 */
export function availabilityOfLeft(link: Link, left: SuppliersLeft, reading: Reading): Availability {
  const adverse = reading.unknowns === 'adverse';
  const shares = accessibleShares(link, left, reading);
  const traded = link.supply.length > 0;
  const need = link.homeNeed ? pick(link.homeNeed, reading, 'worse') : traded && !adverse ? 0 : 1;
  const obtainable = link.obtainable ? pick(link.obtainable, reading, 'better') : adverse ? 0 : 1;
  const homeCapacity = link.homeCapacity
    ? pick(link.homeCapacity, reading, 'better')
    : shares.home !== null
      ? shares.home
      : adverse
        ? 0
        : need;
  return {
    need,
    foreign: obtainable * shares.foreign,
    home: Math.max(0, homeCapacity + shares.homeChange),
    worldShare: shares.world,
  };
}

function accessibleShares(
  link: Link,
  { rows, named, others }: SuppliersLeft,
  reading: Reading,
): { foreign: number; home: number | null; homeChange: number; world: number } {
  let foreign = others.foreign;
  let own: number | null = null;
  let homeChange = others.home;
  let known = 0;
  let unquantified = 0;
  let lostOfUnquantified = reading.unknowns === 'adverse' ? 0 : 1;
  for (const { share, isHome, lost, change } of rows) {
    // A change comes on top of (or off) what there is today: it never stands in for the rest that no row accounts for.
    if (isHome) homeChange += change;
    if (share === null) {
      if (!isHome) foreign += change * (1 - lost);
      unquantified++;
      lostOfUnquantified =
        reading.unknowns === 'adverse'
          ? Math.max(lostOfUnquantified, lost)
          : Math.min(lostOfUnquantified, lost);
      continue;
    }
    const value = pick(share, reading, 'better');
    known += value;
    if (isHome) own = (own ?? 0) + value;
    else foreign += Math.max(0, value + change) * (1 - lost);
  }
  for (const { share, beyond } of named) foreign -= pick(share, reading, 'better') * beyond;
  foreign = Math.max(0, foreign);
  const rest = link.supply.length > 0 ? Math.max(0, 1 - known) : 0;
  const restAccessible =
    unquantified > 0 ? rest * (1 - lostOfUnquantified) : reading.unknowns === 'adverse' ? 0 : rest;
  foreign += restAccessible;
  return { foreign, home: own, homeChange, world: foreign + Math.max(0, (own ?? 0) + homeChange) };
}

/** Capacity changes of suppliers without a row of their own: newcomers, and companies beside rows of jurisdictions. */
function changesBesideRows(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  home: readonly string[],
  threat: Threat,
  day: number,
): { foreign: number; home: number } {
  const sums = { foreign: 0, home: 0 };
  const basis = supplyBasis(link, suppliers);
  for (const id of threat.changedSuppliers(link)) {
    const supplier = suppliers.get(id);
    if (!supplier || basis.some((row) => row.supplier.id === id)) continue;
    const change = threat.capacityChange(link, supplier, day);
    if (home.includes(supplier.headquarters)) sums.home += change;
    else sums.foreign += change * (1 - threat.lost(link, supplier, day, 'goods'));
  }
  return sums;
}

/** What measures on named companies take, beyond what their jurisdictions already lose; only where rows are by jurisdiction. */
function namedCompanies(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  home: readonly string[],
  threat: Threat,
  day: number,
): SuppliersLeft['named'] {
  return supplyRows(link, suppliers).companies.flatMap(({ supplier, share }) => {
    if (!share || home.includes(supplier.headquarters)) return [];
    const ofJurisdiction = suppliers.get(supplier.headquarters);
    const already = ofJurisdiction ? threat.lost(link, ofJurisdiction, day, 'goods') : 0;
    const beyond = Math.max(0, threat.lost(link, supplier, day, 'goods') - already);
    return beyond > 0 ? [{ share, beyond }] : [];
  });
}
