import type { Assessment } from '../contract/assess.ts';
import type { Plan } from '../contract/plan.ts';
import { type CsvFile, csv, join } from './csv-file.ts';
import { reasonFiles } from './csv-reasons.ts';
import { stock, stoppages, survival } from './csv-times.ts';

/** Every table of an answer as a CSV file; money in major units, shares 0 to 1. */
export function csvFiles(assessment: Assessment, plan: Plan | null): CsvFile[] {
  const ofAssessment = [chokepoints, stoppages, survival, stock, cutSets, repairSets, unknowns].map((table) =>
    table(assessment),
  );
  if (plan === null) return ofAssessment;
  return [
    ...ofAssessment,
    funded(plan),
    unfunded(plan),
    teams(plan),
    instruments(plan),
    goalSets(plan),
    productsByPeriod(plan),
    fundsByPeriod(plan),
    resourcesByPeriod(plan),
    ask(plan),
    ...reasonFiles(plan),
  ];
}

const chokepoints = (assessment: Assessment): CsvFile =>
  csv(
    'chokepoints.csv',
    [
      'rank',
      'link',
      'name',
      'name_zh',
      'field',
      'exposure',
      'coverage',
      'stops_on_day',
      'value_at_stake_per_year',
      'fixing_it_alone_per_year',
      'marginal_value_per_year',
      'critical_combinations',
      'repair_sets',
      'concentration',
      'suppliers_cut',
      'reason',
    ],
    assessment.chokepoints.map((p) => [
      p.rank,
      p.link,
      p.name,
      p.nameZh,
      p.field,
      p.exposure,
      p.coverage,
      p.stopsOnDay,
      p.valueAtStakePerYear,
      p.fixingItAlonePerYear,
      p.marginalValuePerYear,
      p.criticalCombinations,
      p.repairSets,
      p.concentration,
      join(p.suppliersCut.map((s) => `${s.id}:${s.share}`)),
      p.reason,
    ]),
  );

const cutSets = (assessment: Assessment): CsvFile =>
  csv(
    'cut-sets.csv',
    ['product', 'acts_on', 'order', 'members', 'certain'],
    assessment.cutSets.map((set) => [
      set.product,
      set.actsOn,
      set.order,
      join(set.members),
      String(set.certain),
    ]),
  );

const repairSets = (assessment: Assessment): CsvFile =>
  csv(
    'repair-sets.csv',
    ['product', 'level', 'members', 'value_per_year'],
    assessment.repairSets.map((set) => [set.product, set.level, join(set.members), set.valuePerYear]),
  );

const unknowns = (assessment: Assessment): CsvFile =>
  csv(
    'unknowns.csv',
    [
      'rank',
      'kind',
      'link',
      'name',
      'name_zh',
      'group',
      'stated',
      'what',
      'low_before',
      'high_before',
      'high_if_adverse',
      'low_if_favourable',
      'narrows',
      'swing',
      'flips',
    ],
    assessment.unknowns.map((u) => [
      u.rank,
      u.kind,
      u.link,
      u.name,
      u.nameZh,
      u.group,
      String(u.stated),
      u.what,
      u.rangeBefore.low,
      u.rangeBefore.high,
      u.rangeIfAdverse.high,
      u.rangeIfFavourable.low,
      u.narrows,
      u.swing,
      join(u.flips.map((flip) => `${flip.product}:${flip.ifAdverse}:${flip.ifFavourable}`)),
    ]),
  );

const funded = (plan: Plan): CsvFile =>
  csv(
    'funded.csv',
    [
      'project',
      'goal',
      'link',
      'name',
      'name_zh',
      'kind',
      'field',
      'team',
      'team_name',
      'start_period',
      'start_date',
      'chance_of_start',
      'chance_of_success',
      'lead_mode',
      'runner_up_mode',
      'runner_up_loss',
      'instrument',
      'expected_cost',
      'net_worth',
      'loss_if_not_funded',
      'loss_if_not_funded_standard_error',
      'funds',
      'stages',
      'reason',
    ],
    plan.funded.map((p) => [
      p.project,
      p.goal,
      p.link,
      p.name,
      p.nameZh,
      p.kind,
      p.field,
      p.team,
      p.teamName,
      p.startPeriod,
      plan.periods[p.startPeriod - 1]?.start ?? null,
      p.chanceOfStart,
      p.chanceOfSuccess,
      p.leadMode,
      p.runnerUpMode,
      p.runnerUpLoss,
      p.instrument,
      p.expectedCost,
      p.netWorth,
      p.replacement?.cost ?? null,
      p.replacement?.standardError ?? null,
      join(p.funds.map((fund) => `${fund.id}:${fund.amount}`)),
      join(p.stages.map((stage) => `${stage.name}:${stage.fromPeriod}-${stage.toPeriod}`)),
      p.reason,
    ]),
  );

