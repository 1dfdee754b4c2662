import type { Assessment } from '../contract/assess.ts';
import { type FigureContext, formatList, formatShare, nameOf } from './text.ts';
import { words } from './words/index.ts';

/** Why products that do not reach full service stand beside a coverage of 100 %; empty where none does. */
export function coverageNote({ products }: Assessment, { lang }: FigureContext): string {
  const all = formatShare(1, lang);
  const covered = products.filter(
    ({ works, coverage }) => works === 'no' && formatShare(coverage, lang) === all,
  );
  if (covered.length === 0) return '';
  const names = covered.map((product) => nameOf(product, lang));
  return words(lang).tables.coveredYetStopped(formatList(names, lang), names.length);
}
