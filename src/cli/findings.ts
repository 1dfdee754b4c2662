import type { AssessedProduct, Assessment, AssessmentReport } from '../contract/assess.ts';
import type { Plan } from '../contract/plan.ts';
import { coverageNote } from '../figures/coverage-note.ts';
import { type Finding, findings } from '../figures/report/findings.ts';
import { figureContext, type ReportInput } from '../figures/report/render-report.ts';
import { type FigureContext, formatMoney, formatShare } from '../figures/text.ts';
import { buySentences, criticalPathSentences } from '../figures/verification.ts';
import { words } from '../figures/words/index.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import { askText } from './ask-text.ts';
import { columns } from './columns.ts';
import { riskText } from './risk-text.ts';
import { stopsText, survivalText } from './times-text.ts';
import { wrap } from './wrap.ts';

/** The findings of an answer, as sentences under what they are about. */
export function findingsText(input: ReportInput): string {
  const context = figureContext(input, 'en');
  return findings(input.assessment, input.plan ?? null, context)
    .map(paragraph)
    .join('\n');
}

function paragraph({ about, sentences }: Finding): string {
  return `${about}\n${sentences.map((sentence) => `  ${wrap(sentence, 96, '  ')}\n`).join('')}`;
}

const CHOKEPOINTS_SHOWN = 12;
const SETS_SHOWN = 8;

/** What `muster assess` prints for people. */
export function assessText(report: AssessmentReport, context: FigureContext): string {
  return [report, ...report.otherScenarios].map((scenario) => scenarioText(scenario, context)).join('\n');
}

function scenarioText(assessment: Assessment, context: FigureContext): string {
  const { products, chokepoints, cutSets, notes } = assessment;
  const day = (d: number | null): string => (d === null ? 'never' : `day ${d}`);
  const dayRange = ({ works, stopsOnDay, stopsOnDayLatest }: AssessedProduct['levels'][number]): string => {
    if (stopsOnDayLatest === null)
      return `${day(stopsOnDay)}${stopsOnDay === null ? '' : works === 'no' ? ' or later' : ' or never'}`;
    return stopsOnDayLatest === stopsOnDay ? day(stopsOnDay) : `${day(stopsOnDay)} to ${stopsOnDayLatest}`;
  };
  const share = (x: number): string => formatShare(x, 'en');
  const covered = coverageNote(assessment, context);
  const ranges = products.map((p) => [
    p.name,
    p.works,
    share(p.coverage),
    `${share(p.coverageLow)} – ${share(p.coverageHigh)}`,
    p.levels
      .map((each) => `${share(each.level)} ${each.works === 'yes' ? 'holds' : dayRange(each)}`)
      .join(', '),
  ]);
  const expanding = new Set(
    assessment.stoppages.flatMap(({ kind, link }) => (kind === 'expansion' ? [link] : [])),
  );
  const points = chokepoints
    .slice(0, CHOKEPOINTS_SHOWN)
    .map((c) => [
      `${c.rank}.`,
      c.name,
      share(c.exposure),
      expanding.has(c.link) ? `expansion ${day(c.stopsOnDay)}` : day(c.stopsOnDay),
      formatMoney(c.marginalValuePerYear, context),
      formatMoney(c.fixingItAlonePerYear, context),
      c.reason,
    ]);
  const jurisdictions = cutSets.filter((set) => set.actsOn !== 'provider');
  const sets = products.map((p) => {
    const shown = (certain: boolean): string =>
      jurisdictions
        .filter((set) => set.product === p.id && set.certain === certain)
        .slice(0, SETS_SHOWN)
        .map((set) => set.members.join(' + '))
        .join(', ');
    const possible = shown(false);
    return [
      p.name,
      shown(true) || 'none of up to this many members',
      ...(possible ? [`if unknowns are adverse also ${possible}`] : []),
    ];
  });
  return [
    `${assessment.scenarioName} (${assessment.scenario}), as of ${assessment.asOf}, reading ${assessment.reading}${assessment.startsOn ? `, from ${assessment.startsOn}` : ', whenever it starts'}`,
    '',
    columns(['Product', 'works', 'coverage', 'range', 'service level: until'], ranges),
    ...(covered === '' ? [] : [`${wrap(covered, 96, '')}\n`]),
    stopsText(assessment, context),
    survivalText(assessment, context),
    points.length > 0
      ? columns(['', 'Chokepoint', 'exposed', 'lost', 'marginal value/yr', 'fixed alone/yr', 'why'], points)
      : 'No link falls short.\n',
    `Critical combinations of jurisdictions, up to ${assessment.cutSetsMaxOrder} members:`,
    columns(['Product', 'any of these alone takes away full service'], sets),
    questionsText(assessment, context),
    `Data: ${share(assessment.dataCoverage)} of traded links are quantified; ${assessment.basis.figures} figures, ${share(assessment.basis.judgementShare)} of them judgement or unsourced.`,
    ...notes.map((note) => `Note: ${wrap(note, 96, '  ')}`),
    '',
  ].join('\n');
}

