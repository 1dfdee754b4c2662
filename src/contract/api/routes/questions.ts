import { PageQuery, pageOf } from '../paging.ts';
import { Answer, AnswerPage, AskedQuestion, NewQuestion, Outcome, Question } from '../questions.ts';
import type { Route } from '../route.ts';

/** Routes of what experts are asked, and of their answers. */
export const QUESTIONS = {
  'GET /answers/{token}': {
    right: 'public',
    summary: 'What an expert is asked',
    reply: AnswerPage,
  },
  'PUT /answers/{token}': {
    right: 'public',
    summary: 'Answer what one is asked',
    body: Answer,
    guessable: true,
    reply: AnswerPage,
  },
  'GET /programmes/{programme}/questions': {
    right: 'read',
    summary: 'What experts are asked, the newest first',
    query: PageQuery,
    reply: pageOf(Question),
  },
  'POST /programmes/{programme}/questions': {
    right: 'edit',
    summary: 'Ask experts for a figure: gives one personal link each',
    body: NewQuestion,
    reply: AskedQuestion,
    toldOnce: true,
    status: 201,
  },
  'POST /programmes/{programme}/questions/{question}/close': {
    right: 'edit',
    summary: 'End it: answers become judgements in a new version, and a plan is asked for',
    reply: Question,
  },
  'PUT /programmes/{programme}/questions/{question}/outcome': {
    right: 'direct',
    summary: 'State what the figure turned out to be; scores the experts',
    body: Outcome,
    reply: Question,
  },
} as const satisfies Record<string, Route>;
