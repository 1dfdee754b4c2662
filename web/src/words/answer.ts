import { answerEn } from './en/answer.ts';
import { subject } from './subject.ts';

export const answerWords = subject(answerEn, () => import('./zh/answer.ts'));
