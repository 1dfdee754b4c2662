import type { Assessment, Chokepoint } from '../contract/assess.ts';
import type { Figure, Table } from './figure.ts';
import { SEVERITY_SIZE, severityOption } from './severity-option.ts';
import {
  type FigureContext,
  formatDays,
  formatMoney,
  joinClauses,
  label,
  moneyUnit,
  moneyUnitName,
  nameOf,
  provenance,
} from './text.ts';
import { words } from './words/index.ts';

/** What stops within these days counts as soon. */
const SOON_DAYS = 90;

/** What is at stake against how soon it stops. */
export function severityTime(assessment: Assessment, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).figures.severity;
  const timed = assessment.chokepoints.filter((point) => point.stopsOnDay !== null);
  const never = assessment.chokepoints.length - timed.length;
  const largest = Math.max(0, ...timed.map((point) => point.valueAtStakePerYear));
  const unit = moneyUnit(largest, lang);
  const title = severityTitle(timed, context);
  const subtitle = joinClauses(
    [
      say.subtitle(moneyUnitName(unit, context)),
      never > 0 ? say.never(never) : '',
      provenance(context, { money: true, seed: false }),
    ],
    lang,
  );
  return {
    id: 'severity-time',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: {
      kind: 'chart',
      ...SEVERITY_SIZE,
      option: (palette) => severityOption(timed, palette, context),
    },
    table: severityTable(assessment, context),
    method: say.method,
  };
}

function severityTitle(timed: readonly Chokepoint[], context: FigureContext): string {
  const say = words(context.lang).figures.severity;
  if (timed.length === 0) return say.titleNone;
  const worst = timed.reduce((a, b) => (b.valueAtStakePerYear > a.valueAtStakePerYear ? b : a));
  const most = timed.filter((point) => point.valueAtStakePerYear === worst.valueAtStakePerYear);
  return say.title(
    timed.filter((point) => point.stopsOnDay! <= SOON_DAYS).length,
    formatDays(SOON_DAYS, context.lang),
    most.length === 1 ? nameOf(worst, context.lang) : say.each(most.length),
    formatMoney(worst.valueAtStakePerYear, context),
  );
}

function severityTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'severity',
    caption: tables.captions.severity,
    columns: [
      { id: 'link', label: c.link, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'stopsOnDay', label: c.stops, format: 'day' },
      { id: 'valueAtStakePerYear', label: c.atStake, format: 'money' },
      { id: 'exposure', label: c.exposure, format: 'share' },
    ],
    rows: assessment.chokepoints.map((point) => [
      nameOf(point, context.lang),
      label(labels.fields, point.field),
      point.stopsOnDay,
      point.valueAtStakePerYear,
      point.exposure,
    ]),
  };
}
