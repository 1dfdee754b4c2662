import { accessEn } from './en/access.ts';
import { subject } from './subject.ts';

export const accessWords = subject(accessEn, () => import('./zh/access.ts'));
