import type { Assessment } from '../contract/assess.ts';
import type { Stoppage } from '../contract/stoppage.ts';
import type { Figure } from './figure.ts';
import { type StopRow, stopTimesSvg } from './stop-times-svg.ts';
import { stoppagesTable } from './tables/times.ts';
import { type FigureContext, formatNumber, formatShare, joinClauses, nameOf, provenance } from './text.ts';
import { words } from './words/index.ts';

/** Chokepoints that are drawn. */
const LINKS_MAX = 14;

/** When levels of products and of chokepoints are lost, with the spread over what is uncertain. */
export function stopTimes(assessment: Assessment, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).times.figure;
  const products = rowsOf(
    assessment.stoppages.filter(({ kind }) => kind === 'product'),
    context,
  );
  const links = rowsOf(linkStops(assessment), context);
  const { runs, figures, seed } = assessment.stopDraws;
  const title = titleOf(assessment, context);
  const subtitle = joinClauses(
    [
      say.subtitle(formatNumber(runs, lang, 0), formatNumber(figures, lang, 0)),
      links.length > LINKS_MAX ? say.more(links.length - LINKS_MAX) : '',
      provenance(context, { money: false, seed: false }),
      words(lang).figures.provenance.seed(seed),
    ],
    lang,
  );
  const parts = [
    { title: say.products, rows: products },
    { title: say.links, rows: links.slice(0, LINKS_MAX) },
  ];
  return {
    id: 'stop-times',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: stopTimesSvg(parts, context),
    table: stoppagesTable(assessment, context),
    method: say.method,
  };
}

function titleOf(assessment: Assessment, context: FigureContext): string {
  const { times, labels } = words(context.lang);
  const first = assessment.products
    .flatMap((product) => {
      const level = Math.min(...product.levels.map((one) => one.level));
      const stop = assessment.stoppages.find(
        (one) => one.kind === 'product' && one.link === product.id && one.level === level,
      );
      return stop && stop.day !== null ? [{ ...stop, day: stop.day }] : [];
    })
    .sort((a, b) => a.day - b.day)[0];
  if (first === undefined) return times.figure.titleNone;
  const day = first.day === 0 ? '' : labels.day(formatNumber(first.day, context.lang, 0));
  return times.figure.title(nameOf(first, context.lang), formatShare(first.level, context.lang), day);
}

/** Stoppages by what stops, in the order in which each is first named. */
function rowsOf(stoppages: readonly Stoppage[], context: FigureContext): StopRow[] {
  const rows = new Map<string, { name: string; stops: Stoppage[] }>();
  for (const stop of stoppages) {
    const row = rows.get(stop.link) ?? { name: nameOf(stop, context.lang), stops: [] };
    row.stops.push(stop);
    rows.set(stop.link, row);
  }
  return [...rows.values()];
}

/** Stoppages of chokepoints: of those that stop a product first, then by rank. */
function linkStops({ stoppages, chokepoints }: Assessment): Stoppage[] {
  const causes = stoppages.flatMap(({ kind, causePath }) => (kind === 'product' ? causePath.slice(-1) : []));
  const order = [...new Set([...causes, ...chokepoints.map(({ link }) => link)])];
  return order.flatMap((id) => stoppages.filter(({ kind, link }) => kind !== 'product' && link === id));
}
