import type { RepairStructure } from '../chain/repair.ts';
import { drawnStops, type LinkAtLevel, percentile, uncertainFigures } from '../chain/time-spread.ts';
import type { StopDraws, Stoppage } from '../contract/stoppage.ts';
import { FigureDraws } from '../evidence/draws.ts';
import { dayText, wholeDay } from '../kernel/days.ts';
import type { ScenarioView } from './scenario-view.ts';
import type { ChainWorld } from './scenario-world.ts';
import { type DrawnStarts, drawnStarts } from './starts-by-hazard.ts';

/** Runs of the draws: enough for steady tenths, few enough to stay within a second for some hundred links. */
const RUNS = 200;

/** The uncertain figures of the links below the products, drawn once for all scenarios. */
export function stopDraws(world: ChainWorld): FigureDraws {
  const links = [...world.below].map((id) => world.chain.links.get(id)!);
  return new FigureDraws(uncertainFigures(links), RUNS, world.programme.muster.seed);
}

type Candidate = LinkAtLevel & Pick<Stoppage, 'kind'>;

/** The dated list of what stops under a scenario, earliest first, with the percentiles of every day. */
export function stoppages(
  view: ScenarioView,
  repair: RepairStructure,
  draws: FigureDraws,
): { stoppages: Stoppage[]; stopDraws: StopDraws } {
  const starts = drawnStarts(view, draws.runs);
  const candidates = [...chokepointStops(view, repair), ...productStops(view)];
  const days = drawnStops(candidates, starts.supply, draws, {
    asks: view.reading,
    unknownGates: view.adverseGates,
  });
  const listed = candidates
    .map((candidate, i) => stoppage(view, candidate, days[i], starts))
    .filter(({ day, p10 }) => day !== null || p10 !== null)
    .sort((a, b) => when(a) - when(b));
  const { seed } = view.world.programme.muster;
  return {
    stoppages: listed,
    stopDraws: { runs: draws.runs, seed, figures: draws.figures, startChance: starts.chance },
  };
}

/** What has no day at the central figures comes last. */
const when = ({ day, p10 }: Stoppage): number => (day === null ? 1e9 + (p10 ?? 0) : day);

/** Every level of every product that is lost, or may be; not what is back in the end. */
function productStops(view: ScenarioView): Candidate[] {
  return view.world.programme.muster.products.flatMap(({ link, ladder }) =>
    ladder
      .filter(
        ({ level }) => view.works(link, level) !== 'yes' || !Number.isFinite(view.stops.day(link, level)),
      )
      .map(({ level }) => ({ link, level, kind: 'product' as const })),
  );
}

/**
 * Of every chokepoint the days on which it falls below levels, the lowest of each day, and of what is durable the day
 * of its expansion. A level that it does not reach even with nothing cut does not stop.
 */
function chokepointStops(view: ScenarioView, repair: RepairStructure): Candidate[] {
  const { world, stops } = view;
  const ladders = world.programme.muster.products.flatMap(({ ladder }) => ladder.map(({ level }) => level));
  const levels = [...new Set([...ladders, 1])].sort((a, b) => b - a);
  return repair.broken.flatMap((id) => {
    const link = world.chain.links.get(id)!;
    const durable = (link.lifeDays?.central ?? 0) > 0;
    const reached = view.own(id).open + 1e-9;
    const lowest = new Map<string, Candidate>();
    for (const level of levels.filter((one) => one <= reached)) {
      const day = stops.day(id, level);
      const kind = durable && level === 1 ? 'expansion' : 'level';
      if (Number.isFinite(day)) lowest.set(`${kind} ${Math.round(day)}`, { link: id, level, kind });
    }
    return [...lowest.values()];
  });
}

function stoppage(
  { world, stops, threat }: ScenarioView,
  { link: id, level, kind }: Candidate,
  days: Float64Array,
  starts: DrawnStarts,
): Stoppage {
  const link = world.chain.links.get(id)!;
  const day = wholeDay(stops.day(id, level));
  const sorted = Float64Array.from(days).sort();
  const dates = days.map((value, run) => starts.startOf(run) + value).sort();
  const dayAt = (p: number): number | null => wholeDay(percentile(sorted, p));
  const dateAt = (p: number): string | null => dated(wholeDay(percentile(dates, p / starts.chance)));
  return {
    day,
    date: day === null || starts.byHazard ? null : dayText(threat.start + day),
    link: id,
    name: link.name,
    nameZh: link.nameZh,
    kind,
    level,
    causePath: stops.causePath(id, level),
    p10: dayAt(0.1),
    p50: dayAt(0.5),
    p90: dayAt(0.9),
    neverShare: days.filter((value) => !Number.isFinite(value)).length / days.length,
    p10Date: dateAt(0.1),
    p50Date: dateAt(0.5),
    p90Date: dateAt(0.9),
  };
}

const dated = (day: number | null): string | null => (day === null ? null : dayText(day));
