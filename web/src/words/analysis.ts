import { analysisEn } from './en/analysis.ts';
import { subject } from './subject.ts';

export const analysisWords = subject(analysisEn, () => import('./zh/analysis.ts'));
