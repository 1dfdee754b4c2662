import { chainEn } from './en/chain.ts';
import { subject } from './subject.ts';

export const chainWords = subject(chainEn, () => import('./zh/chain.ts'));
