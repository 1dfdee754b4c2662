import type { Programme } from '../../src/programme/programme.ts';
import {
  deny,
  fund,
  goal,
  link,
  made,
  needs,
  option,
  product,
  programme,
  scenario,
} from './small-programme.ts';

/**
 * Two products, each worth 100 in the one year that is left when its tool is there. Each tool can be made in two ways
 * that surely work: the first for 10 or 10.5, the second for 20 or 20.6. Best: 200 − 30 = 170; the three other pairs
 * lose 0.5, 0.6 and 1.1. A second way to the same tool only costs.
 */
export function twinTools(more: Partial<Parameters<typeof programme>[0]> = {}): Programme {
  const costs = { first: [10, 10.5], second: [20, 20.6] } as const;
  const names = ['first', 'second'] as const;
  return programme({
    links: names.flatMap((name) => [made(`${name}-chip`, { kind: 'product' }), link(name)]),
    needs: names.flatMap((name) => needs(`${name}-chip`, [name])),
    supply: Object.fromEntries(names.map((name) => [name, { BAD: 1 }])),
    scenarios: [scenario([deny(['BAD'])])],
    products: names.map((name) => product(`${name}-chip`)),
    periods: 2,
    goals: names.map((name) =>
      goal(name, [
        option(name, { costPerPeriod: costs[name][0] }),
        option(`${name}-dear`, { costPerPeriod: costs[name][1] }),
      ]),
    ),
    funds: [fund('budget', [40, 0]), fund('firms', 0, { type: 'company', public: false })],
    ...more,
  });
}
