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
 * Three products, each kept by the one tool it needs for the one year that is left when the tool is there. Two tools
 * are small: 10 for 31 and 10 for 30; one is large: 30 for 80. Each is dearer by the unit than the one before. All
 * money comes in the first year. Twenty buy both small ones (41 net), thirty the large one instead (50).
 */
export function threeTools(
  money: number,
  more: Partial<Parameters<typeof programme>[0]> = {},
  people = 0,
): Programme {
  const costs = { first: 10, second: 10, large: 30 };
  const value = { first: 31, second: 30, large: 80 };
  const names = Object.keys(costs) as (keyof typeof costs)[];
  return programme({
    links: names.flatMap((name) => [made(`${name}-chip`, { kind: 'product' }), link(name)]),
    needs: names.flatMap((name) => needs(`${name}-chip`, [name])),
    supply: Object.fromEntries(names.map((name) => [name, { BAD: 1 }])),
    scenarios: [scenario([deny(['BAD'])])],
    products: names.map((name) => product(`${name}-chip`, value[name])),
    periods: 2,
    goals: names.map((name) =>
      goal(name, [
        option(`make-${name}`, {
          costPerPeriod: costs[name],
          needs: people > 0 ? { people: name === 'large' ? people : 1 } : {},
        }),
      ]),
    ),
    funds: [fund('budget', [money, 0])],
    ...more,
  });
}
