import type { Lang } from '../figure.ts';
import { alternativesEn } from './alternatives-en.ts';
import { alternativesZh } from './alternatives-zh.ts';
import { askEn } from './ask-en.ts';
import { askZh } from './ask-zh.ts';
import { commitmentsEn } from './commitments-en.ts';
import { commitmentsZh } from './commitments-zh.ts';
import { diffEn } from './diff-en.ts';
import { diffZh } from './diff-zh.ts';
import { explainEn } from './explain-en.ts';
import { explainZh } from './explain-zh.ts';
import { figuresEn } from './figures-en.ts';
import { figuresZh } from './figures-zh.ts';
import { findingsEn } from './findings-en.ts';
import { findingsZh } from './findings-zh.ts';
import { frontierEn } from './frontier-en.ts';
import { frontierZh } from './frontier-zh.ts';
import { labelsEn } from './labels-en.ts';
import { labelsZh } from './labels-zh.ts';
import { reportEn } from './report-en.ts';
import { reportZh } from './report-zh.ts';
import { tablesEn } from './tables-en.ts';
import { tablesZh } from './tables-zh.ts';
import { timesEn } from './times-en.ts';
import { timesZh } from './times-zh.ts';
import { unknownsEn } from './unknowns-en.ts';
import { unknownsZh } from './unknowns-zh.ts';
import { verificationEn } from './verification-en.ts';
import { verificationZh } from './verification-zh.ts';

/** Every fixed word of figures and reports; each language has all of them. */
export interface Words {
  readonly labels: typeof labelsEn;
  readonly figures: typeof figuresEn;
  readonly tables: typeof tablesEn;
  readonly findings: typeof findingsEn;
  readonly report: typeof reportEn;
  readonly unknowns: typeof unknownsEn;
  readonly times: typeof timesEn;
  readonly explain: typeof explainEn;
  readonly diff: typeof diffEn;
  readonly commitments: typeof commitmentsEn;
  readonly verification: typeof verificationEn;
  readonly frontier: typeof frontierEn;
  readonly alternatives: typeof alternativesEn;
  readonly ask: typeof askEn;
}

const ALL: Record<Lang, Words> = {
  en: {
    labels: labelsEn,
    figures: figuresEn,
    tables: tablesEn,
    findings: findingsEn,
    report: reportEn,
    unknowns: unknownsEn,
    times: timesEn,
    explain: explainEn,
    diff: diffEn,
    commitments: commitmentsEn,
    verification: verificationEn,
    frontier: frontierEn,
    alternatives: alternativesEn,
    ask: askEn,
  },
  zh: {
    labels: labelsZh,
    figures: figuresZh,
    tables: tablesZh,
    findings: findingsZh,
    report: reportZh,
    unknowns: unknownsZh,
    times: timesZh,
    explain: explainZh,
    diff: diffZh,
    commitments: commitmentsZh,
    verification: verificationZh,
    frontier: frontierZh,
    alternatives: alternativesZh,
    ask: askZh,
  },
};

export const words = (lang: Lang): Words => ALL[lang];
