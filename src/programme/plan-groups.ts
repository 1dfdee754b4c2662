import type { ActorRow, Goal, Mode, Option, Stage, Team } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { judgedGoals } from '../portfolio/judged.ts';
import type { GroupSpec, ProjectSpec, RowUse, StageSpec, VariantSpec } from '../portfolio/spec.ts';
import { durationLaw } from './durations.ts';
import { type Eligibility, eligibility } from './financing.ts';
import type { Programme } from './programme.ts';
import { chancesOf, type EvidenceCase, inCase, raceOf } from './team-chances.ts';

/** By which way a goal is reached: home makes it, it comes from elsewhere, or a stock bridges. */
export type Route = 'home' | 'foreign' | 'stock';

/** What a group of the plan problem stands for. */
export interface PlanGroup {
  readonly goal: Goal;
  readonly route: Route;
  /** Days that a stock covers. */
  readonly coverDays: number | null;
  readonly projects: readonly PlanProject[];
}

/** A team on an option. */
export interface PlanProject {
  readonly option: Option;
  readonly team: Team;
  readonly actor: ActorRow;
  readonly variants: readonly PlanVariant[];
}

/** A lead-mode variant that can be financed. */
export interface PlanVariant {
  readonly mode: Mode;
  readonly eligible: Eligibility;
}

const ROUTES: Record<Option['kind'], Route> = {
  make: 'home',
  'allied-supply': 'foreign',
  substitute: 'foreign',
  redesign: 'foreign',
  recycle: 'foreign',
  stockpile: 'stock',
};

/** A project that cannot be chosen at all, and why. */
export interface Excluded {
  readonly goal: Goal;
  readonly option: Option;
  readonly team: Team;
  readonly reason: string;
}

/**
 * Groups of a programme: for each goal one by home's own making, one by supply from elsewhere, and one for every
 * stockpile (a stock bridges, it does not end the search). Teams that miss a gate without support, and variants that
 * no fund may pay, are left out and named.
 */
export function planGroups(
  programme: Programme,
  fieldOf: (link: string) => string,
): { groups: PlanGroup[]; excluded: Excluded[] } {
  const groups: PlanGroup[] = [];
  const excluded: Excluded[] = [];
  for (const goal of judgedGoals(programme.goals, programme.judgements)) {
    const byRoute: Record<'home' | 'foreign', PlanProject[]> = { home: [], foreign: [] };
    for (const option of goal.options) {
      const projects = projectsOf(programme, goal, option, fieldOf(goal.link), excluded);
      const route = ROUTES[option.kind];
      if (route !== 'stock') byRoute[route].push(...projects);
      else if (projects.length > 0) groups.push({ goal, route, coverDays: option.coverDays ?? 0, projects });
    }
    for (const route of ['home', 'foreign'] as const) {
      if (byRoute[route].length > 0) groups.push({ goal, route, coverDays: null, projects: byRoute[route] });
    }
  }
  return { groups: withinReach(groups, excluded), excluded };
}

/** Groups without the projects of which a stage waits for a goal that nothing can reach. */
function withinReach(groups: readonly PlanGroup[], excluded: Excluded[]): PlanGroup[] {
  const goals = new Set(groups.map(({ goal }) => goal.id));
  const missing = ({ option }: PlanProject): string | undefined =>
    option.stages.flatMap(({ requires }) => requires).find((goal) => !goals.has(goal));
  const kept = groups.map((group) => ({
    ...group,
    projects: group.projects.filter((project) => missing(project) === undefined),
  }));
  groups.forEach(({ goal, projects }, g) => {
    for (const project of projects) {
      if (kept[g].projects.includes(project)) continue;
      const { option, team } = project;
      excluded.push({
        goal,
        option,
        team,
        reason: `it waits for goal ${missing(project)}, which nothing can reach`,
      });
    }
  });
  const left = kept.filter(({ projects }) => projects.length > 0);
  return left.length < groups.length ? withinReach(left, excluded) : left;
}

function projectsOf(
  programme: Programme,
  goal: Goal,
  option: Option,
  field: string,
  excluded: Excluded[],
): PlanProject[] {
  return option.teams.flatMap((team) => {
    const exclude = (reason: string): PlanProject[] => {
      excluded.push({ goal, option, team, reason });
      return [];
    };
    const actor = programme.actors.find((row) => row.id === team.actor);
    if (!actor) return exclude(`actor ${team.actor} is not in actors.csv`);
    const missing = missingGates(team);
    if (missing.length > 0)
      return exclude(`${actor.name} lacks ${missing.join(' and ')}, and no support is offered`);
    const variants = option.modes.flatMap((mode) => {
      const instrument = programme.instruments.find((i) => i.id === mode.instrument);
      const eligible = eligibility(programme.funds, instrument, mode, {
        field,
        kind: option.kind,
        actorType: actor.type,
      });
      return eligible ? [{ mode, eligible }] : [];
    });
    if (variants.length === 0) return exclude('no fund may pay for it under the instruments it names');
    return [{ option, team, actor, variants }];
  });
}

const GATE_NAMES = { capital: 'capital', competence: 'competence', riskControl: 'risk control' } as const;

