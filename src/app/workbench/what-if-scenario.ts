import type { WhatIf } from '../../contract/api/what-if.ts';
import type { Measure, Scenario } from '../../contract/folder/index.ts';
import { MusterError } from '../../kernel/errors.ts';
import {
  checkMeasureTags,
  checkScenarioLinks,
  checkScenarioProviders,
} from '../../programme/checks/references.ts';
import { checkMeasures } from '../../programme/checks/scenarios.ts';
import type { Programme } from '../../programme/programme.ts';
import type { ChainWorld } from '../scenario-world.ts';

/**
 * The scenario that is asked about and the one before it. Refuses, all at once, measures that are switched off and not there, that
 * hit nothing, or that name what is not of the programme.
 */
export function beforeAndAfter(world: ChainWorld, asked: WhatIf): { before: Scenario; after: Scenario } {
  const { programme } = world;
  const before = asked.scenario === undefined ? nothingCut(programme) : world.scenario(asked.scenario);
  const whole = withIncluded(before, programme);
  const off = new Set(asked.off);
  const kept = whole.measures.filter(({ id }) => !off.has(id));
  const taken = new Set(whole.measures.map(({ id }) => id));
  const added = asked.measures.map(
    (measure, i): Measure => ({
      ...measure,
      id: ownId(`added-${i + 1}`, taken),
      status: 'hypothetical',
    }),
  );
  const { hazardPerPeriod: _, ...dated } = whole;
  const after: Scenario = {
    ...(asked.start === undefined ? whole : { ...dated, start: asked.start }),
    ...(asked.reading !== undefined && { reading: asked.reading }),
    measures: [...kept, ...added],
  };
  refuseDefects(
    programme,
    { ...after, measures: added },
    asked.off.filter((id) => !taken.has(id)),
  );
  return { before, after };
}

/** The scenario before any: nothing is cut off. */
function nothingCut({ muster, scenarios }: Programme): Scenario {
  return {
    id: ownId('what-if', new Set(scenarios.map(({ id }) => id))),
    name: 'What if',
    weight: 0,
    asOf: muster.periods.start,
    reading: 'home',
    hypothetical: true,
    measures: [],
    capacityChanges: [],
    reopens: [],
    exportLoss: [],
    includes: [],
  };
}

/** The same scenario with what it includes written out. Measures of an included one begin with that where it begins later. */
function withIncluded(scenario: Scenario, { scenarios, muster }: Programme): Scenario {
  const start = scenario.start ?? muster.periods.start;
  const included = scenario.includes.flatMap((id) => scenarios.filter((one) => one.id === id));
  const measures = included.flatMap((one) =>
    one.measures.map((measure): Measure => {
      const later = measure.from === undefined && one.start !== undefined && one.start > start;
      return later ? { ...measure, from: one.start } : measure;
    }),
  );
  return {
    ...scenario,
    measures: [...scenario.measures, ...measures],
    capacityChanges: [scenario, ...included].flatMap((one) => one.capacityChanges),
    reopens: [scenario, ...included].flatMap((one) => one.reopens),
    includes: [],
  };
}

function ownId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}

function refuseDefects(programme: Programme, added: Scenario, unknownOff: readonly string[]): void {
  const tried = { ...programme, scenarios: [{ ...added, capacityChanges: [], reopens: [], exportLoss: [] }] };
  const checks = [checkMeasures, checkScenarioLinks, checkScenarioProviders, checkMeasureTags];
  const messages = [
    ...unknownOff.map((id) => `the scenario has no measure "${id}"`),
    ...checks.flatMap((check) => [...check(tried)].map(({ message }) => message)),
  ];
  if (messages.length === 0) return;
  throw new MusterError('INVALID_WHAT_IF', `This cannot be tried: ${[...new Set(messages)].join('; ')}.`, {
    hint: 'Name links, providers, tags and measures of the programme; a measure hits somebody and some link.',
  });
}
