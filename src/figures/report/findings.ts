import type { AssessmentReport } from '../../contract/assess.ts';
import type { FundedProject, Plan } from '../../contract/plan.ts';
import { halfWidth95 } from '../../kernel/confidence.ts';
import { last, lift, mostLifted } from '../availability-option.ts';
import { baselineName, bestBaseline } from '../bound.ts';
import { modeCounts } from '../gantt.ts';
import { periodEndName, periodName } from '../periods.ts';
import { scarcestPeriod } from '../tables/by-period.ts';
import { linkNames } from '../tables/names.ts';
import {
  type FigureContext,
  formatList,
  formatMoney,
  formatNumber,
  formatShare,
  label,
  nameOf,
} from '../text.ts';
import { words } from '../words/index.ts';
import { stops } from './stops.ts';

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
    .filter((project) => project.runnerUpMode !== null && (project.runnerUpLoss ?? 0) > 0)
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
  const share = (value: number): string => formatShare(value, context.lang);
  const items = [...new Set(plan.products.map((line) => line.id))]
    .map((id) => mostLifted(plan.products.filter((line) => line.id === id)))
    .filter((line) => line !== null)
    .sort((a, b) => lift(b) - lift(a))
    .slice(0, 4)
    .map((line) =>
      say.liftItem(
        nameOf(line, context.lang),
        share(line.level),
        share(last(line.withoutPlanByPeriod)),
        share(last(line.availableByPeriod)),
      ),
    );
  if (items.length === 0) return [words(context.lang).figures.availability.titleNone];
  return [
    say.lifted(formatList(items, context.lang), periodEndName(plan, plan.periods.length, context.lang)),
  ];
}

function proof(plan: Plan, context: FigureContext): string[] {
  const { findings: say, labels } = words(context.lang);
  const error =
    plan.standardError > 0 ? formatMoney(halfWidth95(plan.standardError), context, plan.value) : '';
  const kind = label(labels.proofs, plan.proof);
  const best = bestBaseline(plan);
  return [
    say.value(formatMoney(plan.value, context), error, formatMoney(plan.bound, context)),
    plan.gap === null ? say.gapNone(kind) : say.gap(formatShare(plan.gap, context.lang), kind),
    ...(best !== null && best.value > 0 && best.value < plan.value
      ? [say.better(baselineName(best, context), formatShare(plan.value / best.value - 1, context.lang))]
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
