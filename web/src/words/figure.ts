import { figureEn } from './en/figure.ts';
import { subject } from './subject.ts';

export const figureWords = subject(figureEn, () => import('./zh/figure.ts'));
