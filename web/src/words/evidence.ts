import { evidenceEn } from './en/evidence.ts';
import { subject } from './subject.ts';

export const evidenceWords = subject(evidenceEn, () => import('./zh/evidence.ts'));
