import type { Commitment, Fund, Goal } from '../contract/folder/index.ts';
import { MusterError } from '../kernel/errors.ts';
import { commitmentId } from './commitment-id.ts';
import type { Programme } from './programme.ts';

/** A change to try on a programme before it is planned; the programme itself stays as it is. */
export interface WhatIf {
  /** Projects that must start: OPTION/TEAM, in a period (1 = first) where one is given. */
  readonly with: readonly { readonly project: string; readonly period: number | null }[];
  /** Projects that may not be chosen: OPTION/TEAM, or OPTION for all of its teams. */
  readonly without: readonly string[];
  /** Funds with the factor on all they offer, at least 0. */
  readonly budgets: readonly { readonly fund: string; readonly factor: number }[];
}

const REASON = 'what if';

/**
 * The programme with the changes made: projects are locked in and out as by commitments, which take the place of those
 * of the folder on the same project and kind. Refuses, all at once, what names nothing of the programme.
 */
export function withWhatIf(programme: Programme, whatIf: WhatIf): Programme {
  refuseUnknown(programme, whatIf);
  const teams = new Map(
    programme.goals.flatMap(({ options }) =>
      options.map(({ id, teams: own }) => [id, own.map(({ actor }) => `${id}/${actor}`)]),
    ),
  );
  const added: Commitment[] = [
    ...whatIf.with.map(({ project, period }) => {
      const window = period === null ? {} : { from: period, by: period };
      return { lockIn: project, ...window, reason: REASON };
    }),
    ...[...new Set(whatIf.without.flatMap((id) => teams.get(id) ?? [id]))].map((project) => ({
      lockOut: project,
      reason: REASON,
    })),
  ];
  const taken = new Set(added.map(commitmentId));
  const factors = new Map(whatIf.budgets.map(({ fund, factor }) => [fund, factor]));
  return {
    ...programme,
    commitments: [...programme.commitments.filter((one) => !taken.has(commitmentId(one))), ...added],
    funds: programme.funds.map((fund) => fundTimes(fund, factors.get(fund.id) ?? 1)),
  };
}

function refuseUnknown(programme: Programme, whatIf: WhatIf): void {
  const options = programme.goals.flatMap((goal) => goal.options);
  const projects = new Set(options.flatMap(({ id, teams }) => teams.map(({ actor }) => `${id}/${actor}`)));
  const withOptions = new Set([...projects, ...options.map(({ id }) => id)]);
  const funds = new Set(programme.funds.map(({ id }) => id));
  const { count } = programme.muster.periods;
  const unknown = [
    ...whatIf.with.flatMap(({ project }) => (projects.has(project) ? [] : [`project ${project}`])),
    ...whatIf.with.flatMap(({ period }) => (period !== null && period > count ? [`period ${period}`] : [])),
    ...whatIf.without.filter((id) => !withOptions.has(id)).map((id) => `project ${id}`),
    ...whatIf.budgets.filter(({ fund }) => !funds.has(fund)).map(({ fund }) => `fund ${fund}`),
  ];
  if (unknown.length === 0) return;
  throw new MusterError('UNKNOWN_SUBJECT', `The programme has no ${unknown.join(', no ')}.`, {
    hint: 'Projects are called OPTION/TEAM, as in options.yaml; funds by their id in funds.yaml.',
  });
}

/** The changes in words; empty where there are none. */
export function whatIfNotes(whatIf: WhatIf): string[] {
  return [
    ...whatIf.with.map(
      ({ project, period }) => `What if: ${project} starts${period === null ? '' : ` in period ${period}`}.`,
    ),
    ...whatIf.without.map((project) => `What if: ${project} may not be chosen.`),
    ...whatIf.budgets.map(({ fund, factor }) => `What if: fund ${fund} offers ${factor} times as much.`),
  ];
}

/** The programme without the teams of some projects, OPTION/TEAM. */
export function withoutProjects(programme: Programme, projects: readonly string[]): Programme {
  if (projects.length === 0) return programme;
  const left = new Set(projects);
  return { ...programme, goals: programme.goals.map((goal) => goalWithout(goal, left)) };
}

function goalWithout(goal: Goal, left: ReadonlySet<string>): Goal {
  return {
    ...goal,
    options: goal.options.map((option) => ({
      ...option,
      teams: option.teams.filter(({ actor }) => !left.has(`${option.id}/${actor}`)),
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
