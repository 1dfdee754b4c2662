import { BoostedSupply } from '../chain/boosted-supply.ts';
import { Coverage } from '../chain/coverage.ts';
import { gatesOf, StructureFunction } from '../chain/structure-function.ts';
import { CENTRAL_ADVERSE, CENTRAL_FAVOURABLE, type Reading } from '../chain/supply.ts';
import { SupplyOverTime } from '../chain/supply-over-time.ts';
import type { Threat } from '../chain/threat.ts';
import { causePath, type Stop, TimeToStop } from '../chain/time-to-stop.ts';
import type { AssessedProduct } from '../contract/assess.ts';
import type { Verdict } from '../contract/common.ts';
import type { Scenario } from '../contract/folder/index.ts';
import { Bdd, TRUE } from '../structure/bdd.ts';
import type { ChainWorld } from './scenario-world.ts';

/** How a scenario is read. */
export interface ViewOptions {
  /** Overrides the reading that the scenario names. */
  readonly reading?: 'home' | 'world';
  /** How gates that nobody has stated are read; `unknown` gives the range from all to any. */
  readonly gates: 'all' | 'any' | 'unknown';
}

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
  private readonly adverse: StructureFunction;
  private readonly favourable: StructureFunction;
  private readonly central: Coverage;
  private readonly low: Coverage;
  private readonly high: Coverage;

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
    this.adverse = this.structure(CENTRAL_ADVERSE, this.adverseGates);
    this.favourable = this.structure(CENTRAL_FAVOURABLE, this.favourableGates);
    this.central = this.coverages(CENTRAL_ADVERSE, this.adverseGates);
    this.low = this.coverages({ unknowns: 'adverse', figures: 'low' }, this.adverseGates);
    this.high = this.coverages({ unknowns: 'favourable', figures: 'high' }, this.favourableGates);
  }

  private structure(figures: Reading, unknownGates: 'all' | 'any'): StructureFunction {
    const gates = gatesOf(new Bdd(0));
    const availability = this.world.availability(this.threat, this.inTheEnd, figures);
    return new StructureFunction(this.world.chain, gates, {
      reading: this.reading,
      unknownGates,
      supply: new BoostedSupply(gates, this.reading, availability),
      carried: () => false,
    });
  }

  private coverages(figures: Reading, gates: 'all' | 'any'): Coverage {
    const availability = this.world.availability(this.threat, this.inTheEnd, figures);
    return new Coverage(this.world.chain, this.reading, gates, availability);
  }

  /** Whether a link works at a level in the end, in the adverse and in the favourable reading of what nobody knows. */
  works(link: string, level: number): Verdict {
    if (this.adverse.works(link, level) === TRUE) return 'yes';
    return this.favourable.works(link, level) === TRUE ? 'unknown' : 'no';
  }

  coverage(link: string): number {
    return this.central.of(link);
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
        coverage: this.central.of(id),
        coverageLow: this.low.of(id),
        coverageHigh: this.high.of(id),
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
