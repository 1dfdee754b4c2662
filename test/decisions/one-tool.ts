import type { Goal } from '../../src/contract/folder/index.ts';
import type { Plan } from '../../src/contract/plan.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { deny, link, made, needs, planOf, programme, scenario } from './small-programme.ts';

type Small = Parameters<typeof programme>[0];

/**
 * Four years; the chip needs the tool, which is cut off from the first day; a year of the chip is worth 100. What is
 * attained by the end of year t earns in the later ones: 300 after the first year, 200 after the second, 100 after the
 * third. Nothing is discounted.
 */
export function oneTool(goals: readonly Goal[], more: Partial<Small> = {}): Programme {
  return programme({
    links: [made('chip'), link('tool')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])])],
    periods: 4,
    goals,
    ...more,
  });
}

export function planOneTool(goals: readonly Goal[], more: Partial<Small> = {}): Plan {
  return planOf(oneTool(goals, more));
}

/** Instruments of the funded projects, in their order. */
export const instrumentsOf = (plan: Plan): string[] => plan.funded.map(({ instrument }) => instrument);
