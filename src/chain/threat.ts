import type { Measure, ProviderRow, Scenario } from '../contract/folder/index.ts';
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

/** A cut-off as it bears on supply: the measures of a scenario and of those it includes, on a time line of days. */
export class Threat {
  readonly measures: readonly Measure[];
  readonly capacityChanges: Scenario['capacityChanges'];

  /** `start`: day number on which the scenario starts. Measures without their own date start then. */
  constructor(
    readonly scenario: Scenario,
    all: readonly Scenario[],
    readonly start: number,
  ) {
    const included = [scenario, ...scenario.includes.flatMap((id) => all.filter((s) => s.id === id))];
    this.measures = included.flatMap((s) => s.measures.map((m) => datedMeasure(m, s, scenario, start)));
    this.capacityChanges = included.flatMap((s) => s.capacityChanges);
  }

  /** Days on which anything changes, from the start of the scenario on, in order; the first is the start. */
  changes(): number[] {
    const days = new Set<number>([this.start]);
    const add = (day: string | undefined): void => {
      if (day && dayNumber(day) > this.start) days.add(dayNumber(day));
    };
    for (const measure of this.measures) {
      add(measure.from);
      add(measure.until);
      if (typeof measure.severity !== 'number') for (const step of measure.severity) add(step.from);
    }
    for (const change of this.capacityChanges) add(change.date);
    return [...days].sort((a, b) => a - b);
  }

  /** Fraction of a supplier's trade in a link that is lost on a day, 0 to 1. */
  lost(link: Link, supplier: Supplier, day: number, what: 'goods' | 'service'): number {
    let kept = 1;
    for (const measure of this.measures) {
      if (!measure.covers.includes(what) || !hitsLink(measure, link)) continue;
      kept *= 1 - severityOn(measure, day) * hitShare(measure, supplier);
    }
    return 1 - kept;
  }
}

/** A measure without a date starts with the scenario it is written in; one that is included keeps its own start. */
function datedMeasure(measure: Measure, written: Scenario, scenario: Scenario, start: number): Measure {
  if (measure.from || written === scenario || !written.start) return measure;
  return dayNumber(written.start) > start ? { ...measure, from: written.start } : measure;
}

/** True if a measure is about a link: named by id, field, tag or `all`, and within its grade threshold. */
export function hitsLink(measure: Measure, link: Link): boolean {
  const { all, ids, fields, tags } = measure.links;
  const named =
    all ||
    ids?.includes(link.id) ||
    fields?.some((field) => field === link.field) ||
    tags?.some((tag) => link.tags.includes(tag));
  if (!named) return false;
  if (!measure.grade) return true;
  if (link.grade === null) return false;
  const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = measure.grade;
  return link.grade <= atMost && link.grade >= atLeast;
}

/** Fraction of a supplier that a measure acts on, by headquarters or by plants. */
function hitShare(measure: Measure, supplier: Supplier): number {
  const { who } = measure;
  if (who.providers?.includes(supplier.id)) return 1;
  const reached = [...(who.jurisdictions ?? []), ...(measure.reachesThirdCountries ?? [])];
  if (measure.actsOn === 'plants' && supplier.plants.size > 0) {
    return reached.reduce((sum, jurisdiction) => sum + (supplier.plants.get(jurisdiction) ?? 0), 0);
  }
  return reached.includes(supplier.headquarters) ? 1 : 0;
}

/** Fraction of the trade of those it hits that a measure stops on a day: severity × what licences do not let through. */
function severityOn(measure: Measure, day: number): number {
  if (measure.from && day < dayNumber(measure.from)) return 0;
  if (measure.until && day >= dayNumber(measure.until)) return 0;
  const refused = measure.licence.policy === 'deny' ? 1 : 1 - measure.licence.probability;
  const users = measure.who.endUserShare ?? 1;
  if (typeof measure.severity === 'number') return measure.severity * refused * users;
  const steps = measure.severity.filter((step) => dayNumber(step.from) <= day);
  return (steps.at(-1)?.value ?? 0) * refused * users;
}
