import { describe, expect, test } from 'vitest';
import type { Option, Scenario } from '../../src/contract/folder/index.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { exact } from './exact-plan.ts';
import {
  deny,
  goal,
  instrument,
  link,
  made,
  mode,
  needs,
  option,
  outcome,
  planOf,
  programme,
  scenario,
  startedOptions,
} from './small-programme.ts';

/**
 * Years from 2030 on, nothing discounted, a year of the chip is worth 100. The chip needs the tool, all of which comes
 * from BAD, cut from the first day unless the scenario says otherwise. What is made by the end of a year earns in the later ones.
 */

type Small = Parameters<typeof programme>[0];

const oneTool = (options: readonly Option[], more: Partial<Scenario>, small: Partial<Small> = {}) =>
  programme({
    links: [made('chip'), link('tool'), link('gas')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 }, gas: { OUT: 1 } },
    scenarios: [scenario([deny(['BAD'])], more)],
    periods: 4,
    goals: [goal('tool', options)],
    ...small,
  });

const make = (cost: number, periods = 1): Option => option('make', { costPerPeriod: cost, periods });

const withoutPlan = (plan: Plan): readonly number[] => plan.products[0]!.withoutPlanByPeriod;

describe('dated changes of capacity', () => {
  const built = (date: string): Partial<Scenario> => ({
    capacityChanges: [{ link: 'tool', provider: 'OUT', date, change: 1 }],
  });

  test('make a project worth less from their date on', () => {
    // From 2031 without an end 300 − 120; until 2033 200 − 120; until 2032 100 − 120.
    exact(planOf(oneTool([make(120)], {})), 180);
    exact(planOf(oneTool([make(120)], built('2033-01-01'))), 80);
    const early = planOf(oneTool([make(120)], built('2032-01-01')));
    exact(early, 0);
    expect(startedOptions(early)).toEqual([]);
    expect(withoutPlan(early)).toEqual([0, 0, 1, 1]);
  });

  test('count before the cut-off begins, and where it never comes', () => {
    const closed: Partial<Scenario> = {
      capacityChanges: [{ link: 'tool', provider: 'BAD', date: '2031-01-01', change: -1 }],
    };
    const later = planOf(oneTool([make(120)], { ...closed, start: '2033-01-01' }));
    expect(withoutPlan(later)).toEqual([1, 0, 0, 0]);
    exact(later, 180);
    const perhaps = planOf(oneTool([make(120)], { ...closed, hazardPerPeriod: 0.1 }));
    expect(withoutPlan(perhaps)[1]).toBe(0);
    exact(perhaps, 180);
    exact(planOf(oneTool([make(120)], { start: '2033-01-01' })), 0);
  });
});

describe('a supplier that comes back', () => {
  const back = (from: string, more: Partial<Scenario['reopens'][number]> = {}): Partial<Scenario> => ({
    reopens: [{ provider: 'BAD', links: { ids: ['tool'] }, from, ...more }],
  });

  test('takes their strategic value from what is made, and more from what is not finished', () => {
    exact(planOf(oneTool([make(40, 2)], {})), 120);
    exact(planOf(oneTool([make(40, 2)], back('2033-01-01'))), 20);
    const early = planOf(oneTool([make(40, 2)], back('2032-01-01')));
    exact(early, 0);
    expect(startedOptions(early)).toEqual([]);
    expect(withoutPlan(early)).toEqual([0, 0, 1, 1]);
  });

  test('may close again, and comes back for the links it names only', () => {
    const closes = planOf(oneTool([make(120)], back('2031-01-01', { until: '2032-01-01' })));
    expect(withoutPlan(closes)).toEqual([0, 1, 0, 0]);
    exact(closes, 80);
    exact(planOf(oneTool([make(120)], back('2031-01-01', { links: { ids: ['gas'] } }))), 180);
  });

  // Back in 2031 and 2032, then closed for good; five years.
  const undercut = (takesDemand: number | undefined, committed: number) => {
    const amc = { ...mode('market-led', 0), instrument: 'advance-market-commitment', commitment: 10 };
    return oneTool(
      [make(40), option('committed', { costPerPeriod: committed }, { modes: [amc] })],
      back('2031-01-01', { until: '2033-01-01', takesDemand }),
      { periods: 5, instruments: [instrument('advance-market-commitment')] },
    );
  };

  test('and undercuts: without committed buyers what home makes is gone when it closes again', () => {
    // Nobody undercuts: 2033 and 2034 are worth 200 − 40.
    const fair = planOf(undercut(undefined, 90));
    exact(fair, 160);
    expect(startedOptions(fair)).toEqual(['make']);
    const covered = planOf(undercut(1, 90));
    exact(covered, 110);
    expect(startedOptions(covered)).toEqual(['committed']);
    const dear = planOf(undercut(1, 210));
    exact(dear, 0);
    expect(startedOptions(dear)).toEqual([]);
  });

  test('what home makes today loses its buyers too, of links that the supplier sells', () => {
    const own = (takesDemand: number) =>
      oneTool([make(500)], back('2031-01-01', { until: '2033-01-01', takesDemand, links: { all: true } }), {
        links: [made('chip'), link('tool', { home_capacity: 1 }), link('gas')],
        periods: 5,
      });
    expect(withoutPlan(planOf(own(0.4)))).toEqual([1, 1, 1, 0, 0]);
    // The chip itself is not sold by BAD, and keeps all of its buyers.
    expect(outcome(own(1)).coverage).toBeCloseTo(0, 9);
    expect(outcome(own(0.4)).coverage).toBeCloseTo(0.6, 9);
  });
});
