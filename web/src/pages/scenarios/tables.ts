import type { WhatIfReply } from '../../../../src/contract/api/what-if.ts';
import type { Table } from '../../../../src/figures/figure.ts';
import { supplierName } from '../../../../src/figures/jurisdictions.ts';
import { type FigureContext, formatShare, label, nameOf } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import type { scenariosEn } from '../../words/en/scenarios.ts';

type Say = typeof scenariosEn;

const arrow = (before: string, after: string): string => (before === after ? after : `${before} → ${after}`);

/** Products before and after a cut-off. */
export function whatIfProducts(reply: WhatIfReply, context: FigureContext, say: Say): Table {
  const { labels, tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'what-if-products',
    caption: say.products,
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'works', label: c.works, format: 'short' },
      { id: 'before', label: say.coverageBefore, format: 'share' },
      { id: 'after', label: say.coverageAfter, format: 'share' },
      { id: 'difference', label: say.difference, format: 'share' },
      { id: 'stopsBefore', label: say.stopsBefore, format: 'day' },
      { id: 'stopsAfter', label: say.stopsAfter, format: 'day' },
    ],
    rows: reply.products.map((product) => [
      nameOf(product, context.lang),
      arrow(label(labels.verdicts, product.before.works), label(labels.verdicts, product.after.works)),
      product.before.coverage,
      product.after.coverage,
      product.after.coverage - product.before.coverage,
      product.before.stopsOnDay,
      product.after.stopsOnDay,
    ]),
  };
}

/** Chokepoints before and after a cut-off. */
export function whatIfChokepoints(reply: WhatIfReply, context: FigureContext, say: Say): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'what-if-chokepoints',
    caption: say.chokepoints,
    below: ['suppliers'],
    columns: [
      { id: 'rankBefore', label: say.rankBefore, format: 'integer' },
      { id: 'rankAfter', label: say.rankAfter, format: 'integer' },
      { id: 'link', label: c.link, format: 'text' },
      { id: 'exposureBefore', label: say.exposureBefore, format: 'share' },
      { id: 'exposureAfter', label: say.exposureAfter, format: 'share' },
      { id: 'stopsAfter', label: say.stopsAfter, format: 'day' },
      { id: 'atStake', label: c.atStake, format: 'money' },
      { id: 'marginal', label: c.marginal, format: 'money' },
      { id: 'suppliers', label: c.suppliersCut, format: 'text' },
    ],
    rows: reply.chokepoints.map((point) => [
      point.before?.rank ?? null,
      point.after?.rank ?? null,
      nameOf(point, context.lang),
      point.before?.exposure ?? null,
      point.after?.exposure ?? null,
      point.after?.stopsOnDay ?? null,
      point.after?.valueAtStakePerYear ?? null,
      point.after?.marginalValuePerYear ?? null,
      (point.after?.suppliersCut ?? [])
        .map((one) => `${supplierName(one, context.lang)} ${formatShare(one.share, context.lang)}`)
        .join(context.lang === 'zh' ? '、' : ', '),
    ]),
  };
}

/** Links that come out otherwise. */
export function whatIfLinks(reply: WhatIfReply, context: FigureContext, say: Say): Table {
  const { labels, tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'what-if-links',
    caption: say.links,
    columns: [
      { id: 'link', label: c.link, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'works', label: c.works, format: 'short' },
      { id: 'before', label: say.coverageBefore, format: 'share' },
      { id: 'after', label: say.coverageAfter, format: 'share' },
      { id: 'difference', label: say.difference, format: 'share' },
      { id: 'exposure', label: say.exposureAfter, format: 'share' },
      { id: 'stops', label: say.stopsAfter, format: 'day' },
    ],
    rows: reply.links.map((link) => [
      nameOf(link, context.lang),
      label(labels.fields, link.field),
      arrow(label(labels.verdicts, link.before.works), label(labels.verdicts, link.after.works)),
      link.before.coverage,
      link.after.coverage,
      link.after.coverage - link.before.coverage,
      link.after.exposure,
      link.after.stopsOnDay,
    ]),
  };
}
