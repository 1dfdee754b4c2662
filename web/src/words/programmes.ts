import { programmesEn } from './en/programmes.ts';
import { subject } from './subject.ts';

export const programmesWords = subject(programmesEn, () => import('./zh/programmes.ts'));
