import type { Assessment, AssessmentReport, CutSet } from '../../contract/assess.ts';
import type { Table } from '../figure.ts';
import { supplierName } from '../jurisdictions.ts';
import { type FigureContext, formatShare, label, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import { linkNames, supplierNames } from './names.ts';

const separator = (context: FigureContext): string => (context.lang === 'zh' ? '、' : ', ');

export function productsTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  const name = linkNames(assessment, context);
  return {
    id: 'products',
    caption: tables.captions.products,
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'works', label: c.works, format: 'text' },
      { id: 'coverage', label: c.coverage, format: 'share' },
      { id: 'coverageLow', label: c.range, format: 'share' },
      { id: 'coverageHigh', label: c.rangeHigh, format: 'share' },
      { id: 'stopsOnDay', label: c.stops, format: 'day' },
      { id: 'cause', label: c.cause, format: 'text' },
    ],
    rows: assessment.products.map((product) => {
      const highest = product.levels.reduce<(typeof product.levels)[number] | undefined>(
        (best, level) => (best === undefined || level.level > best.level ? level : best),
        undefined,
      );
      return [
        nameOf(product, context.lang),
        label(labels.verdicts, product.works),
        product.coverage,
        product.coverageLow,
        product.coverageHigh,
        product.stopsOnDay,
        (highest?.cause ?? []).slice(1).map(name).join(' → '),
      ];
    }),
  };
}

export function chokepointTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  const suppliers = (point: Assessment['chokepoints'][number]): string =>
    point.suppliersCut
      .map((s) => `${supplierName(s, context.lang)} ${formatShare(s.share, context.lang)}`)
      .join(separator(context));
  return {
    id: 'chokepoints',
    caption: tables.captions.chokepoints,
    below: ['suppliersCut', 'reason'],
    columns: [
      { id: 'rank', label: c.rank, format: 'integer' },
      { id: 'link', label: c.link, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'exposure', label: c.exposure, format: 'share' },
      { id: 'stopsOnDay', label: c.stops, format: 'day' },
      { id: 'valueAtStakePerYear', label: c.atStake, format: 'money' },
      { id: 'fixingItAlonePerYear', label: c.alone, format: 'money' },
      { id: 'marginalValuePerYear', label: c.marginal, format: 'money' },
      { id: 'criticalCombinations', label: c.combinations, format: 'integer' },
      { id: 'repairSets', label: c.repairSets, format: 'integer' },
      { id: 'concentration', label: c.concentration, format: 'number' },
      { id: 'suppliersCut', label: c.suppliersCut, format: 'text' },
      { id: 'reason', label: c.reason, format: 'prose' },
    ],
    rows: assessment.chokepoints.map((point) => [
      point.rank,
      nameOf(point, context.lang),
      label(labels.fields, point.field),
      point.exposure,
      point.stopsOnDay,
      point.valueAtStakePerYear,
      point.fixingItAlonePerYear,
      point.marginalValuePerYear,
      point.criticalCombinations,
      point.repairSets,
      point.concentration,
      suppliers(point),
      point.reason,
    ]),
  };
}

const ORDER_OF_LOSS: readonly CutSet['actsOn'][] = ['jurisdiction', 'provider', 'either'];

/** Combinations of one kind and size shown in one cell. */
const COMBINATIONS_MAX = 40;

