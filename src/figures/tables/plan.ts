import type { FundedProject, Plan } from '../../contract/plan.ts';
import type { Table } from '../figure.ts';
import { periodName } from '../periods.ts';
import { type FigureContext, formatMoney, formatShare, label, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import { fundNames } from './names.ts';

export function fundedTable(plan: Plan, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  const fund = fundNames(plan, context);
  const money = (project: FundedProject): string =>
    project.funds.map(({ id, amount }) => `${fund(id)} ${formatMoney(amount, context)}`).join(' · ');
  return {
    id: 'funded',
    caption: tables.captions.funded,
    below: ['kind', 'instrument', 'funds', 'reason'],
    columns: [
      { id: 'project', label: c.project, format: 'text' },
      { id: 'team', label: c.team, format: 'text' },
      { id: 'start', label: c.start, format: 'short' },
      { id: 'chanceOfStart', label: c.chanceOfStart, format: 'share' },
      { id: 'chanceOfSuccess', label: c.chanceOfSuccess, format: 'share' },
      { id: 'leadMode', label: c.mode, format: 'short' },
      { id: 'runnerUpMode', label: c.runnerUp, format: 'short' },
      { id: 'runnerUpLoss', label: c.runnerUpLoss, format: 'money' },
      { id: 'kind', label: c.kind, format: 'text' },
      { id: 'instrument', label: c.instrument, format: 'text' },
      { id: 'expectedCost', label: c.cost, format: 'money' },
      { id: 'netWorth', label: c.netWorth, format: 'money' },
      { id: 'replacement', label: c.replacement, format: 'money' },
      { id: 'funds', label: c.funds, format: 'text' },
      { id: 'reason', label: c.reason, format: 'prose' },
    ],
    rows: plan.funded.map((project) => [
      nameOf(project, context.lang),
      project.teamName,
      periodName(plan, project.startPeriod, context.lang),
      project.chanceOfStart,
      project.chanceOfSuccess,
      label(labels.modes, project.leadMode),
      project.runnerUpMode === null ? null : label(labels.modes, project.runnerUpMode),
      project.runnerUpLoss,
      label(labels.kinds, project.kind),
      label(labels.instruments, project.instrument),
      project.expectedCost,
      project.netWorth,
      project.replacement?.cost ?? null,
      money(project),
      project.reason,
    ]),
  };
}

export function unfundedTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  const teams = new Map(plan.funded.map((project) => [project.team, project.teamName]));
  return {
    id: 'unfunded',
    caption: tables.captions.unfunded,
    columns: [
      { id: 'project', label: c.project, format: 'text' },
      { id: 'team', label: c.team, format: 'text' },
      { id: 'netWorth', label: c.netWorth, format: 'money' },
      { id: 'reason', label: c.whyNot, format: 'prose' },
    ],
    rows: plan.unfunded.map((project) => [
      nameOf(project, context.lang),
      teams.get(project.team) ?? project.team,
      project.netWorth,
      project.reason,
    ]),
  };
}

/** Value of reaching goals together, most first. */
export function planRepairSetTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  return {
    id: 'plan-repair-sets',
    caption: tables.captions.planRepairSets,
    columns: [
      { id: 'value', label: tables.columns.value, format: 'money' },
      { id: 'order', label: tables.columns.order, format: 'integer' },
      { id: 'members', label: tables.columns.members, format: 'text' },
    ],
    rows: [...plan.repairSets]
      .sort((a, b) => b.value - a.value)
      .map((set) => [
        set.value,
        set.members.length,
        set.names.map((named) => nameOf(named, context.lang)).join(' + '),
      ]),
  };
}

export function scenarioTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'scenarios',
    caption: tables.captions.scenarios,
    columns: [
      { id: 'scenario', label: c.scenario, format: 'text' },
      { id: 'weight', label: c.weight, format: 'share' },
      { id: 'begins', label: c.begins, format: 'text' },
    ],
    rows: plan.scenarios.map((scenario) => [
      nameOf(scenario, context.lang),
      scenario.weight,
      scenarioStart(plan, scenario, context),
    ]),
  };
}

/** When a scenario starts: its period, its hazard, or neither. */
function scenarioStart(plan: Plan, scenario: Plan['scenarios'][number], context: FigureContext): string {
  const { tables } = words(context.lang);
  if (scenario.startsInPeriod !== null) return periodName(plan, scenario.startsInPeriod, context.lang);
  if (scenario.hazardPerPeriod === null) return tables.noFixedDate;
  return tables.byHazard(formatShare(scenario.hazardPerPeriod, context.lang));
}

export function survivesTable(plan: Plan, context: FigureContext): Table {
  const { tables, report } = words(context.lang);
  const say = (holds: boolean): string => (holds ? report.holds : report.falls);
  return {
    id: 'survives',
    caption: tables.captions.survives,
    columns: [
      { id: 'conclusion', label: tables.columns.conclusion, format: 'prose' },
      { id: 'low', label: tables.columns.low, format: 'text' },
      { id: 'high', label: tables.columns.high, format: 'text' },
    ],
    rows: plan.survives.map((one) => [one.conclusion, say(one.low), say(one.high)]),
  };
}
