import { coverages, ownCoverage } from '../chain/coverage.ts';
import type { OrderedChain } from '../chain/ordered-chain.ts';
import {
  type Availability,
  availabilityOfLeft,
  CENTRAL_ADVERSE,
  CENTRAL_FAVOURABLE,
  type Reading,
} from '../chain/supply.ts';
import { SupplyOverTime } from '../chain/supply-over-time.ts';
import type { Threat } from '../chain/threat.ts';
import { causePath, type Stop, TimeToStop } from '../chain/time-to-stop.ts';
import { worksAt } from '../chain/works.ts';
import type { AssessedProduct } from '../contract/assess.ts';
import type { Verdict } from '../contract/common.ts';
import type { Scenario } from '../contract/folder/index.ts';
import type { ChainWorld } from './scenario-world.ts';

/** How a scenario is read. */
export interface ViewOptions {
  /** Overrides the reading that the scenario names. */
  readonly reading?: 'home' | 'world';
  /** How gates that nobody has stated are read; `unknown` gives the range from all to any. */
  readonly gates: 'all' | 'any' | 'unknown';
}

/** One way of reading what is not certain, and what home then has of each link in the end, by number. */
interface Case {
  readonly available: readonly Availability[];
  readonly gates: 'all' | 'any';
  /** Which links work, by level. */
  readonly works: Map<number, Float64Array>;
}

const LOW_ADVERSE: Reading = { unknowns: 'adverse', figures: 'low' };
const HIGH_FAVOURABLE: Reading = { unknowns: 'favourable', figures: 'high' };

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
  private readonly chain: OrderedChain;
  private readonly adverse: Case;
  private readonly favourable: Case;
  private readonly central: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;

  constructor(
    readonly world: ChainWorld,
    readonly scenario: Scenario,
    options: ViewOptions,
  ) {
    this.reading = options.reading ?? scenario.reading;
    this.chain = world.ordered;
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
    this.adverse = this.read(CENTRAL_ADVERSE, this.adverseGates);
    this.favourable = this.read(CENTRAL_FAVOURABLE, this.favourableGates);
    this.central = this.coverages(this.adverse);
    this.low = this.coverages(this.read(LOW_ADVERSE, this.adverseGates));
    this.high = this.coverages(this.read(HIGH_FAVOURABLE, this.favourableGates));
  }

  private read(figures: Reading, gates: 'all' | 'any'): Case {
    const last = this.supply.days.length - 1;
    const available = this.chain.links.map((link) =>
      availabilityOfLeft(link, this.supply.of(link)[last], figures),
    );
    return { available, gates, works: new Map() };
  }

  private coverages({ available, gates }: Case): Float64Array {
    return coverages(this.chain, available, this.reading, gates);
  }

  /** Whether a link works at a level in the end, in the adverse and in the favourable reading of what nobody knows. */
  works(link: string, level: number): Verdict {
    if (this.worksIn(this.adverse, link, level)) return 'yes';
    return this.worksIn(this.favourable, link, level) ? 'unknown' : 'no';
  }

  private worksIn({ available, gates, works }: Case, link: string, level: number): boolean {
    const known = works.get(level) ?? worksAt(this.chain, available, this.reading, gates, level);
    works.set(level, known);
    return known[this.chain.numberOf(link)] === 1;
  }

  /** What home has of a link in the end, at central figures and with every unknown adverse. */
  available(link: string): Availability {
    return this.adverse.available[this.chain.numberOf(link)];
  }

  coverage(link: string): number {
    return this.central[this.chain.numberOf(link)];
  }

  /** Coverage of a link's own supply: now and with nothing cut. */
  own(link: string): { readonly coverage: number; readonly open: number } {
    const number = this.chain.numberOf(link);
    const coverage = (available: readonly Availability[]): number =>
      ownCoverage(this.chain.links[number], available[number], this.reading);
    return { coverage: coverage(this.adverse.available), open: coverage(this.world.open) };
  }

  /** Every product at its service levels. */
  products(): AssessedProduct[] {
    return this.world.programme.muster.products.map(({ link: id, ladder }) => {
      const link = this.world.chain.links.get(id)!;
      const levels = ladder.map(({ level }) => {
        const works = this.works(id, level);
        const stop = this.stops.of(id, level);
        return {
          level,
          works,
          stopsOnDay: works === 'yes' ? null : dayOf(stop),
          stopsOnDayLatest: works === 'no' ? dayOf(this.latestStops.of(id, level)) : null,
          cause: works !== 'yes' ? causePath(stop) : [],
        };
      });
      const full = levels[levels.length - 1];
      return {
        id,
        name: link.name,
        nameZh: link.nameZh,
        works: full.works,
        coverage: this.coverage(id),
        coverageLow: this.low[this.chain.numberOf(id)],
        coverageHigh: this.high[this.chain.numberOf(id)],
        stopsOnDay: full.stopsOnDay,
        levels,
      };
    });
  }
}

/** A whole day, null for never. */
function dayOf({ day }: Stop): number | null {
  return Number.isFinite(day) ? Math.round(day) : null;
}
