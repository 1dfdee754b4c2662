import { problemEn } from './en/problem.ts';
import { subject } from './subject.ts';

export const problemWords = subject(problemEn, () => import('./zh/problem.ts'));
