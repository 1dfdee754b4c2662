import type { Figure, Goal, Option, Race } from '../contract/folder/index.ts';
import { type Judgement, type Pooled, poolJudgements } from '../evidence/pool.ts';

/** What a figure can be: a share lies in [0, 1], an amount is not negative. */
export type FigureRange = 'share' | 'amount';

/**
 * Figures of options that experts may be asked about, by the path that judgements.csv writes:
 * `options/OPTION/q`, `options/OPTION/stages/N/success` and `…/costPerPeriod` (N from 1),
 * `options/OPTION/teams/ACTOR/r`; where one figure stands for q and r, `options/OPTION/race/chance` and
 * `…/correlation`.
 */
export function optionFigures(goals: readonly Goal[]): Map<string, FigureRange> {
  const figures = new Map<string, FigureRange>();
  for (const goal of goals) {
    for (const option of goal.options) {
      mapFigures(option, (path, range, figure) => {
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
    options: goal.options.map((option) => mapFigures(option, judged)),
  }));
}

type Judge = (path: string, range: FigureRange, figure: Figure) => Figure;

/** The option with every figure that experts may be asked about put through `judge`. */
export function mapFigures(option: Option, judge: Judge): Option {
  const base = `options/${option.id}`;
  return {
    ...option,
    ...(option.q !== undefined && { q: judge(`${base}/q`, 'share', option.q) }),
    ...(option.race && { race: judgedRace(option.race, `${base}/race`, judge) }),
    stages: option.stages.map((stage, index) => ({
      ...stage,
      success: judge(`${base}/stages/${index + 1}/success`, 'share', stage.success),
      costPerPeriod: judge(`${base}/stages/${index + 1}/costPerPeriod`, 'amount', stage.costPerPeriod),
    })),
    teams: option.teams.map((team) => ({
      ...team,
      ...(team.r !== undefined && { r: judge(`${base}/teams/${team.actor}/r`, 'share', team.r) }),
    })),
  };
}

function judgedRace({ chance, correlation, ...race }: Race, base: string, judge: Judge): Race {
  if (chance === undefined) return { ...race, correlation };
  return {
    ...race,
    chance: judge(`${base}/chance`, 'share', chance),
    correlation: judge(`${base}/correlation`, 'share', correlation),
  };
}

function figureOf({ low, central, high }: Pooled): Figure {
  return { low, central, high };
}
