import { overviewEn } from './en/overview.ts';
import { subject } from './subject.ts';

export const overviewWords = subject(overviewEn, () => import('./zh/overview.ts'));
