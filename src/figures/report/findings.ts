import type { AssessedProduct, AssessmentReport } from '../../contract/assess.ts';
import type { FundedProject, Plan } from '../../contract/plan.ts';
import { lineName } from '../availability.ts';
import { last, lift, mostLifted } from '../availability-option.ts';
import { bestBaseline } from '../bound.ts';
import { modeCounts } from '../gantt.ts';
import { periodEndName, periodName } from '../periods.ts';
import { scarcestPeriod } from '../tables/by-period.ts';
import { linkNames } from '../tables/names.ts';
import {
  type FigureContext,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatShare,
  label,
  nameOf,
} from '../text.ts';
import { words } from '../words/index.ts';

/** One headline: what it is about, and its sentences. */
export interface Finding {
  readonly about: string;
  readonly sentences: readonly string[];
}

/** The headline findings, in the order in which a reader decides. */
export function findings(report: AssessmentReport, plan: Plan | null, context: FigureContext): Finding[] {
  const say = words(context.lang).findings;
  const threat = [
    { about: say.stops, sentences: stops(report, context) },
    { about: say.together, sentences: together(report, context) },
  ];
  const planned =
    plan === null
      ? []
      : [
          { about: say.leads, sentences: leads(plan, context) },
          { about: say.money, sentences: money(plan, context) },
          { about: say.effect, sentences: effect(plan, context) },
          { about: say.proof, sentences: proof(plan, context) },
        ];
  return [...threat, ...planned, { about: say.basis, sentences: basis(report, plan, context) }].filter(
    (finding) => finding.sentences.length > 0,
  );
}

function stops(report: AssessmentReport, context: FigureContext): string[] {
  const say = words(context.lang).findings;
  const scenario = nameOf({ name: report.scenarioName, nameZh: report.scenarioNameZh }, context.lang);
  const list = (products: readonly AssessedProduct[]): string =>
    formatList(
      products.map((product) => nameOf(product, context.lang)),
      context.lang,
    );
  const failing = report.products.filter((product) => product.works === 'no');
  const dated = failing
    .filter((product) => product.stopsOnDay !== null)
    .sort((a, b) => a.stopsOnDay! - b.stopsOnDay!);
  const undecided = report.products.filter((product) => product.works === 'unknown');
  const tail = undecided.length > 0 ? [say.unknownProducts(list(undecided))] : [];
  if (failing.length === 0) return [say.nothingStops(scenario), ...tail];
  if (dated.length === 0) return [say.stopsUndated(scenario, failing.length, list(failing)), ...tail];
  return [...datedStops(report, scenario, dated, context), ...tail];
}

/** The products that stop on the first day, with what stops each, and those that follow. */
function datedStops(
  report: AssessmentReport,
  scenario: string,
  dated: readonly AssessedProduct[],
  context: FigureContext,
): string[] {
  const { findings: say, labels } = words(context.lang);
  const day = (value: number): string => labels.day(formatNumber(value, context.lang, 0));
  const earliest = dated[0].stopsOnDay!;
  const when =
    earliest === 0 ? say.atOnce : say.onDay(day(earliest), dayAfter(report.startsOn, earliest, context));
  const items = dated
    .filter((product) => product.stopsOnDay === earliest)
    .map((product) => say.stopsItem(nameOf(product, context.lang), firstCause(report, product, context)));
  const next = dated
    .slice(items.length)
    .map((product) => say.stopsNextItem(nameOf(product, context.lang), day(product.stopsOnDay!)));
  return [
    say.stopsFirst(scenario, items.length, when, formatList(items, context.lang)),
    ...(next.length > 0 ? [say.stopsNext(formatList(next, context.lang))] : []),
  ];
}

function firstCause(report: AssessmentReport, product: AssessedProduct, context: FigureContext): string {
  const highest = [...product.levels].sort((a, b) => b.level - a.level)[0];
  const cause = highest?.cause.at(-1);
  return cause === undefined || cause === product.id ? '' : linkNames(report, context)(cause);
}

function dayAfter(start: string | null, days: number, context: FigureContext): string {
  if (start === null) return '';
  const time = Date.parse(`${start}T00:00:00Z`) + days * 86_400_000;
  return formatDate(new Date(time).toISOString().slice(0, 10), context.lang);
}

function together(report: AssessmentReport, context: FigureContext): string[] {
  const say = words(context.lang).findings;
  const name = linkNames(report, context);
  const best = report.repairSets
    .filter((set) => set.members.length > 1)
    .sort((a, b) => b.valuePerYear - a.valuePerYear || a.members.length - b.members.length)[0];
  if (best === undefined) return [say.noRepair];
  const alone = best.members
    .map((id) => report.chokepoints.find((point) => point.link === id))
    .filter((point) => point !== undefined)
    .sort((a, b) => b.fixingItAlonePerYear - a.fixingItAlonePerYear);
  const sentence = say.mendTogether(
    formatList(best.members.map(name), context.lang),
    name(best.product),
    formatMoney(best.valuePerYear, context),
  );
  if (alone.length < best.members.length) return [sentence];
  return alone[0].fixingItAlonePerYear > 0
    ? [
        sentence,
        say.aloneAtMost(nameOf(alone[0], context.lang), formatMoney(alone[0].fixingItAlonePerYear, context)),
      ]
    : [sentence, say.noneAlone];
}

