import { type Carry, carryOf } from './carry.ts';
import { type Availability, availabilityOfLeft, type Reading } from './supply.ts';
import type { SupplyOverTime } from './supply-over-time.ts';
import { type Node, neededParts, type WiredGroup } from './wiring.ts';

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
  private readonly known = new Map<number, (Stop | undefined)[]>();
  private readonly supply: (readonly Availability[] | undefined)[] = [];
  private readonly carries: (Carry | undefined)[] = [];

  constructor(
    private readonly overTime: SupplyOverTime,
    private readonly question: StopQuestion,
  ) {}

  of(id: string, level: number): Stop {
    let known = this.known.get(level);
    if (!known) {
      known = [];
      this.known.set(level, known);
    }
    return this.at(this.overTime.nodes.get(id)!, level, known);
  }

  /** `known`: stops at this level found so far, by node. */
  private at(node: Node, level: number, known: (Stop | undefined)[]): Stop {
    const before = known[node.index];
    if (before) return before;
    const lost = this.lost(node, level, known);
    const carried = Number.isFinite(lost.day) ? this.buffer(node, level) : 0;
    const stop = carried > 0 ? { ...lost, day: lost.day + carried } : lost;
    known[node.index] = stop;
    return stop;
  }

  private lost(node: Node, level: number, known: (Stop | undefined)[]): Stop {
    const { link } = node;
    const own = (day: number): Stop => ({ day, link: link.id, because: null });
    const through = (needs: Stop): Stop => ({ day: needs.day, link: link.id, because: needs });
    if (link.kind === 'category') return through(this.requirements(node, level, known));
    if (this.question.asks === 'world') {
      const supplied = ({ worldShare }: Availability): boolean => worldShare >= level - TOLERANCE;
      const gone = this.first(node, supplied);
      const needs = this.requirements(node, level, known);
      return gone <= needs.day ? own(gone) : through(needs);
    }
    const imported = this.first(node, ({ need, foreign }) => foreign >= level * need);
    if (!Number.isFinite(imported)) return NEVER;
    const filled = this.first(node, ({ need, foreign, home }) => foreign + home >= level * need);
    const needs = this.requirements(node, level, known);
    if (needs.day >= filled) return own(Math.max(imported, filled));
    return needs.day >= imported ? through(needs) : own(imported);
  }

  /** First day, from the start, on which a condition on supply fails. */
  private first(node: Node, holds: (a: Availability) => boolean): number {
    const at = this.availability(node).findIndex((now) => !holds(now));
    return at < 0 ? Number.POSITIVE_INFINITY : this.overTime.days[at];
  }

  /** What home has of a link on each day of change. */
  private availability({ index, link }: Node): readonly Availability[] {
    let known = this.supply[index];
    if (!known) {
      known = this.overTime.of(link).map((left) => {
        const now = availabilityOfLeft(link, left, this.question.figures);
        return { ...now, foreign: now.foreign + TOLERANCE };
      });
      this.supply[index] = known;
    }
    return known;
  }

  /** Days that stock and installed base carry a level after supply is lost. */
  private buffer({ index, link }: Node, level: number): number {
    if (this.question.asks === 'world') return 0;
    let carry = this.carries[index];
    if (!carry) {
      carry = carryOf(link, this.overTime.serviceLosses(link), this.question.figures);
      this.carries[index] = carry;
    }
    return carry.stockDays + carry.lifeDays * (1 - level);
  }

  private requirements({ groups }: Node, level: number, known: (Stop | undefined)[]): Stop {
    let first = NEVER;
    for (const group of groups) {
      const stop = this.group(group, level, known);
      if (stop.day < first.day) first = stop;
    }
    return first;
  }

  private group(group: WiredGroup, level: number, known: (Stop | undefined)[]): Stop {
    const parts: Stop[] = [];
    for (const { node, share } of group.members) {
      parts.push(level <= 1 - share + TOLERANCE ? NEVER : this.at(node, level, known));
    }
    for (const inner of group.groups) parts.push(this.group(inner, level, known));
    const needed = neededParts(group, parts.length, this.question.unknownGates);
    // The gate stops when fewer than `needed` parts are left: at the stop of the needed-th longest lived.
    if (needed === parts.length)
      return parts.reduce((first, stop) => (stop.day <= first.day ? stop : first), NEVER);
    return parts.sort((a, b) => b.day - a.day)[needed - 1] ?? NEVER;
  }
}
