import { answer, answerPage, askExperts, stateOutcome } from '../../app/workbench/ask-experts.ts';
import { closeQuestion } from '../../app/workbench/close-question.ts';
import { questionView } from '../../app/workbench/question-view.ts';
import type { Workbench } from '../../app/workbench/workbench.ts';
import type { HandlersOf } from '../call.ts';
import { pageAsked } from './page.ts';

type Keys =
  | 'GET /answers/{token}'
  | 'PUT /answers/{token}'
  | 'GET /programmes/{programme}/questions'
  | 'POST /programmes/{programme}/questions'
  | 'POST /programmes/{programme}/questions/{question}/close'
  | 'PUT /programmes/{programme}/questions/{question}/outcome';

/** What experts are asked, and what they answer. */
export function questionHandlers(workbench: Workbench): HandlersOf<Keys> {
  const { records } = workbench;
  return {
    'GET /answers/{token}': ({ params }) => answerPage(workbench, params.token),
    'PUT /answers/{token}': ({ params, body }) => answer(workbench, params.token, body),
    'GET /programmes/{programme}/questions': async ({ params, query }) => {
      const { items, next } = await records.questions.list(params.programme, pageAsked(query));
      return { items: await Promise.all(items.map((question) => questionView(records, question))), next };
    },
    'POST /programmes/{programme}/questions': ({ by, params, body }) =>
      askExperts(workbench, by.person, params.programme, body),
    'POST /programmes/{programme}/questions/{question}/close': ({ by, params }) =>
      closeQuestion(workbench, by.person, params.programme, params.question),
    'PUT /programmes/{programme}/questions/{question}/outcome': ({ by, params, body }) =>
      stateOutcome(workbench, by.person, params.programme, params.question, body),
  };
}