const QUESTIONS_SHOWN = 5;

/** What to find out first. */
function questionsText({ unknowns }: Assessment, context: FigureContext): string {
  if (unknowns.length === 0) return 'Nothing that is not known can change what is kept.\n';
  const { low, high } = unknowns[0].rangeBefore;
  const money = (x: number): string => formatMoney(x, context, high);
  const rows = unknowns
    .slice(0, QUESTIONS_SHOWN)
    .map((u) => [
      `${u.rank}.`,
      formatShare(u.narrows / (high - low), 'en'),
      `${money(u.rangeIfAdverse.low)} – ${money(u.rangeIfAdverse.high)}`,
      `${money(u.rangeIfFavourable.low)} – ${money(u.rangeIfFavourable.high)}`,
      u.stated ? 'a range' : 'not stated',
      u.what,
    ]);
  return [
    `What to find out first, as between ${money(low)} and ${money(high)} are kept per year (${unknowns.length} questions):`,
    columns(['', 'narrows by', 'kept if adverse', 'if favourable', 'so far', 'question'], rows),
  ].join('\n');
}

/** What `muster plan` prints for people. */
export function planText(plan: Plan): string {
  const context: FigureContext = {
    lang: 'en',
    programme: plan.programme,
    currency: plan.currency,
    priceYear: plan.priceYear,
    seed: plan.seed,
  };
  const money = (x: number): string => formatMoney(x, context);
  const error = plan.standardError > 0 ? ` ± ${money(halfWidth95(plan.standardError))} (95 %)` : '';
  return [
    `${plan.programme}: ${plan.status} plan, value ${money(plan.value)}${error}; no plan can exceed ${money(plan.bound)} (${plan.proof}); gap ${plan.gap === null ? 'none' : formatShare(plan.gap, 'en')}.`,
    ...plan.commitments.map(
      ({ commitment, mode, cost, latestStartPeriod: start, latestEndPeriod: end }) =>
        `Kept: ${commitment}${mode === null ? '' : ` ${mode}`}${cost === null ? '' : `, at a cost of ${money(cost)} against the free choice`}${start === null ? '' : `, starts by period ${start}`}${end === null ? '' : `, through by period ${end} at the longest`}.`,
    ),
    ...plan.baselines.map(({ label, value }) => `At the same money, ${label}: ${money(value)}.`),
    'The money these would need to do as well: `muster frontier`. Other plans nearly as good: `muster alternatives`.',
    '',
    columns(
      ['period', 'chance', 'project', 'team', 'leads', 'runner-up', 'expected cost', 'worth'],
      plan.funded.map((p) => [
        String(p.startPeriod),
        formatShare(p.chanceOfStart, 'en'),
        p.name,
        p.teamName,
        p.leadMode,
        p.runnerUpMode ? `${p.runnerUpMode} (−${money(p.runnerUpLoss ?? 0)})` : '–',
        money(p.expectedCost),
        money(p.netWorth),
      ]),
    ),
    ...verificationText(plan, context),
    `Not funded: ${plan.unfunded.length}, each with its reason in --json and in the report.`,
    '',
    columns(
      ['product', 'level', 'with the plan', 'without', 'at the end of the horizon'],
      plan.products.map((p) => [
        p.name,
        formatShare(p.level, 'en'),
        formatShare(p.availableByPeriod.at(-1) ?? 0, 'en'),
        formatShare(p.withoutPlanByPeriod.at(-1) ?? 0, 'en'),
        '',
      ]),
    ),
    ...plan.survives.map(
      (s) => `${s.low && s.high ? 'Holds' : 'Does not hold'} from low to high evidence: ${s.conclusion}`,
    ),
    '',
    riskText(plan, context),
    askText(plan, context),
    ...plan.notes.map((note) => `Note: ${wrap(note, 96, '  ')}`),
    '',
  ].join('\n');
}

/** Slots to buy that are told. */
const SLOTS_SHOWN = 3;

/** The critical path of verification and the slots to buy; nothing where nothing is verified on it. */
function verificationText(plan: Plan, context: FigureContext): string[] {
  const product = plan.verification?.product;
  const path = criticalPathSentences(plan, context);
  const buy = buySentences(plan, context).slice(0, SLOTS_SHOWN);
  if (!product || path.length + buy.length === 0) return [];
  const head = words('en').verification.textHead(product.name, formatShare(product.level, 'en'));
  return [
    ...(path.length > 0 ? [head] : []),
    ...[...path, ...buy].map((sentence) => `  ${wrap(sentence, 96, '  ')}`),
    '',
  ];
}
