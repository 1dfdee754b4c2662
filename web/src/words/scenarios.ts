import { scenariosEn } from './en/scenarios.ts';
import { subject } from './subject.ts';

export const scenarioWords = subject(scenariosEn, () => import('./zh/scenarios.ts'));
