import { editEn } from './en/edit.ts';
import { subject } from './subject.ts';

export const editWords = subject(editEn, () => import('./zh/edit.ts'));
