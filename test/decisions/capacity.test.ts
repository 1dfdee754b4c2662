import { describe, expect, test } from 'vitest';
import type { CapacityOffer, ResourceRow } from '../../src/contract/folder/index.ts';
import { exact } from './exact-plan.ts';
import { planOneTool } from './one-tool.ts';
import {
  deny,
  fund,
  goal,
  link,
  made,
  needs,
  option,
  planOf,
  product,
  programme,
  scenario,
  startedOptions,
} from './small-programme.ts';

const have = (id: string, amount: number): ResourceRow => ({
  id,
  name: id,
  kind: 'people',
  unit: 'persons',
  from_period: 1,
  amount,
});

const offer = (id: string, more: Partial<CapacityOffer> = {}): CapacityOffer => ({
  id,
  name: id,
  resource: 'people',
  add: 5,
  from: 1,
  cost: 50,
  fund: 'budget',
  reason: 'worked by hand',
  ...more,
});

/** Ids of the offers bought. */
const boughtOf = ({ capacity }: ReturnType<typeof planOf>): string[] =>
  capacity.filter(({ bought }) => bought).map(({ id }) => id);

describe('training for a project that cannot run without it', () => {
  // What is attained by the end of year t earns 100 in each of the later of four years; the project takes a year, 10 people and 40.
  const plan = (capacity: CapacityOffer[], more: Parameters<typeof planOneTool>[1] = {}) =>
    planOneTool([goal('tool', [option('make', { costPerPeriod: 40, needs: { people: 10 } })])], {
      resources: [have('people', 5)],
      capacity,
      ...more,
    });

  test('is bought when that is worth more than it costs', () => {
    exact(plan([]), 0);
    const now = plan([offer('train')]);
    exact(now, 210);
    // What it costs is taken off in every scenario, too.
    expect([now.risk!.scenarios[0]!.value, now.risk!.tail.mean]).toEqual(
      [210, 210].map((x) => expect.closeTo(x, 6)),
    );
    expect(boughtOf(now)).toEqual(['train']);
    expect(startedOptions(now)).toEqual(['make']);
    expect(now.resources[0]!.availableByPeriod).toEqual([10, 10, 10, 10]);
    expect([now.publicCost, now.funds[0]!.byPeriod[0]]).toEqual([90, 90]);
    expect(now.capacity[0]).toMatchObject({ valueWithoutOffers: 0, otherwiseAtMost: 0 });
    // There from the second year on.
    exact(plan([offer('train', { from: 2 })]), 110);
  });

  test('is not when it costs too much, comes too late or is too little', () => {
    for (const one of [
      offer('train', { from: 2, cost: 170 }),
      offer('train', { from: 4 }),
      offer('train', { add: 4 }),
    ]) {
      const none = plan([one]);
      exact(none, 0);
      expect([boughtOf(none), startedOptions(none)]).toEqual([[], []]);
    }
  });

  test('of two offers the better one is bought, not both', () => {
    const best = plan([offer('slow', { from: 2, cost: 20 }), offer('fast', { cost: 90 })]);
    exact(best, 170);
    expect(boughtOf(best)).toEqual(['fast']);
    expect(boughtOf(plan([offer('slow', { from: 2, cost: 20 }), offer('fast', { cost: 130 })]))).toEqual([
      'slow',
    ]);
  });

  test('takes the money of the first year, at the cost of public funds', () => {
    // 60 in the first year: 10 are left, so the project starts in the second.
    const money = { funds: [fund('budget', 60), fund('firms', 1e6, { type: 'company', public: false })] };
    exact(plan([offer('train')], { ...money }), 110);
    exact(plan([offer('train')], { mcpf: 1.4 }), 300 - 1.4 * 90);
  });

  test('two that are of use only together are bought together', () => {
    const both = planOneTool([goal('tool', [option('make', { needs: { people: 10, halls: 1 } })])], {
      resources: [have('people', 5), have('halls', 0)],
      capacity: [offer('train', { cost: 30 }), offer('hall', { resource: 'halls', add: 1, cost: 30 })],
    });
    exact(both, 240);
    expect(boughtOf(both)).toEqual(['train', 'hall']);
  });
});

test('hiring that only makes things faster is bought when the time is worth it', () => {
  // Two tools for two products; 5 people do one a year: 300 + 200. Ten do both at once: 600.
  const plan = (cost: number) =>
    planOf(
      programme({
        links: [made('chip'), made('radar', { kind: 'product' }), link('etcher'), link('mixer')],
        needs: [...needs('chip', ['etcher']), ...needs('radar', ['mixer'])],
        supply: { etcher: { BAD: 1 }, mixer: { BAD: 1 } },
        scenarios: [scenario([deny(['BAD'])])],
        products: [product('chip'), product('radar')],
        periods: 4,
        goals: [
          goal('etcher', [option('own-etcher', { needs: { people: 5 } })]),
          goal('mixer', [option('own-mixer', { needs: { people: 5 } })]),
        ],
        resources: [have('people', 5)],
        capacity: [offer('hire', { cost })],
      }),
    );
  const cheap = plan(60);
  exact(cheap, 540);
  expect(cheap.capacity[0]).toMatchObject({ bought: true, valueWithoutOffers: 500, otherwiseAtMost: 500 });
  const dear = plan(120);
  exact(dear, 500);
  expect(dear.capacity[0]).toMatchObject({ bought: false, otherwiseAtMost: 480 });
});
