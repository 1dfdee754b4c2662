import type { Figure, Option, Stage } from '../contract/folder/index.ts';
import { type SourcedFigure, sourcedFigure } from '../evidence/figure.ts';
import { mapFigures } from '../portfolio/judged.ts';
import type { PlanProblem } from './plan-problem.ts';

/** What a figure says of its option, its stage or team, or its product. */
export type FigureKind =
  | 'q'
  | 'success'
  | 'costPerPeriod'
  | 'r'
  | 'chance'
  | 'correlation'
  | 'needWeight'
  | 'valuePerYear';

/** A figure of a plan problem with a range: low < high. */
export interface UncertainFigure {
  /** As judgements.csv writes it; `products/LINK/needWeight` and `…/valuePerYear` of products. */
  readonly path: string;
  readonly kind: FigureKind;
  /** The option or the product. */
  readonly subject: string;
  readonly stage: Stage['name'] | null;
  readonly team: string | null;
  readonly figure: SourcedFigure;
}

/** Every figure with a range of the options that the plan may choose and of the products, judgements pooled. */
export function uncertainFigures(problem: PlanProblem): UncertainFigure[] {
  const options = new Set(problem.groups.flatMap(({ projects }) => projects.map(({ option }) => option.id)));
  const known = problem.groups.flatMap(({ projects }) => projects.map(({ option }) => option));
  const firsts = [...options].map((id) => known.find((option) => option.id === id)!);
  return [...firsts.flatMap((option) => ofOption(problem, option)), ...ofProducts(problem)];
}

function ofOption({ programme }: PlanProblem, option: Option): UncertainFigure[] {
  const found: UncertainFigure[] = [];
  const judged = new Set(programme.judgements.map(({ figure }) => figure));
  mapFigures(option, (path, _, written) => {
    if (!hasRange(written)) return written;
    const [, , part, which] = path.split('/');
    const figure = judged.has(path)
      ? { ...written, mark: 'judgement' as const }
      : sourcedFigure(written, option.evidence, markIn(programme));
    found.push({
      path,
      kind: path.slice(path.lastIndexOf('/') + 1) as FigureKind,
      subject: option.id,
      stage: part === 'stages' ? option.stages[Number(which) - 1].name : null,
      team: part === 'teams' ? which : null,
      figure,
    });
    return written;
  });
  return found;
}

function ofProducts({ programme }: PlanProblem): UncertainFigure[] {
  return programme.muster.products.flatMap((product) =>
    (['needWeight', 'valuePerYear'] as const).flatMap((kind): UncertainFigure[] => {
      const written = product[kind];
      if (!hasRange(written)) return [];
      const figure = sourcedFigure(written, undefined, markIn(programme));
      const path = `products/${product.link}/${kind}`;
      return [{ path, kind, subject: product.link, stage: null, team: null, figure }];
    }),
  );
}

function hasRange(figure: Figure): figure is Exclude<Figure, number> {
  return typeof figure !== 'number' && figure.low < figure.high;
}

function markIn({ evidence }: PlanProblem['programme']): (id: string) => SourcedFigure['mark'] {
  const marks = new Map(evidence.map((row) => [row.id, row.mark]));
  return (id) => marks.get(id) ?? 'none';
}
