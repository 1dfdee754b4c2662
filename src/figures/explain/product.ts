import { periodEndName } from '../periods.ts';
import { formatList, formatShare, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import type { Account } from './account.ts';
import type { Answers } from './subject.ts';
import { when } from './when.ts';

/** A product: what stops it under each cut-off, and what the plan changes, level by level. */
export function explainProduct({ plan, assessment, context }: Answers, id: string): Account {
  const say = words(context.lang).explain;
  const named = new Map(assessment.links.map((link) => [link.id, nameOf(link, context.lang)]));
  const threats = [assessment, ...assessment.otherScenarios].flatMap((scenario) => {
    const product = scenario.products.find((one) => one.id === id);
    if (!product) return [];
    const name =
      context.lang === 'zh' ? (scenario.scenarioNameZh ?? scenario.scenarioName) : scenario.scenarioName;
    const cause = product.levels.at(-1)?.cause.map((link) => named.get(link) ?? link) ?? [];
    const verdict = words(context.lang).explain.verdicts[product.works];
    return [
      say.productUnder(
        name,
        verdict,
        when(product.stopsOnDay, context.lang),
        formatShare(product.coverage, context.lang),
        cause.length > 1 ? cause.join(' → ') : null,
      ),
    ];
  });
  const lines = plan.products.filter((line) => line.id === id);
  const end = periodEndName(plan, plan.periods.length, context.lang);
  const share = (x: number | undefined): string => formatShare(x ?? 0, context.lang);
  const lifted = lines.map((line) =>
    say.liftedTo(
      share(line.level),
      share(line.withoutPlanByPeriod.at(-1)),
      share(line.availableByPeriod.at(-1)),
    ),
  );
  const points = assessment.chokepoints
    .slice(0, 3)
    .map((point) => ({ kind: 'link', id: point.link }) as const);
  return {
    sentences: [...threats, say.underPlan(end, formatList(lifted, context.lang))],
    flips: [],
    figures: lines.map((line) => ({
      name: say.chanceAtLevel(share(line.level)),
      value: line.availableByPeriod.at(-1) ?? null,
      unit: '1',
    })),
    related: points,
  };
}

/** A scenario: when it starts, what it stops, and which links it breaks. */
export function explainScenario({ plan, assessment, context }: Answers, id: string): Account {
  const say = words(context.lang).explain;
  const weight = plan.scenarios.find((one) => one.id === id)!.weight;
  const found = [assessment, ...assessment.otherScenarios].find(({ scenario }) => scenario === id);
  const sentences = [say.scenarioWeight(formatShare(weight, context.lang))];
  if (!found) return { sentences, flips: [], figures: [], related: [] };
  const stopped = found.products.filter(({ works }) => works !== 'yes');
  const names = stopped.map(
    (product) => `${nameOf(product, context.lang)} (${when(product.stopsOnDay, context.lang)})`,
  );
  sentences.push(names.length === 0 ? say.stopsNothing : say.stops(formatList(names, context.lang)));
  const points = found.chokepoints.slice(0, 5);
  if (points.length > 0) {
    const top = points.map((point) => nameOf(point, context.lang));
    sentences.push(say.breaks(found.chokepoints.length, formatList(top, context.lang)));
  }
  return {
    sentences,
    flips: [],
    figures: [{ name: say.weight, value: weight, unit: '1' }],
    related: points.map(({ link }) => ({ kind: 'link', id: link }) as const),
  };
}
