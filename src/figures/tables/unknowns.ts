import type { Assessment } from '../../contract/assess.ts';
import type { Table } from '../figure.ts';
import { type FigureContext, label, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import { linkNames } from './names.ts';

/** What to find out first: questions, ranked by how much their answers narrow what is kept. */
export function unknownsTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels, unknowns } = words(context.lang);
  const c = unknowns.columns;
  const name = linkNames(assessment, context);
  const verdict = (works: string): string => label(labels.verdicts, works);
  return {
    id: 'unknowns',
    caption: unknowns.caption,
    oneUnit: true,
    below: ['flips'],
    columns: [
      { id: 'rank', label: tables.columns.rank, format: 'integer' },
      { id: 'question', label: c.question, format: 'text' },
      { id: 'known', label: c.known, format: 'short' },
      { id: 'narrows', label: c.narrows, format: 'money' },
      { id: 'adverse', label: c.adverse, format: 'money' },
      { id: 'favourable', label: c.favourable, format: 'money' },
      { id: 'swing', label: c.swing, format: 'money' },
      { id: 'flips', label: c.flips, format: 'text' },
    ],
    rows: assessment.unknowns.map((unknown) => [
      unknown.rank,
      unknowns.question(unknown, nameOf(unknown, context.lang)),
      unknowns.known[unknown.stated ? 'true' : 'false'],
      unknown.narrows,
      unknown.rangeIfAdverse.high,
      unknown.rangeIfFavourable.low,
      unknown.swing,
      unknown.flips
        .map(({ product, ifAdverse, ifFavourable }) =>
          unknowns.flip(name(product), verdict(ifAdverse), verdict(ifFavourable)),
        )
        .join(context.lang === 'zh' ? '；' : '; '),
    ]),
  };
}
