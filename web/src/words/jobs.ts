import { jobsEn } from './en/jobs.ts';
import { subject } from './subject.ts';

export const jobsWords = subject(jobsEn, () => import('./zh/jobs.ts'));
