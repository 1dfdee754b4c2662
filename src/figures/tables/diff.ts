import type {
  Change,
  ChokepointChange,
  DiffReport,
  ProductChange,
  ScenarioDiff,
} from '../../contract/diff.ts';
import type { Table } from '../figure.ts';
import { jurisdictionName } from '../jurisdictions.ts';
import { type FigureContext, formatMoney, formatNumber, formatShare, label, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import { changeName, fieldsText } from './diff-fields.ts';

const NONE = '–';

/** `a → b`; one of them where they are the same. */
function arrow(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

/** The two states of something, written the same way; what is not there is a dash. */
function states<S>(one: { before: S | null; after: S | null }, text: (state: S) => string): string {
  return arrow(one.before === null ? NONE : text(one.before), one.after === null ? NONE : text(one.after));
}

/** Name of a link or provider by id. */
export function idNames(report: DiffReport, { lang }: FigureContext): (id: string) => string {
  return (id) => (report.names[id] ? nameOf(report.names[id], lang) : jurisdictionName(id, lang));
}

/** Everything that differs, by sort and id. */
export function changesTable(report: DiffReport, context: FigureContext): Table {
  const { columns, captions, kinds } = words(context.lang).diff;
  return {
    id: 'changes',
    caption: captions.changes,
    columns: [
      { id: 'what', label: columns.what, format: 'short' },
      { id: 'name', label: columns.name, format: 'text' },
      { id: 'kind', label: columns.kind, format: 'short' },
      { id: 'fields', label: columns.fields, format: 'text' },
    ],
    rows: report.changes.map((one) => [
      sortName(one, context),
      changeName(one, report, context),
      kinds[one.kind],
      fieldsText(one, context),
    ]),
  };
}

/** The name of one thing of a sort. */
function sortName({ sort }: Change, context: FigureContext): string {
  const { sortOne } = words(context.lang).diff;
  return label(sortOne, sort);
}

/** Products that differ under a scenario. */
export function diffProductsTable(report: DiffReport, scenario: ScenarioDiff, context: FigureContext): Table {
  const { diff, labels } = words(context.lang);
  const c = diff.columns;
  const share = (x: number): string => formatShare(x, context.lang);
  return {
    id: `products-${scenario.id}`,
    caption: diff.captions.products,
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'works', label: c.works, format: 'text' },
      { id: 'coverage', label: c.coverage, format: 'short' },
      { id: 'range', label: c.range, format: 'short' },
      { id: 'stops', label: c.stops, format: 'text' },
      { id: 'levels', label: c.levels, format: 'text' },
      { id: 'because', label: c.because, format: 'text' },
    ],
    rows: scenario.products.map((product) => [
      nameOf(product, context.lang),
      states(product, ({ works }) => label(labels.verdicts, works)),
      states(product, ({ coverage }) => share(coverage)),
      states(product, ({ coverageLow, coverageHigh }) => `${share(coverageLow)}–${share(coverageHigh)}`),
      states(product, ({ stopsOnDay }) => dayText(stopsOnDay, context)),
      levelsText(product, context),
      touchedBy(product.changes, report, context),
    ]),
  };
}

export function dayText(day: number | null, { lang }: FigureContext): string {
  const { labels } = words(lang);
  return day === null ? labels.never : labels.day(formatNumber(day, lang, 0));
}

/** Service levels whose verdict or day differ. */
function levelsText({ before, after }: ProductChange, context: FigureContext): string {
  if (!before || !after) return '';
  const { labels } = words(context.lang);
  const levels = [...new Set([...before.levels, ...after.levels].map(({ level }) => level))].sort(
    (a, b) => a - b,
  );
  const at = (state: typeof before, level: number): string => {
    const found = state.levels.find((one) => one.level === level);
    if (!found) return NONE;
    return found.works === 'no' ? dayText(found.stopsOnDay, context) : label(labels.verdicts, found.works);
  };
  return levels
    .map((level) => ({ level, was: at(before, level), now: at(after, level) }))
    .filter(({ was, now }) => was !== now)
    .map(({ level, was, now }) => `${formatShare(level, context.lang)}: ${arrow(was, now)}`)
    .join('; ');
}

/** Chokepoints that differ under a scenario, by their rank. */
export function diffChokepointsTable(
  report: DiffReport,
  scenario: ScenarioDiff,
  context: FigureContext,
): Table {
  const { diff } = words(context.lang);
  const c = diff.columns;
  const money = ({ marginalValuePerYear }: NonNullable<ChokepointChange['after']>): string =>
    formatMoney(marginalValuePerYear, context);
  return {
    id: `chokepoints-${scenario.id}`,
    caption: diff.captions.chokepoints,
    columns: [
      { id: 'rank', label: c.rank, format: 'short' },
      { id: 'link', label: c.link, format: 'text' },
      { id: 'kind', label: c.kind, format: 'text' },
      { id: 'exposure', label: c.exposure, format: 'short' },
      { id: 'stops', label: c.stops, format: 'text' },
      ...(report.moneyCompares ? [{ id: 'marginal', label: c.marginal, format: 'text' as const }] : []),
      { id: 'because', label: c.because, format: 'text' },
    ],
    rows: scenario.chokepoints.map((point) => [
      states(point, ({ rank }) => String(rank)),
      nameOf(point, context.lang),
      diff.kinds[point.kind],
      states(point, ({ exposure }) => formatShare(exposure, context.lang)),
      states(point, ({ stopsOnDay }) => dayText(stopsOnDay, context)),
      ...(report.moneyCompares ? [states(point, money)] : []),
      touchedBy(point.changes, report, context),
    ]),
  };
}

/** Changes named in one cell. */
const TOUCHES_SHOWN = 4;

function touchedBy(keys: readonly string[], report: DiffReport, context: FigureContext): string {
  const { nothingTouches, more } = words(context.lang).diff;
  if (keys.length === 0) return nothingTouches;
  const byKey = new Map(report.changes.map((one) => [one.key, one]));
  const shown = keys
    .slice(0, TOUCHES_SHOWN)
    .map((key) => byKey.get(key)!)
    .map((one) => `${sortName(one, context)} ${changeName(one, report, context)}`);
  const rest = keys.length - shown.length;
  return [...shown, ...(rest > 0 ? [more(rest)] : [])].join('; ');
}

/** Critical combinations that are gained or lost, or of which more or less is certain. */
export function diffCombinationsTable(report: DiffReport, context: FigureContext): Table {
  const { diff, labels } = words(context.lang);
  const c = diff.columns;
  const name = idNames(report, context);
  return {
    id: 'combinations',
    caption: diff.captions.combinations,
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'actsOn', label: c.actsOn, format: 'short' },
      { id: 'members', label: c.members, format: 'text' },
      { id: 'before', label: c.before, format: 'text' },
      { id: 'after', label: c.after, format: 'text' },
    ],
    rows: report.combinations.map((one) => [
      name(one.product),
      label(labels.actsOn, one.actsOn),
      one.members.map(name).join(' + '),
      diff.known[one.before],
      diff.known[one.after],
    ]),
  };
}
