import type { Goal, Measure, Mode, Option, Scenario, Stage, Team } from '../../contract/folder/index.ts';

type Path = readonly (string | number)[];

/** A thing with the path at which it stands in its part. */
export interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

/** Things of a list, each with its path. */
export function* placed<T>(items: readonly T[], base: Path = []): Generator<Placed<T>> {
  for (const [index, value] of items.entries()) yield { value, path: [...base, index] };
}

/** An option with its goal. */
export interface PlacedOption extends Placed<Option> {
  readonly goal: Goal;
}

export function* optionsOf(goals: readonly Goal[]): Generator<PlacedOption> {
  for (const { value: goal, path } of placed(goals)) {
    for (const option of placed(goal.options, [...path, 'options'])) yield { ...option, goal };
  }
}

export function* stagesOf(goals: readonly Goal[]): Generator<Placed<Stage> & { goal: Goal }> {
  for (const { value, path, goal } of optionsOf(goals)) {
    for (const stage of placed(value.stages, [...path, 'stages'])) yield { ...stage, goal };
  }
}

export function* teamsOf(goals: readonly Goal[]): Generator<Placed<Team>> {
  for (const { value, path } of optionsOf(goals)) yield* placed(value.teams, [...path, 'teams']);
}

export function* modesOf(goals: readonly Goal[]): Generator<Placed<Mode> & { option: PlacedOption }> {
  for (const option of optionsOf(goals)) {
    for (const mode of placed(option.value.modes, [...option.path, 'modes'])) yield { ...mode, option };
  }
}

export function* measuresOf(scenarios: readonly Scenario[]): Generator<Placed<Measure>> {
  for (const { value, path } of placed(scenarios)) yield* placed(value.measures, [...path, 'measures']);
}

/** Whether a team can be chosen: every gate it fails has a support package. */
export function missingGates(team: Team): string[] {
  return Object.entries(team.gates)
    .filter(([gate, state]) => state === 'fail' && !team.support.some((support) => support.gate === gate))
    .map(([gate]) => gate);
}
