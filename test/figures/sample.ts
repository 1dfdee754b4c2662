import { readFileSync } from 'node:fs';
import { AssessmentReport } from '../../src/contract/assess.ts';
import { Plan } from '../../src/contract/plan.ts';
import { availability } from '../../src/figures/availability.ts';
import { bound } from '../../src/figures/bound.ts';
import { chainMap } from '../../src/figures/chain-map.ts';
import type { Figure, Lang } from '../../src/figures/figure.ts';
import { gantt } from '../../src/figures/gantt.ts';
import { moneyFlow } from '../../src/figures/money-flow.ts';
import { regret } from '../../src/figures/regret.ts';
import { figureContext, type ReportInput } from '../../src/figures/report/render-report.ts';
import { severityTime } from '../../src/figures/severity-time.ts';
import { stopTimes } from '../../src/figures/stop-times.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/report/${name}`, import.meta.url), 'utf8'));

/** An invented answer of plausible size; parsing it is the first test. */
export const assessment = AssessmentReport.parse(read('assess.json'));
export const plan = Plan.parse(read('plan.json'));

export const input: ReportInput = {
  assessment,
  plan,
  programme: { name: 'Advanced chips (sample)', nameZh: '先进芯片（示例）' },
  home: ['CHN'],
  assumptions: ['Stocks are those of June 2026.'],
};

export const contextOf = (lang: Lang) => figureContext(input, lang);

/** Every figure of the sample in one language. */
export async function allFigures(lang: Lang): Promise<Figure[]> {
  const context = contextOf(lang);
  return [
    await chainMap(assessment, context),
    severityTime(assessment, context),
    stopTimes(assessment, context),
    gantt(plan, context),
    moneyFlow(plan, context),
    availability(plan, context),
    bound(plan, context),
    regret(plan.risk!, context),
  ];
}
