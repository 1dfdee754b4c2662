import type { Assessment } from '../contract/assess.ts';
import type { Figure, Table } from './figure.ts';
import {
  type FigureContext,
  formatDate,
  formatShare,
  joinClauses,
  label,
  nameOf,
  provenance,
} from './text.ts';
import { words } from './words/index.ts';

/** Everything of the chain map but its drawing; `hidden` links are not drawn one by one. */
export function chainCaption(
  assessment: Assessment,
  hidden: number,
  context: FigureContext,
): Omit<Figure, 'drawing'> {
  const { lang } = context;
  const say = words(lang).figures.chainMap;
  const title = chainTitle(assessment, context);
  const scenario = nameOf({ name: assessment.scenarioName, nameZh: assessment.scenarioNameZh }, lang);
  const subtitle = joinClauses(
    [
      say.subtitle(scenario, formatDate(assessment.asOf, lang), formatShare(assessment.dataCoverage, lang)),
      hidden > 0 ? say.grouped(assessment.links.length - hidden, hidden) : '',
      provenance(context, { money: false, seed: false }),
    ],
    lang,
  );
  return {
    id: 'chain-map',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    table: chainTable(assessment, context),
    method: say.method,
  };
}

function chainTitle(assessment: Assessment, context: FigureContext): string {
  const say = words(context.lang).figures.chainMap;
  const products = new Set(assessment.products.map((product) => product.id));
  const links = assessment.links.filter((link) => !products.has(link.id));
  const exposed = links.filter((link) => (link.exposure ?? 0) > 0).length;
  const stopped = assessment.products.filter((product) => product.works === 'no').length;
  if (exposed === 0 && stopped === 0) return say.titleSafe(links.length);
  return say.title(exposed, links.length, stopped, products.size);
}

function chainTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const names = new Map(assessment.links.map((link) => [link.id, nameOf(link, context.lang)]));
  const c = tables.columns;
  return {
    id: 'chain',
    caption: tables.captions.chain,
    columns: [
      { id: 'link', label: c.link, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'exposure', label: c.exposure, format: 'share' },
      { id: 'works', label: c.works, format: 'text' },
      { id: 'stopsOnDay', label: c.stops, format: 'day' },
      { id: 'needs', label: c.needs, format: 'text' },
    ],
    rows: assessment.links.map((link) => [
      nameOf(link, context.lang),
      label(labels.fields, link.field),
      link.exposure,
      label(labels.verdicts, link.works),
      link.stopsOnDay,
      link.needs.map((need) => names.get(need) ?? need).join(context.lang === 'zh' ? '、' : ', '),
    ]),
  };
}
