import type { Explanation } from '../../contract/explain.ts';
import type { InfeasibleReport } from '../../contract/infeasible.ts';
import { MusterError } from '../../kernel/errors.ts';
import { conflictSentences, infeasibleContext, repairSentence, statementOf } from '../infeasible.ts';
import { type FigureContext, nameOf } from '../text.ts';
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
      : [
          say.kept(one.latestStartPeriod, one.latestEndPeriod),
          ...(one.kind === 'lock-in' ? [say.reserved] : []),
        ];
  return {
    sentences: [`${statementOf(one, one.kind, context)}${say.because(one.reason)}`, ...kept],
    flips: [say.flipKept],
    figures: [],
    related: [{ kind: one.kind === 'deadline' ? 'goal' : 'project', id: one.subject }],
  };
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
