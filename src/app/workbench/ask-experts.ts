import type {
  Answer,
  AnswerPage,
  AskedQuestion,
  NewQuestion,
  Question,
} from '../../contract/api/questions.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Programme } from '../../programme/programme.ts';
import { openFiles } from './content.ts';
import type { Id } from './ports/common.ts';
import type { Person } from './ports/people.ts';
import type { QuestionRecord } from './ports/questions.ts';
import { findQuestion, questionView } from './question-view.ts';
import { answerDefects, questionOf } from './questions.ts';
import { Refusal } from './refusal.ts';
import { planOf } from './run-answers.ts';
import { findRun } from './runs.ts';
import { hashOf, newToken } from './tokens.ts';
import { DAY_MS, later, notFound, type Workbench } from './workbench.ts';

const ANSWER_LINK_MS = 30 * DAY_MS;

/** Asks experts for a figure that a plan found worth asking; tells the personal link of each, here and nowhere else. */
export async function askExperts(
  workbench: Workbench,
  by: Person,
  programme: Id,
  { run: id, figure, experts }: NewQuestion,
): Promise<AskedQuestion> {
  const { records } = workbench;
  if (new Set(experts).size < experts.length) {
    const errors = [{ pointer: '/body/experts', message: 'somebody is named twice' }];
    throw new Refusal('INVALID_REQUEST', 'An expert is asked once.', { errors });
  }
  const run = await findRun(records, programme, id);
  const plan = await planOf(records, run);
  if (plan.schema !== 'muster/plan@1') throw new MusterError('NO_PLAN', 'This run ended without a plan.');
  const { range: _, labelZh: __, ...asked } = questionOf(plan, figure, await programmeOf(workbench, run));
  const tokens = experts.map((expert) => ({ expert, ...newToken() }));
  const question = await records.transaction(by.id, async ({ questions, links }) => {
    const added = await questions.add({ ...asked, programme, run: id, experts });
    for (const { expert, hash } of tokens) {
      await links.add({
        kind: 'answer',
        tokenHash: hash,
        person: null,
        question: added.id,
        expert,
        expiresAt: later(workbench, ANSWER_LINK_MS),
      });
    }
    return added;
  });
  return {
    question: await questionView(records, question),
    links: tokens.map(({ expert, token }) => ({ expert, path: `/answer/${token}` })),
  };
}

async function programmeOf(
  { records }: Workbench,
  { programme, version }: { readonly programme: Id; readonly version: number },
): Promise<Programme> {
  const files = await records.versions.files(programme, version);
  if (!files) throw notFound('version');
  return openFiles(files);
}

/** What the holder of a personal link is asked, and what they answered. */
export async function answerPage(workbench: Workbench, token: string): Promise<AnswerPage> {
  const { question, expert } = await linked(workbench, token);
  const { records } = workbench;
  const programme = await records.programmes.get(question.programme);
  const view: Question = await questionView(records, question);
  const own = (await records.questions.answers(question.id)).find((answer) => answer.expert === expert);
  const { label, labelZh, unit, range, now, status } = view;
  const answer = own ? { low: own.low, central: own.central, high: own.high, comment: own.comment } : null;
  return { programme: programme!.name, expert, label, labelZh, unit, range, now, status, answer };
}

/** Takes the answer of the holder of a personal link, once. */
export async function answer(workbench: Workbench, token: string, given: Answer): Promise<AnswerPage> {
  const { records, now } = workbench;
  const { question, expert } = await linked(workbench, token);
  const { range } = await questionView(records, question);
  const errors = answerDefects(given, range).map(({ key, message }) => ({
    pointer: `/body/${key}`,
    message,
  }));
  if (errors.length > 0) {
    throw new Refusal('INVALID_REQUEST', 'The three figures do not go together.', { errors });
  }
  await records.transaction(null, async ({ questions, links }) => {
    await questions.answer({ ...given, question: question.id, expert });
    await links.use(hashOf(token), now().toISOString());
  });
  return answerPage(workbench, token);
}

async function linked(
  { records, now }: Workbench,
  token: string,
): Promise<{ question: QuestionRecord; expert: string }> {
  const link = await records.links.find(hashOf(token));
  const question = link?.question ? await records.questions.get(link.question) : null;
  if (link?.kind === 'answer' && question && link.expert !== null && link.expiresAt > now().toISOString()) {
    return { question, expert: link.expert };
  }
  throw new MusterError('LINK_SPENT', 'This link is unknown or too old.', {
    hint: 'Ask for a new one where it came from.',
  });
}

/** States what the figure of a closed question turned out to be. */
export async function stateOutcome(
  { records }: Workbench,
  by: Person,
  programme: Id,
  id: Id,
  { value, reason }: { readonly value: number; readonly reason: string },
): Promise<Question> {
  const { status } = await findQuestion(records, programme, id);
  if (status === 'open') {
    throw new MusterError('QUESTION_OPEN', 'The question is still open.', { hint: 'Close it first.' });
  }
  const stated = await records.transaction(by.id, ({ questions }) => questions.setOutcome(id, value, reason));
  return questionView(records, stated!);
}
