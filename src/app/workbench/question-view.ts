import type { Question } from '../../contract/api/questions.ts';
import type { Plan } from '../../contract/plan.ts';
import { openFiles } from './content.ts';
import type { Id } from './ports/common.ts';
import type { QuestionRecord } from './ports/questions.ts';
import type { Records } from './ports.ts';
import { answerRange, flippedDecisions, pooledAnswer, scoreAnswers } from './questions.ts';
import { notFound } from './workbench.ts';

/** A question of a programme; refuses with NOT_FOUND. */
export async function findQuestion(records: Records, programme: Id, id: Id): Promise<QuestionRecord> {
  const question = await records.questions.get(id);
  if (question?.programme !== programme) throw notFound('question');
  return question;
}

/** A question as members see it: answers are private until all have answered or it is closed. */
export async function questionView(records: Records, question: QuestionRecord): Promise<Question> {
  const { id, run, figure, label, unit, low, central, high, experts, askedAt, status, ...rest } = question;
  const { closedAt, version, planRun, outcome } = rest;
  const [given, asking, planned] = await Promise.all([
    records.questions.answers(id),
    planOfRun(records, run),
    planOfRun(records, planRun),
  ]);
  const asked = asking?.ask.find((one) => one.figure === figure);
  const range = await rangeOf(records, question);
  const answered = new Set(given.map(({ expert }) => expert));
  const shown = status === 'closed' || experts.every((expert) => answered.has(expert));
  const known = low !== null && central !== null && high !== null;
  return {
    ...{ id, run, figure, label, unit, range, askedAt, status, closedAt, version, planRun, outcome },
    labelZh: asked?.labelZh ?? label,
    now: known ? { low, central, high } : null,
    experts: experts.map((expert) => ({ expert, answered: answered.has(expert) })),
    answers: shown ? given.map(({ question: _, ...answer }) => answer) : null,
    pooled: status === 'closed' ? pooledAnswer(given) : null,
    flipped: flippedDecisions(asking, planned),
    scores: outcome === null ? [] : scoreAnswers(given, range, outcome.value),
  };
}

async function planOfRun(records: Records, run: Id | null): Promise<Plan | null> {
  const text = run === null ? null : await records.runs.result(run);
  const report = text === null ? null : (JSON.parse(text) as { schema: string });
  return report?.schema === 'muster/plan@1' ? (report as Plan) : null;
}

/** As in the version that the plan was made of. */
async function rangeOf(
  records: Records,
  { run, programme, figure }: QuestionRecord,
): Promise<Question['range']> {
  const made = run === null ? null : await records.runs.get(run);
  const number = made?.version ?? (await records.versions.latest(programme))!.number;
  const files = await records.versions.files(programme, number);
  return answerRange(openFiles(files!), figure);
}
