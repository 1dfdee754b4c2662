import type { Measure } from '../../contract/folder/index.ts';
import { findCycles } from '../../kernel/cycles.ts';
import { horizonEnd } from '../../kernel/days.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { measuresOf, placed } from './walk.ts';

const WEIGHT_TOLERANCE = 1e-6;

export function* checkScenarioWeights({ scenarios }: Pick<Programme, 'scenarios'>): Generator<Defect> {
  if (scenarios.length === 0) return;
  const sum = scenarios.reduce((total, scenario) => total + scenario.weight, 0);
  if (Math.abs(sum - 1) <= WEIGHT_TOLERANCE) return;
  yield defect('SCENARIO_WEIGHTS', 'scenarios', [], `weights sum to ${Number(sum.toFixed(6))}`);
}

export function* checkScenarioStarts({
  scenarios,
  muster,
}: Pick<Programme, 'scenarios' | 'muster'>): Generator<Defect> {
  const end = horizonEnd(muster.periods);
  for (const { value, path } of placed(scenarios)) {
    if (value.start === undefined || value.start < end) continue;
    const message = `starts on ${value.start}; the last period ends before ${end}`;
    yield defect('SCENARIO_START', 'scenarios', [...path, 'start'], message);
  }
}

export function* checkIncludeCycles({ scenarios }: Pick<Programme, 'scenarios'>): Generator<Defect> {
  const byId = new Map(scenarios.map((scenario, index) => [scenario.id, { scenario, index }]));
  const includes = (id: string): string[] => byId.get(id)?.scenario.includes ?? [];
  for (const cycle of findCycles(byId.keys(), includes)) {
    const path = [byId.get(cycle[0]!)!.index, 'includes'];
    yield defect('SCENARIO_CYCLE', 'scenarios', path, `scenarios include each other: ${cycle.join(' → ')}`);
  }
}

/** A measure hits somebody and something, and its dates are in order. */
export function* checkMeasures({ scenarios }: Pick<Programme, 'scenarios'>): Generator<Defect> {
  for (const { value, path } of measuresOf(scenarios)) {
    const { who, links } = value;
    const somebody = [who.jurisdictions, who.providers, who.endUsers].some((list) => list?.length);
    const something = namesLinks(links);
    if (!somebody || !something) {
      const message = `measure "${value.id}" hits ${somebody ? 'no link' : 'nobody'}`;
      yield defect('MEASURE_EMPTY', 'scenarios', [...path, somebody ? 'links' : 'who'], message);
    }
    if (!datesInOrder(value)) {
      yield defect('MEASURE_DATES', 'scenarios', path, `dates of measure "${value.id}" are not in order`);
    }
  }
}

/** A supplier comes back to something, before it closes again; one that undercuts sells something. */
export function* checkReopenings(p: Pick<Programme, 'scenarios' | 'supply'>): Generator<Defect> {
  const sells = new Set(p.supply.map((row) => row.provider));
  for (const { value: scenario, path: at } of placed(p.scenarios)) {
    for (const { value, path } of placed(scenario.reopens, [...at, 'reopens'])) {
      const { provider, from, until, takesDemand } = value;
      const named = namesLinks(value.links);
      if (!named) yield defect('REOPENS', 'scenarios', [...path, 'links'], 'no link is named');
      if (until !== undefined && until <= from) {
        const message = `"${provider}" comes back on ${from} and closes again on ${until}`;
        yield defect('REOPENS', 'scenarios', [...path, 'until'], message);
      }
      if (takesDemand !== undefined && !sells.has(provider)) {
        const message = `"${provider}" is to undercut, and has no row in supply.csv`;
        yield defect('REOPENS', 'scenarios', [...path, 'takesDemand'], message);
      }
    }
  }
}

function namesLinks({ all, ids, fields, tags }: Measure['links']): boolean {
  return Boolean(all || [ids, fields, tags].some((list) => list?.length));
}

function datesInOrder({ from, until, severity }: Measure): boolean {
  const steps = typeof severity === 'number' ? [] : severity.map((step) => step.from);
  const rising = steps.every((day, i) => i === 0 || steps[i - 1]! < day);
  return rising && !(from !== undefined && until !== undefined && until < from);
}
