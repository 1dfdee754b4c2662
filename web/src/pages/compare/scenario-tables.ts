import type { Assessment } from '../../../../src/contract/assess.ts';
import type { Table } from '../../../../src/figures/figure.ts';
import { type FigureContext, label, nameOf } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import type { compareEn } from '../../words/en/compare.ts';

type Say = typeof compareEn;

/** Products under two scenarios. */
export function scenarioProductsTable(a: Assessment, b: Assessment, context: FigureContext, say: Say): Table {
  const { labels, tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'scenario-products',
    caption: say.products,
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'worksBefore', label: say.worksFirst, format: 'short' },
      { id: 'worksAfter', label: say.worksSecond, format: 'short' },
      { id: 'before', label: say.coverageFirst, format: 'share' },
      { id: 'after', label: say.coverageSecond, format: 'share' },
      { id: 'difference', label: say.difference, format: 'share' },
      { id: 'stopsBefore', label: say.stopsFirst, format: 'day' },
      { id: 'stopsAfter', label: say.stopsSecond, format: 'day' },
    ],
    rows: a.products.map((product) => {
      const other = b.products.find(({ id }) => id === product.id);
      return [
        nameOf(product, context.lang),
        label(labels.verdicts, product.works),
        other ? label(labels.verdicts, other.works) : null,
        product.coverage,
        other?.coverage ?? null,
        other ? other.coverage - product.coverage : null,
        product.stopsOnDay,
        other?.stopsOnDay ?? null,
      ];
    }),
  };
}

/** Links that are chokepoints under one of two scenarios or both. */
export function scenarioChokepointsTable(
  a: Assessment,
  b: Assessment,
  context: FigureContext,
  say: Say,
): Table {
  const { tables } = words(context.lang);
  const points = (one: Assessment) => new Map(one.chokepoints.map((point) => [point.link, point]));
  const [first, second] = [points(a), points(b)];
  const all = [...new Map([...first, ...second]).values()];
  return {
    id: 'scenario-chokepoints',
    caption: say.chokepoints,
    columns: [
      { id: 'link', label: tables.columns.link, format: 'text' },
      { id: 'rankBefore', label: say.rankFirst, format: 'integer' },
      { id: 'rankAfter', label: say.rankSecond, format: 'integer' },
      { id: 'exposureBefore', label: say.exposureFirst, format: 'share' },
      { id: 'exposureAfter', label: say.exposureSecond, format: 'share' },
      { id: 'atStakeBefore', label: say.atStakeFirst, format: 'money' },
      { id: 'atStakeAfter', label: say.atStakeSecond, format: 'money' },
      { id: 'difference', label: say.difference, format: 'money' },
    ],
    rows: all.map(({ link, ...named }) => {
      const [x, y] = [first.get(link), second.get(link)];
      return [
        nameOf(named, context.lang),
        x?.rank ?? null,
        y?.rank ?? null,
        x?.exposure ?? null,
        y?.exposure ?? null,
        x?.valueAtStakePerYear ?? null,
        y?.valueAtStakePerYear ?? null,
        (y?.valueAtStakePerYear ?? 0) - (x?.valueAtStakePerYear ?? 0),
      ];
    }),
  };
}
