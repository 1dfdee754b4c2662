import type { Lang } from '../../../../src/figures/figure.ts';
import { words } from '../../../../src/figures/words/index.ts';

/** How each figure is made, in the words that stand on its own tab. */
export function methodsOf(lang: Lang) {
  const { figures, times, unknowns, report, frontier, alternatives, risk, ask } = words(lang);
  return {
    chain: figures.chainMap.method,
    severity: figures.severity.method,
    stops: times.figure.method,
    survival: times.survivalMethod,
    combinations: report.combinationsMethod,
    unknowns: unknowns.method,
    gantt: figures.gantt.method,
    flow: figures.flow.method,
    availability: figures.availability.method,
    bound: figures.bound.method,
    risk: risk.method,
    ask: ask.method,
    frontier: frontier.figure.method,
    alternatives: alternatives.figure.method,
  };
}
