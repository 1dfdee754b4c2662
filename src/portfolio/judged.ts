import type { Figure, Goal, Option } from '../contract/folder/index.ts';
import { type Judgement, type Pooled, poolJudgements } from '../evidence/pool.ts';

/** What a figure can be: a share lies in [0, 1], an amount is not negative. */
export type FigureRange = 'share' | 'amount';

/**
 * Figures of options that experts may be asked about, by the path that judgements.csv writes:
 * `options/OPTION/q`, `options/OPTION/stages/N/success` and `…/costPerPeriod` (N from 1),
 * `options/OPTION/teams/ACTOR/r`.
 */
export function optionFigures(goals: readonly Goal[]): Map<string, FigureRange> {
  const figures = new Map<string, FigureRange>();
  for (const goal of goals) {
    for (const option of goal.options) {
      judgedOption(option, (path, range, figure) => {
        figures.set(path, range);
        return figure;
      });
    }
  }
  return figures;
}

/** The goals with every figure that experts have judged replaced by what they say together. */
export function judgedGoals(goals: readonly Goal[], judgements: readonly Judgement[]): Goal[] {
  const pooled = poolJudgements(judgements);
  const judged = (path: string, _: FigureRange, figure: Figure): Figure => {
    const pool = pooled.get(path);
    return pool ? figureOf(pool) : figure;
  };
  return goals.map((goal) => ({
    ...goal,
    options: goal.options.map((option) => judgedOption(option, judged)),
  }));
}

function judgedOption(
  option: Option,
  judge: (path: string, range: FigureRange, figure: Figure) => Figure,
): Option {
  const base = `options/${option.id}`;
  return {
    ...option,
    q: judge(`${base}/q`, 'share', option.q),
    stages: option.stages.map((stage, index) => ({
      ...stage,
      success: judge(`${base}/stages/${index + 1}/success`, 'share', stage.success),
      costPerPeriod: judge(`${base}/stages/${index + 1}/costPerPeriod`, 'amount', stage.costPerPeriod),
    })),
    teams: option.teams.map((team) => ({
      ...team,
      r: judge(`${base}/teams/${team.actor}/r`, 'share', team.r),
    })),
  };
}

function figureOf({ low, central, high }: Pooled): Figure {
  return { low, central, high };
}
