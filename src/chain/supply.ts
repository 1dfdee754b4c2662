import type { SourcedFigure } from '../evidence/figure.ts';
import { isBought, type Link } from './chain.ts';
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
  /**
   * Fraction of the world's supply that is still accessible, home's own included (the `world` reading). 1 for what has
   * no supply of its own: what is made where it is needed, and a heading without suppliers over what it needs.
   */
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
  /** Of a jurisdiction whose share is unknown: what is stated of its companies, which it has at least. */
  readonly atLeast?: readonly SourcedFigure[];
}

/** A supplier under a threat on a day; as a row of its own nothing of it is cut. */
interface SupplierLeft extends SupplyShare {
  /** Fraction of its trade that is lost, 0 to 1. */
  readonly lost: number;
  /** What dated changes of capacity have added. */
  readonly change: number;
}

export interface SupplyRows {
  /** Rows of jurisdictions where there are any, else of companies. */
  readonly basis: readonly SupplierLeft[];
  /** Companies beside rows of jurisdictions. */
  readonly companies: readonly SupplierLeft[];
}

/** Rows by link, remembered for as long as the suppliers live: they are asked for on every day of every threat. */
const remembered = new WeakMap<ReadonlyMap<string, Supplier>, Map<Link, SupplyRows>>();

export function supplyRows(link: Link, suppliers: ReadonlyMap<string, Supplier>): SupplyRows {
  let byLink = remembered.get(suppliers);
  if (!byLink) {
    byLink = new Map();
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
  const rows: SupplierLeft[] = [];
  for (const { provider, share } of link.supply) {
    const supplier = suppliers.get(provider);
    if (supplier) rows.push({ supplier, share, atLeast: undefined, lost: 0, change: 0 });
  }
  if (!rows.some(({ supplier }) => supplier.type === 'jurisdiction')) return { basis: rows, companies: NONE };
  const companies = rows.filter(({ supplier }) => supplier.type === 'company');
  const basis = rows
    .filter(({ supplier }) => supplier.type === 'jurisdiction' || supplier.type === 'pseudo')
    .map((row) => (row.share ? row : { ...row, atLeast: statedOf(companies, row.supplier.id) }));
  return { basis, companies };
}

const NONE: readonly never[] = [];

function statedOf(companies: readonly SupplyShare[], jurisdiction: string): SourcedFigure[] {
  return companies.flatMap(({ supplier, share }) =>
    share && supplier.headquarters === jurisdiction ? [share] : [],
  );
}

/** The suppliers of a link with their shares; rows of jurisdictions where there are any, else of companies. */
export function supplyBasis(link: Link, suppliers: ReadonlyMap<string, Supplier>): readonly SupplyShare[] {
  return supplyRows(link, suppliers).basis;
}

/** A company beside rows of jurisdictions, and what measures on it take beyond what its jurisdiction loses. */
interface CompanyLeft extends SupplyShare {
  readonly beyond: number;
}

/** What a threat leaves of the suppliers of a link on a day: all that does not depend on how figures are read. */
export interface SuppliersLeft {
  /** Jurisdictions of home, of whom nothing is lost. */
  readonly home: readonly string[];
  readonly rows: readonly SupplierLeft[];
  readonly named: readonly CompanyLeft[];
  /** Changes of capacity of suppliers without a row. */
  readonly others: { readonly foreign: number; readonly home: number };
  /** Fraction of home's making that has lost its buyers. */
  readonly demandTaken: number;
}

const NOTHING = { foreign: 0, home: 0 };

/** Looks at the suppliers of a link on a day under a threat (`null`: nothing is cut). */
export function suppliersLeft(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  home: readonly string[],
  threat: Threat | null,
  day: number,
): SuppliersLeft {
  const { basis } = supplyRows(link, suppliers);
  if (!threat?.bearsOn(link)) {
    return { home, rows: basis, named: NONE, others: NOTHING, demandTaken: 0 };
  }
  return {
    home,
    rows: basis.map((row) => {
      const { supplier, share, atLeast } = row;
      const lost = home.includes(supplier.headquarters) ? 0 : threat.lost(link, supplier, day, 'goods');
      const change = threat.capacityChange(link, supplier, day);
      return lost === 0 && change === 0 ? row : { supplier, share, atLeast, lost, change };
    }),
    named: namedCompanies(link, suppliers, home, threat, day),
    others: changesBesideRows(link, suppliers, home, threat, day),
    demandTaken: threat.demandTaken(link, day),
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

/** What of a link is read: each part may be read in a way of its own. */
export type SupplyPart = 'need' | 'obtainable' | 'capacity' | 'share';

/** What home has of a link, everything read in one way. */
export function availabilityOfLeft(link: Link, left: SuppliersLeft, reading: Reading): Availability {
  return availabilityOfParts(link, left, () => reading);
}

/**
 * What home has of a link. Import and home production add: foreign = obtainable × Σ accessible foreign shares. A need
 * that nobody has stated lies between nothing and all of the world's supply, a capacity between nothing and that, or
 * home's need where it is more; whatever is less in need and more in the rest is better for home.
 */
export function availabilityOfParts(
  link: Link,
  left: SuppliersLeft,
  readingOf: (part: SupplyPart) => Reading,
): Availability {
  const adverse = (part: SupplyPart): boolean => readingOf(part).unknowns === 'adverse';
  const shares = accessibleShares(link, left, readingOf('share'));
  const need = link.homeNeed
    ? pick(link.homeNeed, readingOf('need'), 'worse')
    : isBought(link) && !adverse('need')
      ? 0
      : 1;
  const obtainable = link.obtainable
    ? pick(link.obtainable, readingOf('obtainable'), 'better')
    : adverse('obtainable')
      ? 0
      : 1;
  const homeCapacity = link.homeCapacity
    ? pick(link.homeCapacity, readingOf('capacity'), 'better')
    : (shares.home ?? (adverse('capacity') ? 0 : Math.max(1, link.homeNeed?.high ?? 1)));
  return {
    need,
    foreign: obtainable * shares.foreign,
    home: Math.max(0, homeCapacity + shares.homeChange) * (1 - left.demandTaken),
    worldShare: shares.world,
  };
}

interface AccessibleShares {
  readonly foreign: number;
  /** Σ of home's shares; null where none is stated. */
  readonly home: number | null;
  readonly homeChange: number;
  readonly world: number;
}

/**
 * Shares of a link that are accessible. Suppliers without a share, and suppliers without a row, hold what the stated
 * shares leave of the whole: anything from none of it to all. Adversely nothing of it is accessible. Favourably it all
 * is, so that what is accessible is the whole less what is certainly lost: a supplier that is cut then supplies the
 * least it may, for what it does not supply somebody else does.
 */
function accessibleShares(link: Link, left: SuppliersLeft, reading: Reading): AccessibleShares {
  const { rows, others } = left;
  const adverse = reading.unknowns === 'adverse';
  const value = ({ share, atLeast = [] }: SupplyShare, more: 'better' | 'worse'): number =>
    share ? pick(share, reading, more) : atLeast.reduce((sum, least) => sum + pick(least, reading, more), 0);
  const held = (row: SupplyShare): number => value(row, adverse ? 'better' : 'worse');
  let foreign = others.foreign;
  let homeHeld = 0;
  let home: number | null = null;
  let homeChange = others.home;
  let known = 0;
  for (const row of rows) {
    known += held(row);
    // A change comes on top of (or off) what there is today.
    if (!left.home.includes(row.supplier.headquarters)) {
      foreign += Math.max(0, held(row) + row.change) * (1 - row.lost);
      continue;
    }
    homeHeld += held(row);
    homeChange += row.change;
    if (row.share) home = (home ?? 0) + value(row, 'better');
  }
  const rest = adverse || !isBought(link) ? 0 : Math.max(0, wholeOf(rows, known) - known);
  foreign = Math.max(0, foreign + rest - takenByName(left, reading));
  if (home !== null && rest > 0 && isHomeOpen(left)) home += rest;
  const unasked = link.supply.length === 0 && (!isBought(link) || link.groups.length > 0);
  const world = unasked ? 1 : foreign + Math.max(0, homeHeld + homeChange);
  return { foreign, home, homeChange, world };
}

/** Whether what nobody has stated may be home's own: some of home has no share, or companies alone have rows. */
function isHomeOpen({ home, rows }: SuppliersLeft): boolean {
  return home.some(
    (jurisdiction) => !rows.some(({ supplier, share }) => share && supplier.id === jurisdiction),
  );
}

/** All of the supply: 1, or what is stated where rounding has made it more. */
function wholeOf(rows: readonly SupplyShare[], known: number): number {
  const stated = rows.reduce((sum, { share }) => sum + (share?.central ?? 0), 0);
  return Math.max(1, stated, known);
}

/** What measures on named companies take; one without a share may have all that is left of its jurisdiction. */
function takenByName({ rows, named }: SuppliersLeft, reading: Reading): number {
  let taken = 0;
  const open = new Map<string, number>();
  for (const { supplier, share, beyond } of named) {
    if (share) taken += pick(share, reading, 'worse') * beyond;
    else open.set(supplier.headquarters, Math.max(beyond, open.get(supplier.headquarters) ?? 0));
  }
  if (reading.unknowns === 'favourable') return taken;
  for (const [jurisdiction, beyond] of open) {
    const own = rows.find(({ supplier }) => supplier.id === jurisdiction);
    if (own?.share) taken += pick(own.share, reading, 'better') * beyond;
  }
  return taken;
}

/**
 * Capacity changes of suppliers without a row of their own. A company beside rows of jurisdictions changes what its
 * jurisdiction has; anybody else has nothing known to lose, and only adds.
 */
function changesBesideRows(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  home: readonly string[],
  threat: Threat,
  day: number,
): { foreign: number; home: number } {
  const sums = { foreign: 0, home: 0 };
  const { basis, companies } = supplyRows(link, suppliers);
  for (const id of threat.changedSuppliers(link)) {
    const supplier = suppliers.get(id);
    if (!supplier || basis.some((row) => row.supplier.id === id)) continue;
    const change = threat.capacityChange(link, supplier, day);
    if (home.includes(supplier.headquarters)) sums.home += change;
    else if (change > 0 || companies.some((row) => row.supplier.id === id))
      sums.foreign += change * (1 - threat.lost(link, supplier, day, 'goods'));
  }
  return sums;
}

/** Foreign companies beside rows of jurisdictions that measures hit beyond what their jurisdictions already lose. */
function namedCompanies(
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  home: readonly string[],
  threat: Threat,
  day: number,
): CompanyLeft[] {
  return supplyRows(link, suppliers).companies.flatMap((row) => {
    const { supplier } = row;
    if (home.includes(supplier.headquarters)) return [];
    const ofJurisdiction = suppliers.get(supplier.headquarters);
    const already = ofJurisdiction ? threat.lost(link, ofJurisdiction, day, 'goods') : 0;
    const beyond = Math.max(0, threat.lost(link, supplier, day, 'goods') - already);
    return beyond > 0 ? [{ ...row, beyond }] : [];
  });
}