/** Gates that the team fails and that no support package makes good. */
function missingGates(team: Team): string[] {
  return (['capital', 'competence', 'riskControl'] as const)
    .filter((gate) => team.gates[gate] === 'fail' && !team.support.some((support) => support.gate === gate))
    .map((gate) => GATE_NAMES[gate]);
}

/** Row numbers that the stages use. */
export interface PlanRows {
  /** Rows that money payable only by these funds counts in. */
  money(eligible: readonly number[]): readonly number[];
  resource(id: string): number | undefined;
}

export interface GroupContext {
  readonly programme: Programme;
  readonly rows: PlanRows;
  readonly evidenceCase: EvidenceCase;
  readonly monthsPerPeriod: number;
  readonly periods: number;
  /** Groups that must be attained where a stage requires a goal. */
  groupOfGoal(goal: string): number | undefined;
}

/** A group as the plan engine takes it. */
export function groupSpec(group: PlanGroup, context: GroupContext): GroupSpec {
  const options = [...new Set(group.projects.map(({ option }) => option))];
  return {
    id: groupId(group),
    approaches: options.map((option) => chancesOf(option, context.evidenceCase).q),
    ...(options.some(({ race }) => race) && { races: options.map(({ race }) => raceOf(race)) }),
    projects: group.projects.map(
      (project): ProjectSpec => ({
        id: projectId(project),
        approach: options.indexOf(project.option),
        variants: project.variants.map((variant) => variantSpec(project, variant, context)),
      }),
    ),
  };
}

export function groupId({ goal, route, projects }: PlanGroup): string {
  return route === 'home' ? goal.id : `${goal.id}/${route === 'stock' ? projects[0].option.id : route}`;
}

export function projectId({ option, team }: { option: Option; team: Team }): string {
  return `${option.id}/${team.actor}`;
}

function variantSpec(project: PlanProject, variant: PlanVariant, context: GroupContext): VariantSpec {
  const { option, team } = project;
  const proving = option.stages.findIndex((stage) => stage.proves);
  const provedAt = proving < 0 ? option.stages.length - 1 : proving;
  const stages = option.stages.map((stage, s): StageSpec => {
    const law = durationLaw(
      stage.periods,
      factor(project, variant, stage.name === 'deal' ? 'dealTime' : 'duration'),
      context.monthsPerPeriod,
      context.periods,
    );
    const chanceOfTeam = s === provedAt ? chancesOf(option, context.evidenceCase).r(team) : 1;
    const cost = stageMoney(project, variant, s, law);
    return {
      durationLaw: law,
      success:
        Math.min(1, inCase(stage.success, context.evidenceCase) * factor(project, variant, 'success')) *
        chanceOfTeam,
      proves: stage.proves,
      costPerPeriod: socialCost(cost, variant, context.programme),
      use: rowUses(cost, stage, variant, context.rows),
      requires: stage.requires.flatMap((goal) => context.groupOfGoal(goal) ?? []),
    };
  });
  return { id: variant.mode.mode, stages };
}

/** What the variant and the team multiply together. */
function factor(
  { team }: PlanProject,
  { mode }: PlanVariant,
  name: 'dealTime' | 'duration' | 'cost' | 'success',
): number {
  return (mode.factors[name] ?? 1) * (team.factors[name] ?? 1);
}

/** Money that a stage takes in each period, major units; support that the team needs is paid during the first. */
export function stageMoney(
  project: PlanProject,
  variant: PlanVariant,
  s: number,
  law: readonly number[],
): number {
  const support = s === 0 ? supportPerPeriod(project.team, law) : 0;
  return centralOf(project.option.stages[s].costPerPeriod) * factor(project, variant, 'cost') + support;
}

function supportPerPeriod(team: Team, law: readonly number[]): number {
  const needed = team.support.filter((support) => team.gates[support.gate] === 'fail');
  const cost = needed.reduce((sum, s) => sum + centralOf(s.cost), 0);
  return cost / law.reduce((mean, p, k) => mean + p * (k + 1), 0);
}

/** Cost in the objective: public money at the marginal cost of public funds, private money at its face value. */
function socialCost(cost: number, variant: PlanVariant, programme: Programme): number {
  const { publicShare } = variant.mode;
  const mcpf = programme.muster.marginalCostOfPublicFunds;
  const isPublic = variant.eligible.publicFunds.some((f) => programme.funds[f].public);
  return cost * (publicShare * (isPublic ? centralOf(mcpf) : 1) + (1 - publicShare));
}

function rowUses(cost: number, stage: Stage, variant: PlanVariant, rows: PlanRows): RowUse[] {
  const use = new Map<number, number>();
  const add = (row: number, amount: number): void => {
    if (amount > 0) use.set(row, (use.get(row) ?? 0) + amount);
  };
  const { publicShare } = variant.mode;
  for (const row of rows.money(variant.eligible.publicFunds)) add(row, cost * publicShare);
  for (const row of rows.money(variant.eligible.privateFunds)) add(row, cost * (1 - publicShare));
  for (const [id, amount] of Object.entries(stage.needs)) {
    const row = rows.resource(id);
    if (row !== undefined) add(row, amount);
  }
  return [...use].map(([row, amount]) => ({ row, amount }));
}
