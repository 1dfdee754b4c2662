import type { Plan } from '../contract/plan.ts';
import { type CsvFile, csv, join } from './csv-file.ts';

/** Tables of what stands beside a plan: its risk, who should lead, what is verified, which capacity is on offer. */
export const reasonFiles = (plan: Plan): CsvFile[] => [
  risk(plan),
  targets(plan),
  leads(plan),
  verificationPath(plan),
  slots(plan),
  capacity(plan),
];

const risk = ({ risk, currency }: Plan): CsvFile =>
  csv(
    'risk.csv',
    ['scenario', 'name', 'name_zh', 'weight', 'currency', 'value', 'best', 'regret'],
    (risk?.scenarios ?? []).map((s) => [
      s.id,
      s.name,
      s.nameZh,
      s.weight,
      currency,
      s.value,
      s.best,
      s.regret,
    ]),
  );

const targets = (plan: Plan): CsvFile =>
  csv(
    'targets.csv',
    ['product', 'name', 'name_zh', 'level', 'by', 'asked', 'chance', 'met'],
    plan.targets.map((t) => [t.product, t.name, t.nameZh, t.level, t.by, t.asked, t.chance, String(t.met)]),
  );

/** One row per project and lead. */
const leads = ({ leads, currency }: Plan): CsvFile =>
  csv(
    'leads.csv',
    [
      'project',
      'mode',
      'in_plan',
      'by_rule',
      'start_period',
      'periods',
      'chance',
      'currency',
      'loss_avoided',
      'state_cost',
      'deadweight',
      'worth',
      'expected_regret',
      'worst_regret',
    ],
    leads.flatMap(({ project, planMode, ruleMode, modes }) =>
      modes.map((m) => [
        project,
        m.mode,
        String(m.mode === planMode),
        String(m.mode === ruleMode),
        m.startPeriod,
        m.periods,
        m.chance,
        currency,
        m.lossAvoided,
        m.stateCost,
        m.deadweight,
        m.worth,
        m.expectedRegret,
        m.worstRegret,
      ]),
    ),
  );

const verificationPath = ({ verification }: Plan): CsvFile =>
  csv(
    'verification-path.csv',
    [
      'project',
      'name',
      'name_zh',
      'goal',
      'stage',
      'from_period',
      'to_period',
      'waits_for',
      'held_by',
      'adopter',
      'slots',
    ],
    (verification?.criticalPath ?? []).map((v) => [
      v.project,
      v.name,
      v.nameZh,
      v.goal,
      v.stage,
      v.fromPeriod,
      v.toPeriod,
      join(v.waitsFor),
      v.heldBy,
      v.adopterName ?? v.adopter,
      join(v.slots.map((slot) => `${slot.resource}:${slot.amount}`)),
    ]),
  );

const slots = ({ verification, currency }: Plan): CsvFile =>
  csv(
    'verification-slots.csv',
    ['resource', 'name', 'name_zh', 'unit', 'period', 'used', 'available', 'currency', 'worth_of_one_more'],
    (verification?.slots ?? []).map((s) => [
      s.resource,
      s.name,
      s.nameZh,
      s.unit,
      s.period,
      s.used,
      s.available,
      currency,
      s.worthOfOneMore,
    ]),
  );

const capacity = ({ capacity, currency }: Plan): CsvFile =>
  csv(
    'capacity.csv',
    [
      'offer',
      'name',
      'name_zh',
      'resource',
      'add',
      'from_period',
      'until_period',
      'currency',
      'cost',
      'fund',
      'bought',
      'worth_at_prices',
      'value_without_offers',
      'otherwise_at_most',
      'reason',
    ],
    capacity.map((c) => [
      c.id,
      c.name,
      c.nameZh,
      c.resource,
      c.add,
      c.fromPeriod,
      c.untilPeriod,
      currency,
      c.cost,
      c.fund,
      String(c.bought),
      c.worthAtPrices,
      c.valueWithoutOffers,
      c.otherwiseAtMost,
      c.reason,
    ]),
  );
