import type { Frontier } from '../../contract/frontier.ts';
import type { Lang } from '../figure.ts';
import { frontierContext, frontierFigure } from '../frontier.ts';
import { element, escapeMarkup } from '../markup.ts';
import { frontierStepsTable } from '../tables/frontier.ts';
import { words } from '../words/index.ts';
import { frontierFindings } from './frontier-findings.ts';
import { page } from './page.ts';
import { bullets, figurePart, section } from './parts.ts';
import { tableHtml } from './table-html.ts';

/** A frontier as one self-contained page. */
export function renderFrontierReport(frontier: Frontier, lang: Lang): string {
  const context = frontierContext(frontier, lang);
  const { kicker, sections, colophon } = words(lang).frontier;
  const head =
    element('p', { class: 'kicker' }, escapeMarkup(kicker)) +
    element('h1', {}, escapeMarkup(context.programme));
  const parts = [
    section('findings', sections.findings, [bullets(frontierFindings(frontier, context))]),
    section('frontier', sections.figure, [figurePart(frontierFigure(frontier, context), context)]),
    section('steps', sections.steps, [tableHtml(frontierStepsTable(frontier, context), context)]),
    section('notes', sections.notes, [bullets(frontier.notes, 'en')]),
  ];
  const footer = `<footer>${element('p', {}, escapeMarkup(colophon))}</footer>`;
  return page(context, `<header>${head}</header><main>${parts.join('\n')}</main>${footer}`);
}
