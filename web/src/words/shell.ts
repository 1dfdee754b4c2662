import { shellEn } from './en/shell.ts';
import { subject } from './subject.ts';

export const shellWords = subject(shellEn, () => import('./zh/shell.ts'));
