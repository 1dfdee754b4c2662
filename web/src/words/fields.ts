import { fieldsEn } from './en/fields.ts';
import { subject } from './subject.ts';

export const fieldWords = subject(fieldsEn, () => import('./zh/fields.ts'));
