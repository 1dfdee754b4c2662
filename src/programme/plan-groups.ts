import type { ActorRow, Goal, Option, Stage, Team } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { periodYears } from '../kernel/days.ts';
import { judgedGoals } from '../portfolio/judged.ts';
import type { GroupSpec, ProjectSpec, RowUse, StageSpec, VariantSpec } from '../portfolio/spec.ts';
import { durationLaw } from './durations.ts';
import { publicDemands } from './financing.ts';
import { leftAloneStage } from './left-alone.ts';
import { type Effect, effectOf, type Route } from './option-effects.ts';
import type { Programme } from './programme.ts';
import { coveredStage, type Payment, type StageMoney, stagesMoney } from './stage-money.ts';
import { chancesOf, type EvidenceCase, inCase, raceOf } from './team-chances.ts';
import { type PlanVariant, variantsOf } from './variants.ts';

/** What a group of the plan problem stands for. */
export interface PlanGroup {
  readonly goal: Goal;
  readonly route: Route;
  /** What attaining it does to the chain. */
  readonly effect: Effect;
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

/** A project that cannot be chosen at all, and why. */
export interface Excluded {
  readonly goal: Goal;
  readonly option: Option;
  readonly team: Team;
  readonly reason: string;
}

/**
 * Groups of a programme: for each goal one by home's own making, one by supply from elsewhere, one for each other way to
 * do with the link or without it, and one for every stockpile (a stock bridges, it does not end the search). Teams that
 * miss a gate without support, and variants that no fund may pay, are left out and named.
 */
export function planGroups(
  programme: Programme,
  fieldOf: (link: string) => string,
): { groups: PlanGroup[]; excluded: Excluded[]; notes: string[] } {
  const groups: PlanGroup[] = [];
  const excluded: Excluded[] = [];
  const notes = new Set<string>();
  for (const goal of judgedGoals(programme.goals, programme.judgements)) {
    const own = new Map<string, PlanGroup & { projects: PlanProject[] }>();
    for (const option of goal.options) {
      const projects = projectsOf(programme, goal, option, fieldOf(goal.link), excluded, notes);
      const effect = effectOf(option);
      const { route, key } = effect;
      const known = own.get(key);
      if (known) known.projects.push(...projects);
      else own.set(key, { goal, route, effect, coverDays: option.coverDays ?? null, projects });
    }
    const able = [...own.values()].filter(({ projects }) => projects.length > 0);
    groups.push(...able.sort((a, b) => ORDER.indexOf(a.route) - ORDER.indexOf(b.route)));
  }
  return { groups: withinReach(groups, excluded), excluded, notes: [...notes] };
}

/** Of the groups of a goal. */
const ORDER: readonly Route[] = ['stock', 'home', 'foreign', 'recycled', 'relief'];

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
  notes: Set<string>,
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
    const { variants, refused, notes: said } = variantsOf(programme, option, actor, field);
    for (const note of said) notes.add(note);
    if (variants.length === 0) return exclude([...new Set(refused)].join(', or '));
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
  /** The row that lets projects begin only in some periods. */
  award(begins: readonly boolean[]): number;
}

export interface GroupContext {
  readonly programme: Programme;
  readonly rows: PlanRows;
  readonly evidenceCase: EvidenceCase;
  readonly periods: number;
  /** Of one period. */
  readonly discountFactor: number;
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
  return route === 'home' ? goal.id : `${goal.id}/${route === 'foreign' ? route : projects[0].option.id}`;
}

export function projectId({ option, team }: { option: Option; team: Team }): string {
  return `${option.id}/${team.actor}`;
}

function variantSpec(project: PlanProject, variant: PlanVariant, context: GroupContext): VariantSpec {
  const { option, team } = project;
  const { instrument } = variant;
  const proving = option.stages.findIndex((stage) => stage.proves);
  const provedAt = proving < 0 ? option.stages.length - 1 : proving;
  const laws = stageLaws(project, variant, context.programme.muster.periods);
  const money = stagesMoney(option, team, variant, laws);
  const stages = option.stages.map((stage, s): StageSpec => {
    const chanceOfTeam = s === provedAt ? chancesOf(option, context.evidenceCase).r(team) : 1;
    const covered = s === coveredStage(option) && option.insuredValue !== undefined;
    const accepted = acceptedChance(stage, covered ? instrument?.cover?.acceptance : undefined, context);
    const success =
      inCase(stage.success, context.evidenceCase) * factor(project, variant, 'success') * accepted;
    const onPass = passReward(money[s], variant, context);
    return {
      durationLaw: laws[s],
      success: Math.min(1, success) * chanceOfTeam,
      proves: stage.proves,
      costPerPeriod: socialCost(money[s].running, variant, context.programme),
      use: rowUses(stage, s, money[s], variant, context),
      requires: stage.requires.flatMap((goal) => context.groupOfGoal(goal) ?? []),
      ...(onPass !== 0 && { passReward: new Array<number>(context.periods).fill(onPass) }),
    };
  });
  return instrument
    ? { id: variantId(variant), stages }
    : { id: variantId(variant), stages: [leftAloneStage(stages, variant.goesAhead, context.periods)] };
}

