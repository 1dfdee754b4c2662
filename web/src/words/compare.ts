import { compareEn } from './en/compare.ts';
import { subject } from './subject.ts';

export const compareWords = subject(compareEn, () => import('./zh/compare.ts'));
