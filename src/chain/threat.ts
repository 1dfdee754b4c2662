import type { Measure, ProviderRow, Scenario } from '../contract/folder/index.ts';
import { groupBy } from '../kernel/collections.ts';
import { dayNumber } from '../kernel/days.ts';
import type { Link } from './chain.ts';

/** Who stands behind a supply row: the jurisdiction itself, or a provider with headquarters and plants. */
export interface Supplier {
  readonly id: string;
  readonly type: ProviderRow['type'];
  readonly headquarters: string;
  /** Jurisdiction → share of its plants; empty where unknown. */
  readonly plants: ReadonlyMap<string, number>;
}

export function supplierOf(row: ProviderRow): Supplier {
  const named = row.plants.map((plant) => plant.split(':'));
  const even = 1 / Math.max(1, named.length);
  return {
    id: row.id,
    type: row.type,
    headquarters: row.type === 'jurisdiction' ? row.id : (row.headquarters ?? ''),
    plants: new Map(named.map(([jurisdiction, share]) => [jurisdiction, share ? Number(share) : even])),
  };
}

/** A measure with its days as numbers, and whom it reaches. */
interface DatedMeasure {
  readonly measure: Measure;
  readonly providers: ReadonlySet<string>;
  /** Those it names, and the third countries whose makers must follow it. */
  readonly jurisdictions: ReadonlySet<string>;
  readonly from: number;
  readonly until: number;
  readonly steps: readonly { readonly from: number; readonly value: number }[];
}

/** A dated change of what a supplier has of a link. */
interface CapacityChange {
  readonly link: string;
  readonly provider: string;
  readonly day: number;
  readonly change: number;
}

/** A supplier that comes back, on days as numbers. */
interface Reopening {
  readonly provider: string;
  readonly links: Measure['links'];
  readonly from: number;
  readonly until: number;
  readonly takesDemand: number;
}

/** A cut-off as it bears on supply: the measures of a scenario and of those it includes, on a time line of days. */
export class Threat {
  private readonly dated: readonly DatedMeasure[];
  private readonly capacityChanges: readonly CapacityChange[];
  private readonly reopenings: readonly Reopening[];
  private readonly changesByLink: ReadonlyMap<string, readonly CapacityChange[]>;
  private readonly hits = {
    goods: new Map<Link, readonly DatedMeasure[]>(),
    service: new Map<Link, readonly DatedMeasure[]>(),
  };

  /** `start`: day number on which the scenario starts. Measures without their own date start then. */
  constructor(
    readonly scenario: Scenario,
    all: readonly Scenario[],
    readonly start: number,
  ) {
    const included = [scenario, ...scenario.includes.flatMap((id) => all.filter((s) => s.id === id))];
    this.dated = included.flatMap((s) => s.measures.map((m) => datedMeasure(m, s, scenario, start)));
    this.capacityChanges = included.flatMap((s) =>
      s.capacityChanges.map((entry) => ({ ...entry, day: dayNumber(entry.date) })),
    );
    this.reopenings = included.flatMap((s) =>
      s.reopens.map(({ provider, links, from, until, takesDemand = 0 }) => ({
        provider,
        links,
        from: dayNumber(from),
        until: until ? dayNumber(until) : Number.POSITIVE_INFINITY,
        takesDemand,
      })),
    );
    this.changesByLink = groupBy(this.capacityChanges, ({ link }) => link);
  }

  /** What of a scenario holds whether or not it has started: its dated changes of capacity. */
  static withoutMeasures(scenario: Scenario, all: readonly Scenario[]): Threat {
    const quiet = (s: Scenario): Scenario => ({ ...s, measures: [], reopens: [] });
    return new Threat(quiet(scenario), all.map(quiet), Number.NEGATIVE_INFINITY);
  }

  get measures(): readonly Measure[] {
    return this.dated.map(({ measure }) => measure);
  }

  /** What decides all that follows from the start on, in days from it: threats of one signature differ by a shift of time. */
  signature(): string {
    const since = (day: number): number => Math.max(0, day - this.start);
    const measures = this.dated.map(({ from, until, steps }) => [
      since(from),
      since(until),
      ...steps.map((step) => since(step.from)),
    ]);
    const changes = this.capacityChanges.map(({ day }) => since(day));
    const reopenings = this.reopenings.map(({ from, until }) => `${since(from)}-${since(until)}`);
    return `${this.scenario.id} ${measures.join(';')} ${changes.join(',')} ${reopenings.join(',')}`;
  }

  /** Days on which anything changes, from the start of the scenario on, in order; the first is the start. */
  changes(): number[] {
    const days = new Set<number>([this.start]);
    const add = (day: number): void => {
      if (Number.isFinite(day) && day > this.start) days.add(day);
    };
    for (const { from, until, steps } of this.dated) {
      add(from);
      add(until);
      for (const step of steps) add(step.from);
    }
    for (const change of this.capacityChanges) add(change.day);
    for (const { from, until } of this.reopenings) {
      add(from);
      add(until);
    }
    return [...days].sort((a, b) => a - b);
  }

  /** Whether it changes anything of the goods of a link, on whatever day. */
  bearsOn(link: Link): boolean {
    return (
      this.hitting(link, 'goods').length > 0 ||
      this.changesByLink.has(link.id) ||
      this.reopenings.some(({ takesDemand, links }) => takesDemand > 0 && selects({ links }, link))
    );
  }

