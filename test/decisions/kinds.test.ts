import { describe, expect, test } from 'vitest';
import type { Goal, Option } from '../../src/contract/folder/index.ts';
import { exact } from './exact-plan.ts';
import {
  deny,
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

/**
 * Two years, nothing discounted: what is attained by the end of the first earns in the second. All from BAD is cut from
 * the first day.
 */

type Small = Parameters<typeof programme>[0];

const small = (more: Partial<Small> & Pick<Small, 'links'>) =>
  programme({ scenarios: [scenario([deny(['BAD'])])], periods: 2, ...more });

const costing = (id: string, cost: number, more: Partial<Option> = {}): Option =>
  option(id, { costPerPeriod: cost }, more);

describe('a substitute', () => {
  // Chip and radar, 100 a year each, need gas, which is cut. Making gas saves both; neon does the job in the chip only.
  interface Wish {
    readonly make: number;
    readonly neonFrom?: string;
    readonly acceptedBy?: string[];
    readonly plasma?: number;
  }
  const gasOrNeon = ({ make, neonFrom = 'OUT', acceptedBy = ['chip'], plasma }: Wish) => {
    const substitute = { kind: 'substitute', of: 'neon', acceptedBy } as const;
    const goals: Goal[] = [goal('gas', [costing('make-gas', make), costing('qualify-neon', 30, substitute)])];
    if (plasma !== undefined) goals.push(goal('neon', [costing('make-neon', plasma)]));
    return small({
      links: [made('chip'), made('radar', { kind: 'product' }), link('gas'), link('neon')],
      needs: [...needs('chip', ['gas']), ...needs('radar', ['gas'])],
      supply: { gas: { BAD: 1 }, neon: { [neonFrom]: 1 } },
      products: [product('chip'), product('radar')],
      goals,
    });
  };

  test('serves those that accept it, and no others', () => {
    // Make: 200 − 120 = 80. Neon: 100 − 30 = 70; both: 50.
    const plan = planOf(gasOrNeon({ make: 120 }));
    exact(plan, 80);
    expect(startedOptions(plan)).toEqual(['make-gas']);
    // Make: 200 − 140 = 60.
    const dear = planOf(gasOrNeon({ make: 140 }));
    exact(dear, 70);
    expect(startedOptions(dear)).toEqual(['qualify-neon']);
    expect(dear.products.map(({ id, availableByPeriod }) => [id, availableByPeriod[1]])).toEqual([
      ['chip', 1],
      ['radar', 0],
    ]);
  });

  test('is chosen where both accept it', () => {
    const plan = planOf(gasOrNeon({ make: 120, acceptedBy: ['chip', 'radar'] }));
    exact(plan, 170);
    expect(startedOptions(plan)).toEqual(['qualify-neon']);
  });

  test('is worth nothing while its own supply is cut', () => {
    const plan = planOf(gasOrNeon({ make: 140, neonFrom: 'BAD' }));
    exact(plan, 60);
    expect(startedOptions(plan)).toEqual(['make-gas']);
  });

  test('and worth the two together where its own chokepoint can be opened too', () => {
    // 100 − 30 − 5 = 65 against 60, and 100 − 30 − 15 = 55.
    const plan = planOf(gasOrNeon({ make: 140, neonFrom: 'BAD', plasma: 5 }));
    exact(plan, 65);
    expect(startedOptions(plan)).toEqual(['make-neon', 'qualify-neon']);
    const dear = planOf(gasOrNeon({ make: 140, neonFrom: 'BAD', plasma: 15 }));
    exact(dear, 60);
    expect(startedOptions(dear)).toEqual(['make-gas']);
  });
});

describe('a redesign', () => {
  const doWithout = (level: number, kept: number) =>
    small({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 - kept, OUT: kept } },
      goals: [goal('tool', [costing('thrift', 20, { kind: 'redesign' })], { level })],
    });

  test('is worth it when what is still needed can still be had', () => {
    exact(planOf(doWithout(1, 0)), 80);
    exact(planOf(doWithout(0.6, 0.4)), 80);
    const short = planOf(doWithout(0.5, 0.4));
    exact(short, 0);
    expect(startedOptions(short)).toEqual([]);
  });

  test('does away with what the link itself needs too, which making it does not', () => {
    // World reading: the tool is cut, and so is the lens in it.
    const choice = (kind: Option['kind']) =>
      small({
        links: [made('chip'), link('tool'), link('lens')],
        needs: [...needs('chip', ['tool']), ...needs('tool', ['lens'])],
        supply: { chip: { HOM: 1 }, tool: { BAD: 1 }, lens: { BAD: 1 } },
        scenarios: [scenario([deny(['BAD'])], { reading: 'world' })],
        goals: [goal('tool', [costing('option', 20, { kind })])],
      });
    exact(planOf(choice('redesign')), 80);
    exact(planOf(choice('make')), 0);
  });

  test('does away with a heading, which has no supply to add to', () => {
    const heading = (kind: Option['kind']) =>
      small({
        links: [made('chip'), link('tools', { kind: 'category' }), link('tool')],
        needs: [...needs('chip', ['tools']), ...needs('tools', ['tool'])],
        supply: { tool: { BAD: 1 } },
        goals: [goal('tools', [costing('option', 20, { kind })])],
      });
    exact(planOf(heading('redesign')), 80);
    exact(planOf(heading('allied-supply')), 0);
  });
});

describe('recycling', () => {
  // Half of the tool can still be had. At 0.7 of the need, 0.6 of the value is kept.
  const scrap = (share: number | undefined, level: number, ladder: [number, number][]) =>
    small({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 0.5, OUT: 0.5 } },
      products: [product('chip', 100, ladder)],
      goals: [goal('tool', [costing('scrap', 20, { kind: 'recycle', share })], { level })],
    });
  const STEPS: [number, number][] = [
    [0.7, 0.6],
    [1, 1],
  ];

  test('brings back no more than its share of what is in use', () => {
    // 0.5 + 0.4 × 1 < 1, but 0.5 + 0.4 × 0.7 = 0.78 ≥ 0.7: it keeps 60.
    exact(planOf(scrap(0.4, 0.5, STEPS)), 40);
    const whole = planOf(scrap(0.4, 0.5, [[1, 1]]));
    exact(whole, 0);
    expect(startedOptions(whole)).toEqual([]);
    exact(planOf(scrap(0.5, 0.5, STEPS)), 80);
  });

  test('and no more than its capacity', () => {
    exact(planOf(scrap(0.5, 0.3, STEPS)), 40);
    exact(planOf(scrap(0.5, 0.1, STEPS)), 0);
    exact(planOf(scrap(undefined, 0.5, STEPS)), 80);
  });

  test('adds to what is bought: the goal goes on where one is not enough', () => {
    // All is cut: 0.5 from elsewhere and 0.5 from scrap, 20 each, make the whole.
    const both = small({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 } },
      goals: [
        goal(
          'tool',
          [
            costing('scrap', 20, { kind: 'recycle', share: 0.5 }),
            costing('buy', 20, { kind: 'allied-supply' }),
          ],
          { level: 0.5 },
        ),
      ],
    });
    const plan = planOf(both);
    exact(plan, 60);
    expect(startedOptions(plan)).toEqual(['buy', 'scrap']);
  });
});