const unfunded = (plan: Plan): CsvFile =>
  csv(
    'unfunded.csv',
    ['project', 'goal', 'name', 'name_zh', 'team', 'net_worth', 'reason'],
    plan.unfunded.map((p) => [p.project, p.goal, p.name, p.nameZh, p.team, p.netWorth, p.reason]),
  );

const teams = (plan: Plan): CsvFile =>
  csv(
    'teams.csv',
    [
      'goal',
      'group',
      'name',
      'name_zh',
      'approaches',
      'teams',
      'at_once',
      'expected_by_stage',
      'chance',
      'last_team',
      'last_team_worth',
      'next_team',
      'next_team_worth',
    ],
    plan.teams.map((g) => [
      g.goal,
      g.group,
      g.name,
      g.nameZh,
      g.approaches,
      g.teams,
      g.atOnce,
      join(g.expectedByStage.map(String)),
      g.chance,
      g.lastTeam?.project ?? null,
      g.lastTeam?.worth ?? null,
      g.nextTeam?.project ?? null,
      g.nextTeam?.worth ?? null,
    ]),
  );

const instruments = (plan: Plan): CsvFile =>
  csv(
    'instruments.csv',
    [
      'instrument',
      'name',
      'name_zh',
      'kind',
      'currency',
      'public_cost',
      'private_cost',
      'public_returns',
      'leverage',
      'announced_leverage',
    ],
    plan.instruments.map((i) => [
      i.id,
      i.name,
      i.nameZh,
      i.kind,
      plan.currency,
      i.publicCost,
      i.privateCost,
      i.publicReturns,
      i.leverage,
      i.announcedLeverage,
    ]),
  );

const goalSets = (plan: Plan): CsvFile =>
  csv(
    'goal-sets.csv',
    ['members', 'value'],
    plan.repairSets.map((set) => [join(set.members), set.value]),
  );

/** One row per subject and period, so that a spreadsheet can pivot it. */
const productsByPeriod = (plan: Plan): CsvFile =>
  csv(
    'products-by-period.csv',
    ['product', 'name', 'name_zh', 'level', 'period', 'end', 'available', 'without_plan'],
    plan.products.flatMap((p) =>
      plan.periods.map((period, i) => [
        p.id,
        p.name,
        p.nameZh,
        p.level,
        i + 1,
        period.end,
        p.availableByPeriod[i] ?? null,
        p.withoutPlanByPeriod[i] ?? null,
      ]),
    ),
  );

const fundsByPeriod = (plan: Plan): CsvFile =>
  csv(
    'funds-by-period.csv',
    [
      'fund',
      'name',
      'name_zh',
      'type',
      'period',
      'start',
      'currency',
      'expected',
      'available',
      'value_of_one_more',
    ],
    plan.funds.flatMap((f) =>
      plan.periods.map((period, i) => [
        f.id,
        f.name,
        f.nameZh,
        f.type,
        i + 1,
        period.start,
        plan.currency,
        f.byPeriod[i] ?? null,
        f.availableByPeriod[i] ?? null,
        f.dualByPeriod[i] ?? null,
      ]),
    ),
  );

const resourcesByPeriod = (plan: Plan): CsvFile =>
  csv(
    'resources-by-period.csv',
    ['resource', 'name', 'name_zh', 'unit', 'period', 'start', 'expected', 'available', 'value_of_one_more'],
    plan.resources.flatMap((r) =>
      plan.periods.map((period, i) => [
        r.id,
        r.name,
        r.nameZh,
        r.unit,
        i + 1,
        period.start,
        r.byPeriod[i] ?? null,
        r.availableByPeriod[i] ?? null,
        r.dualByPeriod[i] ?? null,
      ]),
    ),
  );

const ask = (plan: Plan): CsvFile =>
  csv(
    'ask.csv',
    [
      'figure',
      'label',
      'label_zh',
      'low',
      'central',
      'high',
      'unit',
      'mark',
      'evidence',
      'gain',
      'standard_error',
      'flips',
    ],
    plan.ask.map((one) => [
      one.figure,
      one.label,
      one.labelZh,
      one.low,
      one.central,
      one.high,
      one.unit,
      one.mark,
      one.evidence,
      one.gain,
      one.gainStandardError,
      join(one.flips.map(({ at, project, kind }) => `${at}:${project}:${kind}`)),
    ]),
  );