  /** Fraction of a supplier's trade in a link that is lost on a day, 0 to 1. */
  lost(link: Link, supplier: Supplier, day: number, what: 'goods' | 'service'): number {
    if (this.isReopened(link, supplier, day)) return 0;
    let kept = 1;
    for (const dated of this.hitting(link, what)) {
      kept *= 1 - severityOn(dated, day) * hitShare(dated, supplier);
    }
    return 1 - kept;
  }

  private isReopened(link: Link, { id, headquarters }: Supplier, day: number): boolean {
    return this.reopenings.some(
      ({ provider, links, from, until }) =>
        (provider === id || provider === headquarters) &&
        from <= day &&
        day < until &&
        selects({ links }, link),
    );
  }

  /** Fraction of home's making of a link that has lost its buyers by a day to suppliers that came back, 0 to 1. */
  demandTaken(link: Link, day: number): number {
    let kept = 1;
    for (const { provider, links, from, takesDemand } of this.reopenings) {
      const sells = link.supply.some((row) => row.provider === provider);
      if (from <= day && sells && selects({ links }, link)) kept *= 1 - takesDemand;
    }
    return 1 - kept;
  }

  /** The most that measures take of anybody's trade in a link on a day, 0 to 1. */
  mostLost(link: Link, day: number, what: 'goods' | 'service'): number {
    let kept = 1;
    for (const dated of this.hitting(link, what)) kept *= 1 - severityOn(dated, day);
    return 1 - kept;
  }

  /** What dated capacity changes have added to a supplier of a link by a day, in the unit of the link. */
  capacityChange(link: Link, supplier: Supplier, day: number): number {
    let change = 0;
    for (const { provider, day: from, change: by } of this.changesByLink.get(link.id) ?? []) {
      if (provider === supplier.id && from <= day) change += by;
    }
    return change;
  }

  /** Suppliers of a link with dated capacity changes, whether or not they have a row in supply.csv. */
  changedSuppliers(link: Link): ReadonlySet<string> {
    return new Set(this.changesByLink.get(link.id)?.map(({ provider }) => provider));
  }

  private hitting(link: Link, what: 'goods' | 'service'): readonly DatedMeasure[] {
    let found = this.hits[what].get(link);
    if (!found) {
      found = this.dated.filter(({ measure }) => measure.covers.includes(what) && hitsLink(measure, link));
      this.hits[what].set(link, found);
    }
    return found;
  }
}

/**
 * A measure without a date starts with the scenario it is written in; one that is included keeps the start of its own
 * scenario where that is later.
 */
function datedMeasure(measure: Measure, written: Scenario, scenario: Scenario, start: number): DatedMeasure {
  const own = written === scenario || !written.start ? start : Math.max(start, dayNumber(written.start));
  return {
    measure,
    providers: new Set(measure.who.providers),
    jurisdictions: new Set([...(measure.who.jurisdictions ?? []), ...(measure.reachesThirdCountries ?? [])]),
    from: measure.from ? dayNumber(measure.from) : own,
    until: measure.until ? dayNumber(measure.until) : Number.POSITIVE_INFINITY,
    steps:
      typeof measure.severity === 'number'
        ? []
        : measure.severity.map(({ from, value }) => ({ from: dayNumber(from), value })),
  };
}

/** True if a link is named: by id, field, tag or `all`. */
function selects({ links: { all, ids, fields, tags } }: Pick<Measure, 'links'>, link: Link): boolean {
  return Boolean(
    all ||
      ids?.includes(link.id) ||
      fields?.some((field) => field === link.field) ||
      tags?.some((tag) => link.tags.includes(tag)),
  );
}

/** True if a measure is about a link: named, and within its grade threshold. */
export function hitsLink(measure: Measure, link: Link): boolean {
  if (!selects(measure, link)) return false;
  if (!measure.grade) return true;
  if (link.grade === null) return false;
  const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = measure.grade;
  return link.grade <= atMost && link.grade >= atLeast;
}

/** Fraction of a supplier that a measure acts on, by headquarters or by plants. */
function hitShare({ measure, providers, jurisdictions }: DatedMeasure, supplier: Supplier): number {
  if (providers.has(supplier.id)) return 1;
  if (measure.actsOn !== 'plants' || supplier.plants.size === 0) {
    return jurisdictions.has(supplier.headquarters) ? 1 : 0;
  }
  let share = 0;
  for (const jurisdiction of jurisdictions) share += supplier.plants.get(jurisdiction) ?? 0;
  return share;
}

/** Fraction of the trade of those it hits that a measure stops on a day: severity × what licences do not let through. */
function severityOn({ measure, from, until, steps }: DatedMeasure, day: number): number {
  if (day < from || day >= until) return 0;
  const refused = measure.licence.policy === 'deny' ? 1 : 1 - measure.licence.probability;
  const users = measure.who.endUserShare ?? 1;
  if (typeof measure.severity === 'number') return measure.severity * refused * users;
  const begun = steps.filter((step) => step.from <= day);
  return (begun.at(-1)?.value ?? 0) * refused * users;
}
