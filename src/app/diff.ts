import type { Change, DiffReport } from '../contract/diff.ts';
import { MusterError } from '../kernel/errors.ts';
import { type Difference, differences } from '../programme/differences.ts';
import type { Programme } from '../programme/programme.ts';
import { combinationChanges, MAX_ORDER } from './diff-combinations.ts';
import { diffNotes } from './diff-notes.ts';
import { type DiffWorlds, scenarioDiff } from './diff-scenario.ts';
import { keyOf, Touches } from './diff-touches.ts';
import { ChainWorld } from './scenario-world.ts';

/** One of two programmes that are compared, and where it was read. */
export interface DiffSide {
  readonly folder: string;
  readonly programme: Programme;
}

export interface DiffOptions {
  /** One scenario; without it all. */
  readonly scenario?: string;
  /** Overrides the reading that the scenarios name. */
  readonly reading?: 'home' | 'world';
}

/** What differs between two programmes, and what that does to products, chokepoints and critical combinations. */
export function diff(before: DiffSide, after: DiffSide, options: DiffOptions): DiffReport {
  const found = differences(before.programme, after.programme);
  const worlds = { before: new ChainWorld(before.programme), after: new ChainWorld(after.programme) };
  const touches = new Touches(worlds.before, worlds.after, found);
  const scenarios = scenarioIds(before.programme, after.programme, options.scenario).map((id) =>
    scenarioDiff(id, worlds, options.reading, touches),
  );
  const combinations = combinationChanges(worlds, scenarios);
  const answer = {
    changes: found.map(changeOf),
    scenarios,
    combinations: [...combinations.changes],
  };
  return {
    schema: 'muster/diff@1',
    before: sideOf(before),
    after: sideOf(after),
    moneyCompares: (['currency', 'priceYear'] as const).every(
      (name) => before.programme.muster[name] === after.programme.muster[name],
    ),
    ...answer,
    combinationsMaxOrder: MAX_ORDER,
    names: namesOf(answer, worlds),
    notes: diffNotes(before.programme, after.programme, found, scenarios, combinations.complete),
  };
}

/** Ids of the scenarios to compare: those of both programmes, in the order of the later one. */
function scenarioIds(before: Programme, after: Programme, wanted: string | undefined): string[] {
  const ids = new Set([...after.scenarios, ...before.scenarios].map(({ id }) => id));
  if (wanted === undefined) return [...ids];
  if (ids.has(wanted)) return [wanted];
  throw new MusterError('UNKNOWN_SCENARIO', `'${wanted}' is a scenario of neither programme.`, {
    hint: `Their scenarios: ${[...ids].join(', ') || 'none'}.`,
  });
}

const sideOf = ({ folder, programme: { muster } }: DiffSide): DiffReport['before'] => ({
  folder,
  programme: muster.name,
  programmeNameZh: muster.name_zh ?? null,
  home: muster.home,
  currency: muster.currency,
  priceYear: muster.priceYear,
});

function changeOf(one: Difference): Change {
  const { sort, id, kind, name, nameZh, fields } = one;
  return { key: keyOf(one), sort, id, kind, name, nameZh, fields: [...fields] };
}

/** Names of the links and providers that an answer speaks of by their ids. */
function namesOf(
  { changes, scenarios, combinations }: Pick<DiffReport, 'changes' | 'scenarios' | 'combinations'>,
  worlds: DiffWorlds,
): DiffReport['names'] {
  const mentioned = new Set([
    ...changes.flatMap(({ id }) => id.split('/')),
    ...scenarios.flatMap(({ moreExposed, lessExposed }) => [...moreExposed, ...lessExposed]),
    ...combinations.flatMap(({ product, members }) => [product, ...members]),
  ]);
  const names: DiffReport['names'] = {};
  for (const { chain, programme } of [worlds.before, worlds.after]) {
    const providers = programme.providers.map(({ id, name, name_zh }) => ({
      id,
      name,
      nameZh: name_zh ?? null,
    }));
    for (const { id, name, nameZh } of [...providers, ...chain.links.values()]) {
      if (mentioned.has(id)) names[id] = { name, nameZh };
    }
  }
  return names;
}
