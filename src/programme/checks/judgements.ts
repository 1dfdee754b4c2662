import { LINK_FIGURES, type LinkFigure } from '../../chain/build.ts';
import { type FigureRange, optionFigures } from '../../portfolio/judged.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { linkIds } from './references.ts';
import { placed } from './walk.ts';

const SHARES: ReadonlySet<LinkFigure> = new Set(['obtainable', 'service']);

export function* checkJudgementOrder({ judgements }: Pick<Programme, 'judgements'>): Generator<Defect> {
  for (const { value, path } of placed(judgements)) {
    const { low, central, high } = value;
    if (low <= central && central <= high) continue;
    yield defect('JUDGEMENT_ORDER', 'judgements', path, `${low} ≤ ${central} ≤ ${high} does not hold`);
  }
}

/** What a figure that judgements may be on can be, by its path; undefined where there is no such figure. */
export function judgedRanges(
  p: Pick<Programme, 'links' | 'overlay' | 'goals'>,
): (figure: string) => FigureRange | undefined {
  const figures = optionFigures(p.goals);
  const links = linkIds(p);
  return (figure) => {
    const [kind, link, column, ...rest] = figure.split('/');
    if (kind !== 'links') return figures.get(figure);
    const exists = rest.length === 0 && links.has(link ?? '') && Object.hasOwn(LINK_FIGURES, column ?? '');
    if (!exists) return undefined;
    return SHARES.has(column as LinkFigure) ? 'share' : 'amount';
  };
}

/** Judgements are on figures that exist, and within what those can be. */
export function* checkJudgementFigures(
  p: Pick<Programme, 'judgements' | 'links' | 'overlay' | 'goals'>,
): Generator<Defect> {
  const rangeOf = judgedRanges(p);
  for (const { value, path } of placed(p.judgements)) {
    const range = rangeOf(value.figure);
    if (range === undefined) {
      yield defect('JUDGEMENT_FIGURE', 'judgements', path, `figure "${value.figure}" does not exist`);
    } else if (value.low < 0 || (range === 'share' && value.high > 1)) {
      const limits = range === 'share' ? 'between 0 and 1' : 'not negative';
      const message = `"${value.figure}" is ${limits}, not ${value.low} to ${value.high}`;
      yield defect('JUDGEMENT_RANGE', 'judgements', path, message);
    }
  }
}
