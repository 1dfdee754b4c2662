import { type Carry, carryOf } from './carry.ts';
import type { Chain, Group, Link } from './chain.ts';
import { type Availability, availabilityOfLeft, type Reading } from './supply.ts';
import type { SupplyOverTime } from './supply-over-time.ts';

/** When a link stops, in days from the start of the scenario (Infinity: never), and what stops it. */
export interface Stop {
  readonly day: number;
  readonly link: string;
  /** What it needs and loses first; null where its own supply falls short. */
  readonly because: Stop | null;
}

/** Link ids from the thing itself down to the link whose loss stops it; empty for what never stops. */
export function causePath(stop: Stop): string[] {
  const path: string[] = [];
  for (let at: Stop | null = stop; at && Number.isFinite(at.day); at = at.because) path.push(at.link);
  return path;
}

const NEVER: Stop = { day: Number.POSITIVE_INFINITY, link: '', because: null };
const TOLERANCE = 1e-9;

/** How a chain is asked when it stops. */
export interface StopQuestion {
  readonly asks: 'home' | 'world';
  readonly figures: Reading;
  readonly unknownGates: 'all' | 'any';
}

/**
 * Time to stop along the chain with no plan. home: a link at a level is lost when import alone no longer suffices and
 * home can no longer fill in (its own requirements are lost, or import + home capacity falls short); then its stock,
 * and for what is durable its installed base, carry it on. The base decays evenly over the service life, which loss
 * of outside service shortens: a level ℓ holds for life × (1 − service dependence × service lost) × (1 − ℓ) days. So
 * of what is durable full service, which is expansion, stops at once, and lower levels later.
 * world: a link is lost with its own supply or with what it needs; stocks and bases are those of home and do not count.
 * What is lost stays lost: a later relief is not counted.
 */
export class TimeToStop {
  private readonly chain: Chain;
  private readonly known = new Map<number, Map<string, Stop>>();
  private readonly supply = new Map<Link, readonly Availability[]>();
  private readonly carries = new Map<Link, Carry>();

  constructor(
    private readonly overTime: SupplyOverTime,
    private readonly question: StopQuestion,
  ) {
    this.chain = overTime.chain;
  }

  of(id: string, level: number): Stop {
    let atLevel = this.known.get(level);
    if (!atLevel) {
      atLevel = new Map();
      this.known.set(level, atLevel);
    }
    let stop = atLevel.get(id);
    if (!stop) {
      const link = this.chain.links.get(id)!;
      const lost = this.lost(link, level);
      const carried = Number.isFinite(lost.day) ? this.buffer(link, level) : 0;
      stop = carried > 0 ? { ...lost, day: lost.day + carried } : lost;
      atLevel.set(id, stop);
    }
    return stop;
  }

  private lost(link: Link, level: number): Stop {
    const own = (day: number): Stop => ({ day, link: link.id, because: null });
    const through = (needs: Stop, day = needs.day): Stop => ({ day, link: link.id, because: needs });
    if (link.kind === 'category') return through(this.requirements(link, level));
    if (this.question.asks === 'world') {
      const supplied = ({ worldShare }: Availability): boolean => worldShare >= level - TOLERANCE;
      const gone = this.first(link, supplied);
      const needs = this.requirements(link, level);
      return gone <= needs.day ? own(gone) : through(needs);
    }
    const imported = this.first(link, ({ need, foreign }) => foreign >= level * need);
    if (!Number.isFinite(imported)) return NEVER;
    const filled = this.first(link, ({ need, foreign, home }) => foreign + home >= level * need);
    const needs = this.requirements(link, level);
    if (needs.day >= filled) return own(Math.max(imported, filled));
    return needs.day >= imported ? through(needs) : own(imported);
  }

  /** First day, from the start, on which a condition on supply fails. */
  private first(link: Link, holds: (a: Availability) => boolean): number {
    const at = this.availability(link).findIndex((now) => !holds(now));
    return at < 0 ? Number.POSITIVE_INFINITY : this.overTime.days[at];
  }

  /** What home has of a link on each day of change. */
  private availability(link: Link): readonly Availability[] {
    let known = this.supply.get(link);
    if (!known) {
      known = this.overTime.of(link).map((left) => {
        const now = availabilityOfLeft(link, left, this.question.figures);
        return { ...now, foreign: now.foreign + TOLERANCE };
      });
      this.supply.set(link, known);
    }
    return known;
  }

  /** Days that stock and installed base carry a level after supply is lost. */
  private buffer(link: Link, level: number): number {
    if (this.question.asks === 'world') return 0;
    let carry = this.carries.get(link);
    if (!carry) {
      carry = carryOf(link, this.overTime.serviceLosses(link), this.question.figures);
      this.carries.set(link, carry);
    }
    return carry.stockDays + carry.lifeDays * (1 - level);
  }

  private requirements(link: Link, level: number): Stop {
    let first = NEVER;
    for (const group of link.groups) {
      const stop = this.group(group, level);
      if (stop.day < first.day) first = stop;
    }
    return first;
  }

  private group(group: Group, level: number): Stop {
    const parts = [
      ...group.members.map(({ link, share }) =>
        level <= 1 - share + TOLERANCE ? NEVER : this.of(link, level),
      ),
      ...group.groups.map((inner) => this.group(inner, level)),
    ];
    const gate = group.gate === 'unknown' ? this.question.unknownGates : group.gate;
    const needed = gate === 'all' ? parts.length : gate === 'any' ? 1 : (group.k ?? parts.length);
    // The gate stops when fewer than `needed` parts are left: at the stop of the needed-th longest lived.
    return parts.sort((a, b) => b.day - a.day)[needed - 1] ?? NEVER;
  }
}
