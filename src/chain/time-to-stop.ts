import type { Chain, Group, Link } from './chain.ts';
import { type Availability, availabilityOf, type Reading, supplyBasis } from './supply.ts';
import type { Supplier, Threat } from './threat.ts';

/** When something stops, in days from the start of the scenario (Infinity: never), and the way down to the cause. */
export interface Stop {
  readonly day: number;
  /** Link ids from the thing itself to the link whose loss stops it. */
  readonly cause: readonly string[];
}

const NEVER: Stop = { day: Number.POSITIVE_INFINITY, cause: [] };
const TOLERANCE = 1e-9;

/**
 * Time to stop along the chain with no plan: a link at a level is lost when import alone no longer suffices and
 * home can no longer fill in (its own requirements are lost, or import + home capacity falls short); then its stock,
 * and for what is durable its installed base, carry it on. The base decays evenly over the service life, which loss
 * of outside service shortens: a level ℓ holds for life × (1 − service dependence × service lost) × (1 − ℓ) days.
 * What is lost stays lost: a later relief is not counted.
 */
export class TimeToStop {
  private readonly known = new Map<string, Stop>();
  private readonly supply = new Map<string, readonly Availability[]>();
  private readonly days: readonly number[];

  constructor(
    private readonly chain: Chain,
    private readonly suppliers: ReadonlyMap<string, Supplier>,
    private readonly home: readonly string[],
    private readonly threat: Threat,
    private readonly reading: Reading,
    private readonly unknownGates: 'all' | 'any',
  ) {
    this.days = threat.changes();
  }

  of(id: string, level: number): Stop {
    const key = `${id} ${level}`;
    const before = this.known.get(key);
    if (before) return before;
    const link = this.chain.links.get(id)!;
    const lost = this.lost(link, level);
    const stop = Number.isFinite(lost.day) ? { ...lost, day: lost.day + this.buffer(link, level) } : NEVER;
    this.known.set(key, stop);
    return stop;
  }

  private lost(link: Link, level: number): Stop {
    const needs = this.requirements(link, level);
    const at = (stop: Stop): Stop => ({ day: stop.day, cause: [link.id, ...stop.cause] });
    if (link.kind === 'category') return at(needs);
    const imported = this.first(link, ({ need, foreign }) => foreign >= level * need);
    if (!Number.isFinite(imported)) return NEVER;
    const filled = this.first(link, ({ need, foreign, home }) => foreign + home >= level * need);
    if (needs.day < filled)
      return at({ day: Math.max(imported, needs.day), cause: needs.day >= imported ? needs.cause : [] });
    return at({ day: Math.max(imported, filled), cause: [] });
  }

  /** First day, from the start, on which a condition on supply fails. */
  private first(link: Link, holds: (a: Availability) => boolean): number {
    const at = this.availability(link).findIndex((now) => !holds(now));
    return at < 0 ? Number.POSITIVE_INFINITY : this.days[at] - this.threat.start;
  }

  /** What home has of a link on each day of change. */
  private availability(link: Link): readonly Availability[] {
    let known = this.supply.get(link.id);
    if (!known) {
      known = this.days.map((day) => {
        const now = availabilityOf(link, this.suppliers, this.home, this.threat, day, this.reading);
        return { ...now, foreign: now.foreign + TOLERANCE };
      });
      this.supply.set(link.id, known);
    }
    return known;
  }

  /** Days that stock and installed base carry a level after supply is lost. */
  private buffer(link: Link, level: number): number {
    const low = this.reading.figures === 'low';
    const high = this.reading.figures === 'high';
    const value = (f: { low: number; central: number; high: number } | null): number =>
      f === null ? 0 : low ? f.low : high ? f.high : f.central;
    const life = value(link.lifeDays) * (1 - value(link.service) * this.serviceLost(link));
    return value(link.stockDays) + life * (1 - level);
  }

  private serviceLost(link: Link): number {
    let lost = 0;
    let total = 0;
    for (const { supplier, share } of supplyBasis(link, this.suppliers)) {
      if (!share || this.home.includes(supplier.headquarters)) continue;
      total += share.central;
      lost += share.central * this.threat.lost(link, supplier, this.days.at(-1)!, 'service');
    }
    return total > 0 ? lost / total : 0;
  }

  private requirements(link: Link, level: number): Stop {
    return earliest(link.groups.map((group) => this.group(group, level)));
  }

  private group(group: Group, level: number): Stop {
    const parts = [
      ...group.members.map(({ link, share }) =>
        level <= 1 - share + TOLERANCE ? NEVER : this.of(link, level),
      ),
      ...group.groups.map((inner) => this.group(inner, level)),
    ];
    const gate = group.gate === 'unknown' ? this.unknownGates : group.gate;
    const needed = gate === 'all' ? parts.length : gate === 'any' ? 1 : (group.k ?? parts.length);
    // The gate stops when fewer than `needed` parts are left: at the stop of the needed-th longest lived.
    const byLife = [...parts].sort((a, b) => b.day - a.day);
    return byLife[needed - 1] ?? NEVER;
  }
}

function earliest(stops: readonly Stop[]): Stop {
  return stops.reduce((first, stop) => (stop.day < first.day ? stop : first), NEVER);
}
