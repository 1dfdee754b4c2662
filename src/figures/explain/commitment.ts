import type { Explanation } from '../../contract/explain.ts';
import type { InfeasibleReport } from '../../contract/infeasible.ts';
import type { Plan } from '../../contract/plan.ts';
import { MusterError } from '../../kernel/errors.ts';
import { conflictSentences, infeasibleContext, repairSentence, statementOf } from '../infeasible.ts';
import { type FigureContext, formatMoney, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import type { Account } from './account.ts';
import type { Answers } from './subject.ts';

/** A commitment that a plan keeps. */
export function explainCommitment({ plan, context }: Answers, id: string): Account {
  const say = words(context.lang).commitments;
  const one = plan.commitments.find(({ commitment }) => commitment === id)!;
  const kept =
    one.kind === 'lock-out'
      ? [say.excluded]
      : one.kind === 'lead'
        ? leadKept(one, context)
        : [
            say.kept(one.latestStartPeriod, one.latestEndPeriod),
            ...(one.kind === 'lock-in' ? [say.reserved] : []),
          ];
  return {
    sentences: [`${statementOf(one, one.kind, context)}${say.because(one.reason)}`, ...kept],
    flips: [say.flipKept],
    figures: one.kind === 'lead' ? [{ name: say.decisionCost, value: one.cost, unit: plan.currency }] : [],
    related: [{ kind: one.kind === 'deadline' ? 'goal' : 'project', id: one.subject }],
  };
}

/** Who decided a lead and when, and what that costs. */
function leadKept(one: Plan['commitments'][number], context: FigureContext): string[] {
  const say = words(context.lang).commitments;
  const decided = say.decided(one.date, one.decidedBy);
  return [
    ...(decided === '' ? [] : [decided]),
    ...(one.cost === null
      ? []
      : [one.cost > 0 ? say.leadCost(formatMoney(one.cost, context)) : say.leadCostsNothing]),
  ];
}

/** Why a commitment of a programme that was refused cannot be met, and what would mend it. Throws UNKNOWN_SUBJECT. */
export function explainRefusal(
  report: InfeasibleReport,
  text: string,
  lang: FigureContext['lang'],
): Explanation {
  const context = infeasibleContext(report, lang);
  const say = words(lang).commitments;
  const one = report.commitments.find(({ commitment, subject }) => commitment === text || subject === text);
  if (!one) {
    throw new MusterError('UNKNOWN_SUBJECT', `The programme has no commitment ${text}.`, {
      hint: `Ask for one of ${report.commitments.map(({ commitment }) => commitment).join(', ')}.`,
    });
  }
  const takesPart = report.conflict.some(
    (member) => member.kind === 'commitment' && member.commitment === one.commitment,
  );
  return {
    schema: 'muster/explain@1',
    programme: report.programme,
    subject: { kind: 'commitment', id: one.commitment, name: nameOf(one, lang) },
    sentences: [
      ...(takesPart
        ? [say.conflictOf]
        : [`${statementOf(one, one.kind, context)}${say.because(one.reason)}`, say.notInConflict]),
      ...conflictSentences(report.conflict, context),
    ],
    flips: report.repairs.map((repair) => repairSentence(repair, context)),
    figures: report.repairs.flatMap(({ kind, money }) =>
      kind === 'more' ? [{ name: say.moreMoney, value: money, unit: report.currency }] : [],
    ),
    related: report.commitments
      .filter(({ commitment }) => commitment !== one.commitment)
      .map(({ commitment }) => ({ kind: 'commitment', id: commitment })),
  };
}
