import { carryOf } from './carry.ts';
import type { Link } from './chain.ts';
import { OrderedChain, type Pass } from './ordered-chain.ts';
import { type Availability, availabilityOfLeft, type Reading } from './supply.ts';
import type { SupplyOverTime } from './supply-over-time.ts';

const TOLERANCE = 1e-9;

/** How a chain is asked when it stops. */
export interface StopQuestion {
  readonly asks: 'home' | 'world';
  readonly figures: Reading;
  readonly unknownGates: 'all' | 'any';
}

/** Stops of all links at one level, by number. */
interface StopsAtLevel {
  /** Days from the start of the scenario; Infinity: never. */
  readonly days: Float64Array;
  /** What a link needs and loses first; −1 where its own supply falls short. */
  readonly because: Int32Array;
}

/** Days on which the supply of a link is lost, and through which of its needs. */
interface Loss {
  readonly day: number;
  readonly because: number;
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
  private readonly chain: OrderedChain;
  private readonly levels = new Map<number, StopsAtLevel>();
  /** What home has of each link, by number, on each day of change. */
  private readonly supply: (readonly Availability[] | undefined)[] = [];

  constructor(
    private readonly overTime: SupplyOverTime,
    private readonly question: StopQuestion,
  ) {
    this.chain = OrderedChain.of(overTime.chain);
  }

  /** Day from the start of the scenario on which a link stops at a level; Infinity: never. */
  day(id: string, level: number): number {
    return this.at(level).days[this.chain.numberOf(id)];
  }

  /** Link ids from a link down to the one whose loss stops it; empty for what never stops. */
  causePath(id: string, level: number): string[] {
    const { days, because } = this.at(level);
    const path: string[] = [];
    for (let at = this.chain.numberOf(id); at >= 0 && Number.isFinite(days[at]); at = because[at]) {
      path.push(this.chain.links[at].id);
    }
    return path;
  }

  private at(level: number): StopsAtLevel {
    let stops = this.levels.get(level);
    if (!stops) {
      stops = this.pass(level);
      this.levels.set(level, stops);
    }
    return stops;
  }

  private pass(level: number): StopsAtLevel {
    const { chain } = this;
    const days = new Float64Array(chain.links.length);
    const because = new Int32Array(chain.links.length);
    const pass: Pass = {
      unknownGates: this.question.unknownGates,
      most: Number.POSITIVE_INFINITY,
      through: (day, share) => (level <= 1 - share + TOLERANCE ? Number.POSITIVE_INFINITY : day),
    };
    for (const number of chain.order) {
      const lost = this.lost(number, level, days, pass);
      days[number] = Number.isFinite(lost.day)
        ? lost.day + this.buffer(chain.links[number], level)
        : lost.day;
      because[number] = lost.because;
    }
    return { days, because };
  }

  private lost(number: number, level: number, days: Float64Array, pass: Pass): Loss {
    const own = (day: number): Loss => ({ day, because: -1 });
    const needs = (): number => this.chain.kept(number, days, pass);
    const through = (day: number): Loss => ({ day, because: this.chain.decider(number) });
    if (this.chain.links[number].kind === 'category') return through(needs());
    if (this.question.asks === 'world') {
      const gone = this.first(number, ({ worldShare }) => worldShare >= level - TOLERANCE);
      const needed = needs();
      return gone <= needed ? own(gone) : through(needed);
    }
    const imported = this.first(number, ({ need, foreign }) => foreign >= level * need);
    if (!Number.isFinite(imported)) return own(imported);
    const filled = this.first(number, ({ need, foreign, home }) => foreign + home >= level * need);
    const needed = needs();
    if (needed >= filled) return own(Math.max(imported, filled));
    return needed >= imported ? through(needed) : own(imported);
  }

  /** First day, from the start, on which a condition on supply fails. */
  private first(number: number, holds: (a: Availability) => boolean): number {
    const at = this.availability(number).findIndex((now) => !holds(now));
    return at < 0 ? Number.POSITIVE_INFINITY : this.overTime.days[at];
  }

  private availability(number: number): readonly Availability[] {
    let known = this.supply[number];
    if (!known) {
      const link = this.chain.links[number];
      known = this.overTime.of(link).map((left) => {
        const now = availabilityOfLeft(link, left, this.question.figures);
        return { ...now, foreign: now.foreign + TOLERANCE };
      });
      this.supply[number] = known;
    }
    return known;
  }

  /** Days that stock and installed base carry a level after supply is lost. */
  private buffer(link: Link, level: number): number {
    if (this.question.asks === 'world') return 0;
    const { stockDays, lifeDays } = carryOf(link, this.overTime.serviceLosses(link), this.question.figures);
    return stockDays + lifeDays * (1 - level);
  }
}
