import type { Frontier } from '../contract/frontier.ts';
import { type CsvFile, csv } from './csv-file.ts';

/** The tables of a frontier as CSV files: budgets, what each funds, what each step drops and adds, the rankings. */
export function frontierCsvFiles({ points, steps, rankings }: Frontier): CsvFile[] {
  return [
    csv(
      'budgets.csv',
      [
        'factor',
        'money',
        'value',
        'standard_error',
        'bound',
        'gap',
        'plan_of',
        'value_per_cost',
        'chokepoint',
      ],
      points.map((point) => [
        point.factor,
        point.money,
        point.value,
        point.standardError,
        point.bound,
        point.gap,
        point.planOf,
        ...(['value-per-cost', 'chokepoint'] as const).map(
          (name) => point.rankings.find((one) => one.name === name)?.value ?? null,
        ),
      ]),
    ),
    csv(
      'funded.csv',
      ['factor', 'project', 'goal', 'name', 'name_zh', 'team', 'start_period', 'chance_of_start'],
      points.flatMap(({ factor, funded }) =>
        funded.map((one) => [
          factor,
          one.project,
          one.goal,
          one.name,
          one.nameZh,
          one.team,
          one.startPeriod,
          one.chanceOfStart,
        ]),
      ),
    ),
    csv(
      'steps.csv',
      ['from', 'to', 'change', 'project', 'goal', 'name', 'name_zh', 'team', 'chance_before', 'chance_after'],
      steps.flatMap((step) =>
        (['dropped', 'added'] as const).flatMap((change) =>
          step[change].map((one) => [
            step.from,
            step.to,
            change,
            one.project,
            one.goal,
            one.name,
            one.nameZh,
            one.team,
            one.chanceBefore,
            one.chanceAfter,
          ]),
        ),
      ),
    ),
    csv(
      'rankings.csv',
      ['name', 'target', 'factor', 'tried', 'value', 'standard_error'],
      rankings.map((one) => [one.name, one.target, one.factor, one.tried, one.value, one.standardError]),
    ),
  ];
}
