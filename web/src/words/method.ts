import { methodEn } from './en/method.ts';
import { subject } from './subject.ts';

export const methodWords = subject(methodEn, () => import('./zh/method.ts'));
