import type { AssessmentReport } from '../../contract/assess.ts';
import type { Plan } from '../../contract/plan.ts';
import type { Lang } from '../figure.ts';
import { jurisdictionName } from '../jurisdictions.ts';
import { element, escapeMarkup } from '../markup.ts';
import { periodEndName, periodName } from '../periods.ts';
import { type FigureContext, formatDate, formatList, nameOf, withRemark } from '../text.ts';
import { words } from '../words/index.ts';
import { askSection } from './ask-section.ts';
import { findings } from './findings.ts';
import { page } from './page.ts';
import { section } from './parts.ts';
import {
  basisSection,
  effectSection,
  limitsSection,
  moneySection,
  planSection,
  qualitySection,
  threatSection,
  togetherSection,
  unknownsSection,
} from './sections.ts';
import { timesSection } from './times-section.ts';

/** What a report is made of. Without a plan it reports the assessment alone. */
export interface ReportInput {
  readonly assessment: AssessmentReport;
  readonly plan?: Plan | null;
  readonly programme: { readonly name: string; readonly nameZh?: string | null };
  /** Codes of the home jurisdictions. */
  readonly home: readonly string[];
  /** Needed where there is no plan to state them. */
  readonly currency?: string;
  readonly priceYear?: number;
  /** What the programme assumes, in its own words. */
  readonly assumptions?: readonly string[];
}

/** The words and units in which the figures of a programme are written. */
export function figureContext(input: ReportInput, lang: Lang): FigureContext {
  const { programme, plan } = input;
  return {
    lang,
    programme: nameOf({ name: programme.name, nameZh: programme.nameZh ?? null }, lang),
    currency: plan?.currency ?? input.currency ?? null,
    priceYear: plan?.priceYear ?? input.priceYear ?? null,
    seed: plan?.seed ?? null,
  };
}

/** One self-contained page: no script, nothing loaded from anywhere. The same input gives the same bytes. */
export async function renderReport(input: ReportInput, lang: Lang): Promise<string> {
  const context = figureContext(input, lang);
  const { report } = words(lang);
  const plan = input.plan ?? null;
  const { assessment } = input;
  const sections = [
    section('findings', report.sections.findings, [findingsList(input, context)]),
    await threatSection(assessment, context),
    timesSection(assessment, context),
    unknownsSection(assessment, context),
    togetherSection(assessment, plan, context),
    ...(plan === null
      ? []
      : [
          planSection(plan, context),
          moneySection(plan, context),
          effectSection(plan, context),
          qualitySection(plan, context),
          askSection(plan, context),
        ]),
    basisSection(assessment, plan, input.assumptions ?? [], context),
    limitsSection(assessment, plan, context),
  ];
  const body = `${pageHeader(input, context)}${contents(plan, context)}<main>${sections.join('\n')}</main>${footer(context)}`;
  return page(context, body);
}

function findingsList(input: ReportInput, context: FigureContext): string {
  const rows = findings(input.assessment, input.plan ?? null, context).map(
    ({ about, sentences }) =>
      element('dt', {}, escapeMarkup(about)) +
      element('dd', {}, escapeMarkup(sentences.join(context.lang === 'zh' ? '' : ' '))),
  );
  return element('dl', { class: 'findings' }, rows.join(''));
}

function pageHeader(input: ReportInput, context: FigureContext): string {
  const { report } = words(context.lang);
  const { lang } = context;
  const { assessment } = input;
  const plan = input.plan ?? null;
  const scenario = nameOf({ name: assessment.scenarioName, nameZh: assessment.scenarioNameZh }, lang);
  const facts: [string, string][] = [
    [report.asOf, formatDate(assessment.asOf, lang)],
    [
      report.home,
      formatList(
        input.home.map((code) => jurisdictionName(code, lang)),
        lang,
      ),
    ],
    [report.scenario, assessment.hypothetical ? withRemark(scenario, report.hypothetical, lang) : scenario],
  ];
  if (plan !== null && plan.periods.length > 0) {
    const until = periodEndName(plan, plan.periods.length, lang);
    facts.push([report.horizon, `${periodName(plan, 1, lang)} – ${until}`]);
  }
  const list = facts
    .map(
      ([term, value]) =>
        `<div>${element('dt', {}, escapeMarkup(term))}${element('dd', {}, escapeMarkup(value))}</div>`,
    )
    .join('');
  const note =
    report.engineNote === '' ? '' : element('p', { class: 'note' }, escapeMarkup(report.engineNote));
  return `<header>${element('p', { class: 'kicker' }, escapeMarkup(plan === null ? report.kickerAssess : report.kicker))}${element('h1', {}, escapeMarkup(context.programme))}${element('dl', { class: 'facts' }, list)}${note}</header>`;
}

function contents(plan: Plan | null, context: FigureContext): string {
  const { report } = words(context.lang);
  const ofPlan = new Set(['plan', 'money', 'effect', 'quality', 'ask']);
  const items = Object.entries(report.sections)
    .filter(([id]) => plan !== null || !ofPlan.has(id))
    .map(([id, title]) => `<li>${element('a', { href: `#${id}` }, escapeMarkup(title))}</li>`);
  return element('nav', { 'aria-label': report.contents }, `<ol>${items.join('')}</ol>`);
}

function footer(context: FigureContext): string {
  const { report } = words(context.lang);
  const seed = context.seed === null ? '' : report.colophonSeed(context.seed);
  return `<footer>${element('p', {}, escapeMarkup(report.colophon(seed)))}</footer>`;
}