const costOf = (projects: readonly FundedProject[]): number =>
  projects.reduce((sum, project) => sum + project.expectedCost, 0);

function leads(plan: Plan, context: FigureContext): string[] {
  const { findings: say, labels, report } = words(context.lang);
  if (plan.funded.length === 0) return [report.nonePlanned];
  const shown = (mode: string): string => {
    const name = label(labels.modes, mode);
    return context.lang === 'en' ? name.toLowerCase() : name;
  };
  const total = costOf(plan.funded);
  const items = modeCounts(plan.funded).map(([mode, n]) => {
    const cost = costOf(plan.funded.filter((project) => project.leadMode === mode));
    return say.leadItem(n, shown(mode), formatShare(total > 0 ? cost / total : 0, context.lang));
  });
  const closest = plan.funded
    .filter((project) => project.runnerUpMode !== null && project.runnerUpLoss !== null)
    .sort((a, b) => a.runnerUpLoss! - b.runnerUpLoss!)[0];
  const sentence = say.leadCounts(plan.funded.length, formatList(items, context.lang));
  if (closest === undefined) return [sentence];
  const loss = formatMoney(closest.runnerUpLoss!, context);
  return [sentence, say.closest(nameOf(closest, context.lang), shown(closest.runnerUpMode!), loss)];
}

function money(plan: Plan, context: FigureContext): string[] {
  const say = words(context.lang).findings;
  const total = plan.publicCost + plan.privateCost;
  const scarcest = plan.funds
    .flatMap((fund) => {
      const found = scarcestPeriod(fund.dualByPeriod);
      return found === null ? [] : [{ fund, ...found }];
    })
    .sort((a, b) => b.worth - a.worth)[0];
  const sentence = say.moneyTotal(
    formatMoney(total, context),
    formatMoney(plan.publicCost, context),
    formatMoney(plan.privateCost, context),
    periodName(plan, 1, context.lang),
    periodEndName(plan, plan.periods.length, context.lang),
  );
  if (scarcest === undefined) return [sentence];
  const name = nameOf(scarcest.fund, context.lang);
  const period = periodName(plan, scarcest.period, context.lang);
  return [sentence, say.scarcest(name, period, formatNumber(scarcest.worth, context.lang))];
}

function effect(plan: Plan, context: FigureContext): string[] {
  const say = words(context.lang).findings;
  const share = (values: readonly number[]): string => formatShare(last(values), context.lang);
  const lifted = [...new Set(plan.products.map((line) => line.id))]
    .map((id) => mostLifted(plan.products.filter((line) => line.id === id)))
    .filter((line) => line !== null)
    .sort((a, b) => lift(b) - lift(a))
    .slice(0, 3)
    .map((line) =>
      say.liftItem(lineName(line, context), share(line.withoutPlanByPeriod), share(line.availableByPeriod)),
    );
  if (lifted.length === 0) return [words(context.lang).figures.availability.titleNone];
  return [
    say.lifted(formatList(lifted, context.lang), periodEndName(plan, plan.periods.length, context.lang)),
  ];
}

function proof(plan: Plan, context: FigureContext): string[] {
  const { findings: say, labels } = words(context.lang);
  const error = plan.standardError > 0 ? formatMoney(1.96 * plan.standardError, context, plan.value) : '';
  const kind = label(labels.proofs, plan.proof);
  const best = bestBaseline(plan);
  return [
    say.value(formatMoney(plan.value, context), error, formatMoney(plan.bound, context)),
    plan.gap === null ? say.gapNone(kind) : say.gap(formatShare(plan.gap, context.lang), kind),
    ...(best !== null && best.value > 0 && best.value < plan.value
      ? [say.better(best.label, formatShare(plan.value / best.value - 1, context.lang))]
      : []),
  ];
}

function basis(report: AssessmentReport, plan: Plan | null, context: FigureContext): string[] {
  const say = words(context.lang).findings;
  const used = plan?.basis ?? report.basis;
  const surviving = plan?.survives.filter((one) => one.low && one.high).length ?? 0;
  return [
    say.judgement(
      formatShare(used.judgementShare, context.lang),
      formatNumber(used.figures, context.lang, 0),
    ),
    ...(plan !== null && plan.survives.length > 0 ? [say.survives(surviving, plan.survives.length)] : []),
    say.coverage(formatShare(report.dataCoverage, context.lang)),
  ];
}
