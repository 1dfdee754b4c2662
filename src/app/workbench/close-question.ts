import type { Question } from '../../contract/api/questions.ts';
import { PlanOptions } from '../../contract/api/runs.ts';
import { MusterError } from '../../kernel/errors.ts';
import { openFiles } from './content.ts';
import { applyEdits } from './edits.ts';
import type { Id, Json } from './ports/common.ts';
import type { Person } from './ports/people.ts';
import type { FolderTexts } from './ports/programmes.ts';
import type { AnswerRecord, QuestionRecord } from './ports/questions.ts';
import { PROGRAM_VERSION } from './program-version.ts';
import { findQuestion, questionView } from './question-view.ts';
import { answerEdits } from './questions.ts';
import { Refusal } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/**
 * Ends a question. Its answers become judgements in a new version, and a plan of that is asked for with the options and the seed of
 * the plan that made it worth asking; where nobody answered it only ends.
 */
export async function closeQuestion(
  workbench: Workbench,
  by: Person,
  programme: Id,
  id: Id,
): Promise<Question> {
  const { records, queue, now } = workbench;
  const question = await findQuestion(records, programme, id);
  if (question.status === 'closed') throw new MusterError('QUESTION_CLOSED', 'The question is closed.');
  const answers = await records.questions.answers(id);
  const asking = question.run === null ? null : await records.runs.get(question.run);
  const latest = (await records.versions.latest(programme))!;
  const files = (await records.versions.files(programme, latest.number))!;
  const day = now().toISOString().slice(0, 10);
  const answered = answers.length === 0 ? null : withAnswers(files, question, answers, day);
  const closed = await records.transaction(by.id, async ({ versions, runs, questions }) => {
    if (!answered) return questions.close(id, null, null);
    const reason = `answers on ${question.label}`.slice(0, 1000);
    const parent = latest.number;
    const { number } = await versions.add({ programme, parent, reason, kind: 'answers', files: answered });
    const run = await runs.request({
      ...{ programme, version: number, kind: 'plan', programVersion: PROGRAM_VERSION },
      options: asking?.options ?? (PlanOptions.parse({}) as Json),
      seed: asking?.seed ?? openFiles(files).muster.seed,
    });
    return questions.close(id, number, run.id);
  });
  const run = closed?.planRun;
  if (run) await records.afterwards(() => queue.send(run));
  return questionView(records, closed!);
}

function withAnswers(
  files: FolderTexts,
  { figure }: QuestionRecord,
  answers: readonly AnswerRecord[],
  day: string,
): FolderTexts {
  const outcome = applyEdits(files, answerEdits(openFiles(files), figure, answers, day));
  if (outcome.kind === 'applied') return outcome.files;
  const defects = outcome.kind === 'defects' ? { defects: [...outcome.defects] } : {};
  throw new Refusal(
    'INVALID_PROGRAMME',
    'The programme has changed so that the answers do not fit it.',
    defects,
  );
}
