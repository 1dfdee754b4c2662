import type { DiffReport, ScenarioDiff } from '../../contract/diff.ts';
import type { Lang } from '../figure.ts';
import { jurisdictionName } from '../jurisdictions.ts';
import { element, escapeMarkup } from '../markup.ts';
import {
  changesTable,
  diffChokepointsTable,
  diffCombinationsTable,
  diffProductsTable,
} from '../tables/diff.ts';
import { type FigureContext, formatList, joinClauses, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import { diffFindings } from './diff-findings.ts';
import { page } from './page.ts';
import { bullets, section } from './parts.ts';
import { tableHtml } from './table-html.ts';

/** The words and units in which a comparison is written: those of the later programme. */
export function diffContext({ before, after }: DiffReport, lang: Lang): FigureContext {
  const [old, now] = [before, after].map((side) =>
    nameOf({ name: side.programme, nameZh: side.programmeNameZh }, lang),
  );
  return {
    lang,
    programme: words(lang).diff.title(old, now),
    currency: after.currency,
    priceYear: after.priceYear,
    seed: null,
  };
}

/** A comparison of two programmes as one self-contained page. */
export function renderDiffReport(report: DiffReport, lang: Lang): string {
  const context = diffContext(report, lang);
  const { diff } = words(lang);
  const compared = report.scenarios.filter((one) => one.in === 'both');
  const sections = [
    section('findings', diff.sections.findings, [bullets(diffFindings(report, context))]),
    section('changes', diff.sections.changes, [tableHtml(changesTable(report, context), context, 500)]),
    ...compared.map((scenario) => scenarioSection(report, scenario, context)),
    section('combinations', diff.sections.combinations, [
      tableHtml(diffCombinationsTable(report, context), context),
    ]),
    ...(report.notes.length === 0
      ? []
      : [section('notes', diff.sections.notes, [bullets(report.notes, 'en')])]),
  ];
  const footer = `<footer>${element('p', {}, escapeMarkup(diff.colophon))}</footer>`;
  return page(context, `${header(report, context)}<main>${sections.join('\n')}</main>${footer}`);
}

function scenarioSection(report: DiffReport, scenario: ScenarioDiff, context: FigureContext): string {
  return section(`scenario-${scenario.id}`, nameOf(scenario, context.lang), [
    tableHtml(diffProductsTable(report, scenario, context), context),
    tableHtml(diffChokepointsTable(report, scenario, context), context),
  ]);
}

function header(report: DiffReport, context: FigureContext): string {
  const { diff } = words(context.lang);
  const facts = (
    [
      ['before', report.before],
      ['after', report.after],
    ] as const
  ).map(([when, side]) => {
    const homes = formatList(
      side.home.map((code) => jurisdictionName(code, context.lang)),
      context.lang,
    );
    const text = joinClauses([side.folder, homes, `${side.currency} ${side.priceYear}`], context.lang);
    return `<div>${element('dt', {}, escapeMarkup(diff[when]))}${element('dd', {}, escapeMarkup(text))}</div>`;
  });
  const kicker = element('p', { class: 'kicker' }, escapeMarkup(diff.kicker));
  const title = element('h1', {}, escapeMarkup(context.programme));
  return `<header>${kicker}${title}${element('dl', { class: 'facts' }, facts.join(''))}</header>`;
}
