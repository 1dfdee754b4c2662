import type {
  CommitmentStated,
  ConflictMember,
  InfeasibleReport,
  PlanRepair,
} from '../contract/infeasible.ts';
import { groupBy } from '../kernel/collections.ts';
import { type FigureContext, formatList, formatMoney, formatNumber, label, nameOf } from './text.ts';
import { words } from './words/index.ts';

/** Sentences on commitments that cannot all be met. */
export interface InfeasibleSentences {
  readonly headline: string;
  readonly conflict: readonly string[];
  readonly repairs: readonly string[];
}

/** The context in which an infeasible programme is told. */
export function infeasibleContext(report: InfeasibleReport, lang: FigureContext['lang']): FigureContext {
  const { programme, currency, priceYear } = report;
  return { lang, programme, currency, priceYear, seed: null };
}

/** The conflict and its repairs in the user's words. */
export function infeasibleSentences(report: InfeasibleReport, context: FigureContext): InfeasibleSentences {
  return {
    headline: words(context.lang).commitments.headline(report.programme),
    conflict: conflictSentences(report.conflict, context),
    repairs: report.repairs.map((repair) => repairSentence(repair, context)),
  };
}

/** One sentence for each member; what a fund or resource offers in several periods is one. */
export function conflictSentences(conflict: readonly ConflictMember[], context: FigureContext): string[] {
  const say = words(context.lang).commitments;
  const scarce = conflict.filter((member) => member.kind === 'money' || member.kind === 'resource');
  const sources = [...groupBy(scarce, ({ kind, id }) => `${kind} ${id}`).values()];
  return [
    ...conflict.flatMap((member) =>
      member.kind === 'commitment' ? [commitmentSentence(member, context)] : [],
    ),
    ...conflict.flatMap((member) =>
      member.kind === 'precedence'
        ? [
            say.waits(
              label(words(context.lang).labels.stages, member.stage),
              nameOf(member, context.lang),
              context.lang === 'zh' ? (member.goalNameZh ?? member.goalName) : member.goalName,
            ),
          ]
        : [],
    ),
    ...sources.map((periods) =>
      say.offers(
        nameOf(periods[0], context.lang),
        formatList(
          periods.map((one) =>
            say.amountIn(amountText(one.kind === 'money' ? null : one.unit, one.amount, context), one.period),
          ),
          context.lang,
        ),
      ),
    ),
  ];
}

function amountText(unit: string | null, amount: number, context: FigureContext): string {
  return unit === null ? formatMoney(amount, context) : `${formatNumber(amount, context.lang)} ${unit}`;
}

/** What was committed to, without an end. */
export function statementOf(
  one: Omit<CommitmentStated, 'kind'>,
  kind: CommitmentStated['kind'],
  context: FigureContext,
): string {
  const { commitments: say, labels } = words(context.lang);
  const name = nameOf(one, context.lang);
  if (kind === 'deadline') return say.deadline(name, one.byPeriod ?? 0);
  const project = say.project(name, one.teamName ?? '');
  if (kind === 'lock-out') return say.lockOut(project);
  const lead = one.mode === null ? '' : say.lead(label(labels.modes, one.mode));
  return say.lockIn(project, say.window(one.fromPeriod, one.byPeriod), lead);
}

function commitmentSentence(
  member: Extract<ConflictMember, { kind: 'commitment' }>,
  context: FigureContext,
): string {
  const say = words(context.lang).commitments;
  const takes = member.longestPeriods === null ? '' : say.takes(member.longestPeriods);
  const never = member.cannotBeChosen === null ? '' : say.cannotBeChosen(member.cannotBeChosen);
  return `${statementOf(member, member.of, context)}${takes}${never}${say.because(member.reason)}`;
}

/** What a repair asks for, and the courses that it makes room for. */
export function repairSentence(repair: PlanRepair, context: FigureContext): string {
  const { lang } = context;
  const say = words(lang).commitments;
  const courses = repair.schedule.map((one) => say.course(nameOf(one, lang), one.startPeriod, one.endPeriod));
  const parts = [(repair.preferred ? say.preferred : '') + askOf(repair, context)];
  if (repair.money > 0) parts.push(say.moreTotal(formatMoney(repair.money, context)));
  if (courses.length > 0) parts.push(say.afterwards(formatList(courses, lang)));
  return parts.join(lang === 'zh' ? '' : ' ');
}

function askOf({ extra, moves, givenUp }: PlanRepair, context: FigureContext): string {
  const { lang } = context;
  const say = words(lang).commitments;
  const asks = [
    ...(moves.length > 0 ? [say.later(formatList(movesText(moves, context), lang))] : []),
    ...(extra.length > 0 ? [say.more(extraText(extra, context).join(lang === 'zh' ? '；' : '; '))] : []),
    ...(givenUp.length > 0
      ? [
          say.giveUp(
            formatList(
              givenUp.map((one) => `“${nameOf(one, lang)}” (${say.commitment[one.kind]})`),
              lang,
            ),
          ),
        ]
      : []),
  ];
  return asks.join(lang === 'zh' ? '' : ' ');
}

function movesText(moves: PlanRepair['moves'], { lang }: FigureContext): string[] {
  const say = words(lang).commitments;
  return moves.map((one) =>
    one.periods < 0
      ? say.movedEarlier(nameOf(one, lang), one.fromPeriod ?? 1, -one.periods)
      : say.movedLater(nameOf(one, lang), one.byPeriod ?? 0, one.periods),
  );
}

/** What each fund or resource must offer more, by period. */
function extraText(extra: PlanRepair['extra'], context: FigureContext): string[] {
  const say = words(context.lang).commitments;
  return [...groupBy(extra, (one) => `${one.kind} ${one.id}`).values()].map((own) => {
    const amounts = own.map((one) =>
      say.amountIn(amountText(one.kind === 'money' ? null : one.unit, one.amount, context), one.period),
    );
    return say.extra(nameOf(own[0], context.lang), formatList(amounts, context.lang));
  });
}
