import type { Fund, Goal } from '../contract/folder/index.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from './programme.ts';

/** A change to try on a programme before it is planned; the programme itself stays as it is. */
export interface WhatIf {
  /** Projects that may not be chosen: OPTION/TEAM, or OPTION for all of its teams. */
  readonly without: readonly string[];
  /** Funds with the factor on all they offer, at least 0. */
  readonly budgets: readonly { readonly fund: string; readonly factor: number }[];
}

/** The programme with the changes made. Refuses, all at once, what names nothing of it. */
export function withWhatIf(programme: Programme, { without, budgets }: WhatIf): Programme {
  const options = programme.goals.flatMap((goal) => goal.options);
  const projects = new Set(
    options.flatMap(({ id, teams }) => [id, ...teams.map(({ actor }) => `${id}/${actor}`)]),
  );
  const funds = new Set(programme.funds.map(({ id }) => id));
  const unknown = [
    ...without.filter((project) => !projects.has(project)).map((project) => `project ${project}`),
    ...budgets.filter(({ fund }) => !funds.has(fund)).map(({ fund }) => `fund ${fund}`),
  ];
  if (unknown.length > 0) {
    throw new MusterError('UNKNOWN_SUBJECT', `The programme has no ${unknown.join(', no ')}.`, {
      hint: 'Projects are called OPTION/TEAM, as in options.yaml; funds by their id in funds.yaml.',
    });
  }
  const left = new Set(without);
  const factors = new Map(budgets.map(({ fund, factor }) => [fund, factor]));
  return {
    ...programme,
    goals: programme.goals.map((goal) => goalWithout(goal, left)),
    funds: programme.funds.map((fund) => fundTimes(fund, factors.get(fund.id) ?? 1)),
  };
}

/** The changes in words; empty where there are none. */
export function whatIfNotes({ without, budgets }: WhatIf): string[] {
  return [
    ...without.map((project) => `What if: ${project} may not be chosen.`),
    ...budgets.map(({ fund, factor }) => `What if: fund ${fund} offers ${factor} times as much.`),
  ];
}

function goalWithout(goal: Goal, left: ReadonlySet<string>): Goal {
  return {
    ...goal,
    options: goal.options.map((option) => ({
      ...option,
      teams: option.teams.filter(({ actor }) => !left.has(option.id) && !left.has(`${option.id}/${actor}`)),
    })),
  };
}

function fundTimes(fund: Fund, factor: number): Fund {
  const { perPeriod } = fund;
  if (factor === 1) return fund;
  if (typeof perPeriod === 'number') return { ...fund, perPeriod: perPeriod * factor };
  if (Array.isArray(perPeriod)) return { ...fund, perPeriod: perPeriod.map((x) => x * factor) };
  const { low, central, high } = perPeriod;
  return {
    ...fund,
    perPeriod: { ...perPeriod, low: low * factor, central: central * factor, high: high * factor },
  };
}
