import type { PlanProblem } from '../programme/plan-problem.ts';
import type { FigureKind, UncertainFigure } from '../programme/uncertain-figures.ts';

interface Parts {
  readonly subject: string;
  readonly stage: string;
  readonly team: string;
}

const ENGLISH: Record<FigureKind, (parts: Parts) => string> = {
  q: ({ subject }) => `${subject}: chance that the approach works`,
  success: ({ subject, stage }) => `${subject}: chance that the ${stage} stage passes`,
  costPerPeriod: ({ subject, stage }) => `${subject}: cost per period of the ${stage} stage`,
  r: ({ subject, team }) => `${subject}: chance that ${team} succeeds if the approach works`,
  chance: ({ subject }) => `${subject}: chance that one team alone succeeds`,
  correlation: ({ subject }) => `${subject}: correlation of the luck of the teams`,
  needWeight: ({ subject }) => `${subject}: strategic need weight`,
  valuePerYear: ({ subject }) => `${subject}: value per year at full service`,
};

const CHINESE: Record<FigureKind, (parts: Parts) => string> = {
  q: ({ subject }) => `${subject}：该技术路线可行的概率`,
  success: ({ subject, stage }) => `${subject}：${stage}阶段通过的概率`,
  costPerPeriod: ({ subject, stage }) => `${subject}：${stage}阶段每期费用`,
  r: ({ subject, team }) => `${subject}：路线可行时${team}成功的概率`,
  chance: ({ subject }) => `${subject}：单支团队成功的概率`,
  correlation: ({ subject }) => `${subject}：各团队成败的相关系数`,
  needWeight: ({ subject }) => `${subject}：战略需要权重`,
  valuePerYear: ({ subject }) => `${subject}：满额供应时每年的价值`,
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
