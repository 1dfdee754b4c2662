import type { PlanProblem } from '../programme/plan-problem.ts';
import type { FigureKind, UncertainFigure } from '../programme/uncertain-figures.ts';

interface Parts {
  readonly subject: string;
  readonly stage: string;
  readonly team: string;
}

const ENGLISH: Record<FigureKind, (parts: Parts) => string> = {
  q: ({ subject }) => `Chance that the approach works: ${subject}`,
  success: ({ subject, stage }) => `Chance that the ${stage} stage passes: ${subject}`,
  costPerPeriod: ({ subject, stage }) => `Cost per period of the ${stage} stage: ${subject}`,
  r: ({ subject, team }) => `Chance that ${team} succeeds if the approach works: ${subject}`,
  chance: ({ subject }) => `Chance that one team alone succeeds: ${subject}`,
  correlation: ({ subject }) => `Correlation of the luck of the teams: ${subject}`,
  needWeight: ({ subject }) => `Strategic need weight: ${subject}`,
  valuePerYear: ({ subject }) => `Value per year at full service: ${subject}`,
};

const CHINESE: Record<FigureKind, (parts: Parts) => string> = {
  q: ({ subject }) => `该技术路线可行的概率：${subject}`,
  success: ({ subject, stage }) => `${stage}阶段通过的概率：${subject}`,
  costPerPeriod: ({ subject, stage }) => `${stage}阶段每期费用：${subject}`,
  r: ({ subject, team }) => `路线可行时${team}成功的概率：${subject}`,
  chance: ({ subject }) => `单支团队成功的概率：${subject}`,
  correlation: ({ subject }) => `各团队成败的相关系数：${subject}`,
  needWeight: ({ subject }) => `战略需要权重：${subject}`,
  valuePerYear: ({ subject }) => `满额供应时每年的价值：${subject}`,
};

const STAGES_ZH = {
  deal: '洽谈',
  research: '研究',
  prototype: '样机',
  verification: '验证',
  'ramp-up': '爬坡',
  build: '建设',
  supply: '供应',
} as const;

/** What a reader calls a figure, in English and Chinese. */
export function figureLabel(
  { programme, chain, groups }: PlanProblem,
  { kind, subject, stage, team }: UncertainFigure,
): { label: string; labelZh: string } {
  const link = chain.links.get(subject);
  const option = groups.flatMap(({ projects }) => projects).find((one) => one.option.id === subject)?.option;
  const ofProduct = kind === 'needWeight' || kind === 'valuePerYear';
  const name = (ofProduct ? link?.name : option?.name) ?? subject;
  const nameZh = (ofProduct ? link?.nameZh : option?.name_zh) ?? name;
  const teamName = programme.actors.find(({ id }) => id === team)?.name ?? team ?? '';
  return {
    label: ENGLISH[kind]({ subject: name, stage: stage ?? '', team: teamName }),
    labelZh: CHINESE[kind]({ subject: nameZh, stage: stage ? STAGES_ZH[stage] : '', team: teamName }),
  };
}

/** Unit of a figure; 1 is a pure number. */
export function figureUnit(kind: FigureKind, currency: string): string {
  return kind === 'costPerPeriod' || kind === 'valuePerYear' ? currency : '1';
}
