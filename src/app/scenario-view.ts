import { EndState } from '../chain/end-state.ts';
import { type Availability, CENTRAL_ADVERSE, CENTRAL_FAVOURABLE, type Reading } from '../chain/supply.ts';
import { SupplyOverTime } from '../chain/supply-over-time.ts';
import type { Threat } from '../chain/threat.ts';
import { TimeToStop } from '../chain/time-to-stop.ts';
import type { AssessedProduct } from '../contract/assess.ts';
import type { Verdict } from '../contract/common.ts';
import type { Scenario } from '../contract/folder/index.ts';
import { wholeDay } from '../kernel/days.ts';
import type { ChainWorld } from './scenario-world.ts';

/** How a scenario is read. */
export interface ViewOptions {
  /** Overrides the reading that the scenario names. */
  readonly reading?: 'home' | 'world';
  /** How gates that nobody has stated are read; `unknown` gives the range from all to any. */
  readonly gates: 'all' | 'any' | 'unknown';
}

/** A link under a scenario, at full service. */
export interface LinkOutcome {
  readonly id: string;
  readonly works: Verdict;
  /** Fraction of need that is still supplied, 0 to 1. */
  readonly coverage: number;
  /** Fraction of need that the scenario takes away at the link itself, 0 to 1. */
  readonly exposure: number;
  /** Whole days from the start on; null: never. */
  readonly stopsOnDay: number | null;
}

export const LOW_ADVERSE: Reading = { unknowns: 'adverse', figures: 'low' };
export const HIGH_FAVOURABLE: Reading = { unknowns: 'favourable', figures: 'high' };

/**
 * A chain under one scenario in the end, when its last measure holds and stocks and service lives have run out:
 * the base of an assessment, and all that a what-if needs.
 */
export class ScenarioView {
  readonly reading: 'home' | 'world';
  readonly threat: Threat;
  readonly supply: SupplyOverTime;
  readonly stops: TimeToStop;
  private readonly latestStops: TimeToStop;
  /** Day number of the last change. */
  readonly inTheEnd: number;
  readonly adverseGates: 'all' | 'any';
  readonly favourableGates: 'all' | 'any';
  private readonly adverse: EndState;
  private readonly favourable: EndState;
  private readonly low: EndState;
  private readonly high: EndState;

  constructor(
    readonly world: ChainWorld,
    readonly scenario: Scenario,
    options: ViewOptions,
  ) {
    this.reading = options.reading ?? scenario.reading;
    this.threat = world.threat(scenario);
    this.inTheEnd = this.threat.changes().at(-1)!;
    this.adverseGates = options.gates === 'any' ? 'any' : 'all';
    this.favourableGates = options.gates === 'all' ? 'all' : 'any';
    this.supply = new SupplyOverTime(world.chain, world.suppliers, world.programme.muster.home, this.threat);
    this.stops = new TimeToStop(this.supply, {
      asks: this.reading,
      figures: CENTRAL_ADVERSE,
      unknownGates: this.adverseGates,
    });
    this.latestStops = new TimeToStop(this.supply, {
      asks: this.reading,
      figures: CENTRAL_FAVOURABLE,
      unknownGates: this.favourableGates,
    });
    const last = this.supply.days.length - 1;
    const read = (figures: Reading, unknownGates: 'all' | 'any'): EndState =>
      new EndState(world.ordered, (link) => this.supply.of(link)[last], {
        asks: this.reading,
        figures,
        unknownGates,
      });
    this.adverse = read(CENTRAL_ADVERSE, this.adverseGates);
    this.favourable = read(CENTRAL_FAVOURABLE, this.favourableGates);
    this.low = read(LOW_ADVERSE, this.adverseGates);
    this.high = read(HIGH_FAVOURABLE, this.favourableGates);
  }

  /** Whether a link works at a level in the end. */
  works(link: string, level: number): Verdict {
    return this.verdict(this.world.ordered.numberOf(link), level);
  }

  /** The same by number: in the adverse and in the favourable reading of what nobody knows. */
  private verdict(number: number, level: number): Verdict {
    if (this.adverse.works(number, level)) return 'yes';
    return this.favourable.works(number, level) ? 'unknown' : 'no';
  }

  /** What home has of a link in the end, at central figures and with every unknown adverse. */
  available(link: string): Availability {
    return this.adverse.supply.at(this.world.ordered.numberOf(link));
  }

  /** Coverage of a link's own supply, and what it is with nothing cut. */
  own(link: string): { readonly coverage: number; readonly open: number } {
    const number = this.world.ordered.numberOf(link);
    return { coverage: this.adverse.own[number], open: this.world.open(this.reading).own[number] };
  }

  /** Fraction of need of each link that is still supplied, 0 to 1, by its number in `world.ordered`. */
  get coverage(): Float64Array {
    return this.adverse.coverage;
  }

  /** Fraction of need that the scenario takes away at each link itself, 0 to 1, by number. */
  get exposure(): Float64Array {
    const open = this.world.open(this.reading).own;
    return this.adverse.own.map((now, number) => Math.max(0, open[number] - now));
  }

  /** Every link below the products, at full service. */
  links(): LinkOutcome[] {
    const { ordered, below } = this.world;
    const { coverage, exposure } = this;
    return [...below].map((id) => {
      const number = ordered.numberOf(id);
      const works = this.verdict(number, 1);
      return {
        id,
        works,
        coverage: coverage[number],
        exposure: exposure[number],
        stopsOnDay: works === 'yes' ? null : wholeDay(this.stops.day(id, 1)),
      };
    });
  }

  /** Every product at its service levels. */
  products(): AssessedProduct[] {
    return this.world.programme.muster.products.map(({ link: id, ladder }) => {
      const number = this.world.ordered.numberOf(id);
      const link = this.world.ordered.links[number];
      const levels = ladder.map(({ level }) => {
        const works = this.verdict(number, level);
        return {
          level,
          works,
          stopsOnDay: works === 'yes' ? null : wholeDay(this.stops.day(id, level)),
          stopsOnDayLatest: works === 'no' ? wholeDay(this.latestStops.day(id, level)) : null,
          cause: works !== 'yes' ? this.stops.causePath(id, level) : [],
        };
      });
      const full = levels[levels.length - 1];
      return {
        id,
        name: link.name,
        nameZh: link.nameZh,
        works: full.works,
        coverage: this.adverse.coverage[number],
        coverageLow: this.low.coverage[number],
        coverageHigh: this.high.coverage[number],
        stopsOnDay: full.stopsOnDay,
        levels,
      };
    });
  }
}
