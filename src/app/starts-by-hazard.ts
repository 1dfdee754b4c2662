import { SupplyOverTime } from '../chain/supply-over-time.ts';
import { Threat } from '../chain/threat.ts';
import { stratified } from '../evidence/draws.ts';
import { periodStarts } from '../kernel/days.ts';
import { Random } from '../kernel/random.ts';
import type { ScenarioView } from './scenario-view.ts';

/** When a scenario starts in each run of the draws, given that it starts within the periods of the programme. */
export interface DrawnStarts {
  readonly byHazard: boolean;
  /** Chance that it starts within the periods; 1 where its day is set. */
  readonly chance: number;
  /** Day number of the start in a run. */
  startOf(run: number): number;
  /** What the scenario leaves of supply if it starts as in a run. */
  supply(run: number): SupplyOverTime;
}

/** A stream of its own, so that draws of starts do not move those of figures. */
const STREAM = 0x57a27;

/**
 * The set day of a scenario, or starts drawn by its hazard: with hazard h per period it starts in period t with chance
 * h (1 − h)^(t−1), and not at all within T periods with chance (1 − h)^T.
 */
export function drawnStarts(view: ScenarioView, runs: number): DrawnStarts {
  const hazard = view.scenario.hazardPerPeriod;
  if (hazard === undefined) {
    return { byHazard: false, chance: 1, startOf: () => view.threat.start, supply: () => view.supply };
  }
  const { muster, scenarios } = view.world.programme;
  const chance = 1 - (1 - hazard) ** muster.periods.count;
  const begins = periodStarts(muster.periods);
  const draws = stratified(runs, new Random(muster.seed).fork(STREAM));
  const startOf = (run: number): number => {
    const period = Math.floor(Math.log1p(-draws[run] * chance) / Math.log1p(-hazard));
    return begins[Math.min(period, muster.periods.count - 1)];
  };
  // Starts from which the same follows, days counted from the start, share what is left of supply.
  const known = new Map([[view.threat.signature(), view.supply]]);
  const supply = (run: number): SupplyOverTime => {
    const threat = new Threat(view.scenario, scenarios, startOf(run));
    const signature = threat.signature();
    let found = known.get(signature);
    if (!found) {
      found = new SupplyOverTime(view.world.chain, view.world.suppliers, muster.home, threat);
      known.set(signature, found);
    }
    return found;
  };
  return { byHazard: true, chance, startOf, supply };
}