/** Critical combinations, gathered by product, by what is lost and by size, the smallest first. */
export function cutSetTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels, unknowns } = words(context.lang);
  const c = tables.columns;
  const product = linkNames(assessment, context);
  const member = supplierNames(assessment, context);
  const order = assessment.products.map((one) => one.id);
  const groups = new Map<string, CutSet[]>();
  for (const set of assessment.cutSets) {
    const key = `${set.product} ${set.actsOn} ${set.order} ${set.certain}`;
    groups.set(key, [...(groups.get(key) ?? []), set]);
  }
  const gathered = [...groups.values()].sort(
    ([a], [b]) =>
      order.indexOf(a.product) - order.indexOf(b.product) ||
      ORDER_OF_LOSS.indexOf(a.actsOn) - ORDER_OF_LOSS.indexOf(b.actsOn) ||
      a.order - b.order ||
      Number(b.certain) - Number(a.certain),
  );
  return {
    id: 'cut-sets',
    caption: tables.captions.cutSets(assessment.cutSetsMaxOrder),
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'actsOn', label: c.actsOn, format: 'short' },
      { id: 'order', label: c.each, format: 'integer' },
      { id: 'certain', label: unknowns.certainty.column, format: 'short' },
      { id: 'count', label: c.count, format: 'integer' },
      { id: 'members', label: c.anyOf, format: 'text' },
    ],
    rows: gathered.map((sets) => [
      product(sets[0].product),
      label(labels.actsOn, sets[0].actsOn),
      sets[0].order,
      unknowns.certainty[sets[0].certain ? 'true' : 'false'],
      sets.length,
      combinations(
        sets.map((set) => set.members.map(member).join(' + ')),
        context,
      ),
    ]),
  };
}

function combinations(all: readonly string[], context: FigureContext): string {
  const shown = all.slice(0, COMBINATIONS_MAX);
  const rest = all.length - shown.length;
  const more = rest > 0 ? [words(context.lang).tables.more(rest)] : [];
  return [...shown, ...more].join(' · ');
}

/** Repair sets, the most valuable first. */
export function repairSetTable(assessment: Assessment, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  const name = linkNames(assessment, context);
  return {
    id: 'repair-sets',
    caption: tables.captions.repairSets,
    columns: [
      { id: 'product', label: c.product, format: 'text' },
      { id: 'level', label: c.level, format: 'share' },
      { id: 'members', label: c.members, format: 'text' },
      { id: 'order', label: c.order, format: 'integer' },
      { id: 'valuePerYear', label: c.valuePerYear, format: 'money' },
    ],
    rows: [...assessment.repairSets]
      .sort((a, b) => b.valuePerYear - a.valuePerYear || a.members.length - b.members.length)
      .map((set) => [
        name(set.product),
        set.level,
        set.members.map(name).join(' + '),
        set.members.length,
        set.valuePerYear,
      ]),
  };
}

export function initiativeTable(assessment: Assessment, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  const name = linkNames(assessment, context);
  return {
    id: 'initiative',
    caption: tables.captions.initiative,
    columns: [
      { id: 'link', label: c.link, format: 'text' },
      { id: 'homeShare', label: c.homeShare, format: 'share' },
      { id: 'share', label: c.share, format: 'prose' },
    ],
    rows: assessment.initiative.map((item) => {
      const shown = name(item.link);
      return [shown === item.link ? item.name : shown, item.homeShare, item.share];
    }),
  };
}

/** One row per scenario: what it stops with no plan. */
export function scenariosComparedTable(report: AssessmentReport, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  const all: Assessment[] = [report, ...report.otherScenarios];
  return {
    id: 'scenarios-compared',
    caption: tables.captions.scenariosCompared,
    columns: [
      { id: 'scenario', label: c.scenario, format: 'text' },
      { id: 'stopped', label: c.stopped, format: 'integer' },
      { id: 'firstDay', label: c.firstDay, format: 'day' },
      { id: 'worst', label: c.worst, format: 'share' },
    ],
    rows: all.map((one) => {
      const days = one.products.flatMap((p) => (p.stopsOnDay === null ? [] : [p.stopsOnDay]));
      return [
        nameOf({ name: one.scenarioName, nameZh: one.scenarioNameZh }, context.lang),
        one.products.filter((p) => p.works === 'no').length,
        days.length === 0 ? null : Math.min(...days),
        one.products.length === 0 ? null : Math.min(...one.products.map((p) => p.coverage)),
      ];
    }),
  };
}
