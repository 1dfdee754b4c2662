import { optionsEn } from './en/options.ts';
import { subject } from './subject.ts';

export const optionsWords = subject(optionsEn, () => import('./zh/options.ts'));