/** What the adopter's will multiplies a stage's chance by; the acceptance of a cover raises it, a stated will to 1 at most. */
function acceptedChance({ willing }: Stage, acceptance = 1, { evidenceCase }: GroupContext): number {
  return willing === undefined ? acceptance : Math.min(1, inCase(willing, evidenceCase) * acceptance);
}

function variantId({ mode, instrument, pace }: PlanVariant): string {
  if (!instrument) return 'left alone';
  return pace.time === 1 ? mode.mode : `${mode.mode} in ${pace.time} of the time`;
}

/** Laws of the durations of all stages of a variant, in periods of a programme. */
export function stageLaws(
  project: PlanProject,
  variant: PlanVariant,
  { length, count }: Programme['muster']['periods'],
): number[][] {
  return project.option.stages.map((stage) => {
    const isDeal = stage.name === 'deal';
    const hurried = isDeal ? 1 : variant.pace.time;
    const slower = factor(project, variant, isDeal ? 'dealTime' : 'duration') * hurried;
    return durationLaw(stage.periods, slower, periodYears(length) * 12, count);
  });
}

/** What the variant and the team multiply together. */
function factor(
  { team }: PlanProject,
  { mode }: PlanVariant,
  name: 'dealTime' | 'duration' | 'success',
): number {
  return (mode.factors[name] ?? 1) * (team.factors[name] ?? 1);
}

/** Cost in the objective: public money at the marginal cost of public funds, private money at its face value. */
function socialCost(paid: Payment, variant: PlanVariant, programme: Programme): number {
  const mcpf = programme.muster.marginalCostOfPublicFunds;
  const isPublic = variant.eligible.publicFunds.some((f) => programme.funds[f].public);
  return paid.public * (isPublic ? centralOf(mcpf) : 1) + paid.private;
}

/** What passing a stage is worth beside what it attains: less what is then paid, with what comes back, discounted. */
function passReward({ passed }: StageMoney, variant: PlanVariant, context: GroupContext): number {
  const cost = passed.reduce(
    (sum, payment) =>
      sum + context.discountFactor ** payment.afterPeriods * socialCost(payment, variant, context.programme),
    0,
  );
  return cost === 0 ? 0 : -cost;
}

function rowUses(
  stage: Stage,
  s: number,
  { running, passed }: StageMoney,
  { eligible, publicShare, instrument, begins }: PlanVariant,
  { rows, programme }: GroupContext,
): RowUse[] {
  const uses = new Map<string, RowUse>();
  const add = (row: number, amount: number, when?: RowUse['when']): void => {
    const key = `${row} ${when}`;
    const sum = amount + (uses.get(key)?.amount ?? 0);
    if (sum > 0) uses.set(key, when ? { row, amount: sum, when } : { row, amount: sum });
  };
  const pay = (amount: number, when?: 'end'): void => {
    for (const demand of publicDemands(programme.funds, eligible, publicShare, amount))
      for (const row of rows.money(demand.funds)) add(row, demand.amount, when);
  };
  pay(running.public);
  for (const payment of passed) if (payment.public > 0) pay(payment.public, 'end');
  for (const row of rows.money(eligible.privateFunds)) add(row, running.private);
  const inKind = publicShare > 0 ? instrument?.facility : undefined;
  for (const [id, amount] of [
    ...Object.entries(stage.needs),
    ...(inKind ? [[inKind.resource, inKind.amount] as const] : []),
  ]) {
    const row = rows.resource(id);
    if (row !== undefined) add(row, amount);
  }
  if (s === 0 && begins) add(rows.award(begins), 1, 'start');
  return [...uses.values()];
}
