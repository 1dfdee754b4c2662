import { settingsEn } from './en/settings.ts';
import { subject } from './subject.ts';

export const settingsWords = subject(settingsEn, () => import('./zh/settings.ts'));
