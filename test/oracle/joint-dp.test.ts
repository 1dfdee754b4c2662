import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePipeline, pipelineSpec } from '../../src/formats/rd-pipeline.ts';
import type { GroupSpec, PlanSpec, ProjectSpec, StageSpec } from '../../src/portfolio/spec.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';
import { type ChainTerm, chainValue, evaluateGate, type GateTree } from './gates.ts';
import { jointOptimum } from './joint-dp.ts';
import { randomProgramme, STATES_MAX, solvedProgrammes } from './random-programmes.ts';

function stage(part: Partial<StageSpec> = {}): StageSpec {
  return {
    durationLaw: [1],
    success: 1,
    proves: false,
    costPerPeriod: 0,
    use: [{ row: 0, amount: 1 }],
    requires: [],
    ...part,
  };
}

function project(id: string, stages: StageSpec[], approach = 0): ProjectSpec {
  return { id, approach, variants: [{ id: 'only', stages }] };
}

function group(id: string, projects: ProjectSpec[], approaches = [1]): GroupSpec {
  return { id, approaches, projects };
}

function plan(periods: number, capacity: number, groups: GroupSpec[], discountFactor = 1): PlanSpec {
  return {
    periods,
    discount: Array.from({ length: periods }, (_, t) => discountFactor ** t),
    rows: [{ id: 'money', capacity: new Array<number>(periods).fill(capacity) }],
    groups,
  };
}

/** A term of the same weight in every period. */
function everyPeriod(periods: number, weight: number, tree: GateTree): ChainTerm[] {
  return Array.from({ length: periods }, (_, period) => ({ period, weight, tree }));
}

function optimum(spec: PlanSpec, terms: readonly ChainTerm[]): number {
  return jointOptimum(spec, terms)!.value;
}

describe('gates', () => {
  it('evaluates nested gates for exactly what is attained', () => {
    const tree: GateTree = {
      gate: 'all',
      of: [{ leaf: 0 }, { gate: 'at-least', k: 2, of: [{ leaf: 1 }, { leaf: 2 }, { constant: false }] }],
    };
    expect([0b111, 0b011, 0b110].map((mask) => evaluateGate(tree, mask))).toEqual([true, false, false]);
    expect(evaluateGate({ gate: 'any', of: [{ leaf: 3 }, { leaf: 1 }] }, 0b1000)).toBe(true);
    expect(evaluateGate({ gate: 'all', of: [] }, 0)).toBe(true);
    expect(evaluateGate({ gate: 'any', of: [] }, 0)).toBe(false);
  });

  it('adds the terms of one period only', () => {
    const terms = everyPeriod(2, 5, { leaf: 0 });
    expect(chainValue(terms, 1, 1)).toBe(5);
    expect(chainValue(terms, 1, 2)).toBe(0);
  });
});

describe('joint optimum, by hand', () => {
  it('one project of two stages', () => {
    // Runs in 0, then (if passed) in 1 and 2: attained at the start of 3, of 5 periods, with 0.5 · 0.8.
    // Worth 10 in periods 3 and 4; costs 1 in 0, then with 0.5 twice 2, discounted by 0.9 a period.
    const stages = [
      stage({ success: 0.5, costPerPeriod: 1 }),
      stage({ success: 0.8, costPerPeriod: 2, durationLaw: [0, 1] }),
    ];
    const spec = plan(5, 1, [group('g', [project('p', stages)])], 0.9);
    const terms: ChainTerm[] = spec.discount.map((factor, period) => ({
      period,
      weight: 10 * factor,
      tree: { leaf: 0 },
    }));
    const gain = 0.4 * 10 * (0.9 ** 3 + 0.9 ** 4);
    const cost = 1 + 0.5 * 2 * (0.9 + 0.9 ** 2);
    expect(optimum(spec, terms)).toBeCloseTo(gain - cost, 10);
  });

  it('earns nothing for what is attained at the end of the last period', () => {
    const spec = plan(2, 1, [group('g', [project('p', [stage({ durationLaw: [0, 1] })])])]);
    expect(optimum(spec, everyPeriod(2, 10, { leaf: 0 }))).toBe(0);
  });

  it('takes what nothing attained earns as zero', () => {
    const spec = plan(2, 1, [group('g', [project('p', [stage()])])]);
    const terms = everyPeriod(2, 10, { gate: 'any', of: [{ constant: true }, { leaf: 0 }] });
    expect(optimum(spec, terms)).toBe(0);
  });

  it('a duration law: hazards by elapsed time, commitment at the longest time', () => {
    // Ends after 1 period with 0.5, after 3 with 0.5: worth 1 in periods 1, 2, 3 or in 3 only.
    const law = [0.5, 0, 0.5];
    const one = plan(4, 1, [group('g', [project('p', [stage({ durationLaw: law })])])]);
    expect(optimum(one, everyPeriod(4, 1, { leaf: 0 }))).toBeCloseTo(0.5 * 3 + 0.5 * 1, 10);
    // Costs run as long as the stage does: 1 period or 3.
    const costly = stage({ durationLaw: law, costPerPeriod: 0.25 });
    const two = plan(4, 1, [group('g', [project('p', [costly])])]);
    expect(optimum(two, everyPeriod(4, 1, { leaf: 0 }))).toBeCloseTo(2 - 0.25 * (0.5 + 1.5), 10);
    // Room for it in periods 0 and 1 only: it might last until 2, so it cannot begin in 0.
    const rows = [{ id: 'money', capacity: [1, 1, 0, 1] }];
    expect(optimum({ ...one, rows }, everyPeriod(4, 1, { leaf: 0 }))).toBe(0);
    // Beyond the horizon nothing is committed: it may begin in 3, where its start is worth 7.
    const late = stage({ durationLaw: law, startReward: [0, 0, 0, 7] });
    expect(optimum({ ...plan(4, 1, [group('g', [project('p', [late])])]), rows }, [])).toBe(7);
  });

  it('two teams on one approach learn from each other (Bayes)', () => {
    // The approach works with 0.6; a team on it passes with 0.5. One team at a time (capacity 1), 3 periods.
    // First: 0.3. After its failure the approach works with 0.6·0.5 / (0.6·0.5 + 0.4) = 3/7, the second
    // passes with 3/14. Attained at the start of 1 (worth 1 in 1 and 2) or of 2 (worth 1 in 2).
    const teams = ['a', 'b'].map((id) => project(id, [stage({ success: 0.5, proves: true })]));
    const apart = plan(3, 1, [group('g', teams, [0.6])]);
    const terms = everyPeriod(3, 1, { leaf: 0 });
    expect(optimum(apart, terms)).toBeCloseTo(0.3 * 2 + 0.7 * (3 / 14), 10);
    // Both at once (capacity 2): 0.6 · (1 − 0.5²) = 0.45 at the start of 1.
    const together = plan(3, 2, [group('g', teams, [0.6])]);
    expect(optimum(together, terms)).toBeCloseTo(0.45 * 2, 10);
    // On two approaches there is nothing to learn: 1 − 0.7².
    const [a, b] = teams;
    const separate = plan(3, 2, [group('g', [a, { ...b, approach: 1 }], [0.6, 0.6])]);
    expect(optimum(separate, terms)).toBeCloseTo((1 - 0.7 ** 2) * 2, 10);
  });

  it('stops throwing money after an approach that failed', () => {
    // A second try is worth 3/14 · 1 once; it costs 0.25, so after a failure the plan stops.
    const teams = ['a', 'b'].map((id) =>
      project(id, [stage({ success: 0.5, proves: true, costPerPeriod: 0.25 })]),
    );
    const spec = plan(3, 1, [group('g', teams, [0.6])]);
    expect(optimum(spec, everyPeriod(3, 1, { leaf: 0 }))).toBeCloseTo(0.3 * 2 - 0.25, 10);
  });

  it('a pass at the proving stage helps the other team', () => {
    // The approach works with 0.5, and then every stage passes. Team a can prove it but never finish (its
    // second stage needs 2 of a capacity of 1); team b proves and finishes in one stage, at a cost of 0.6.
    const a = project('a', [stage({ success: 1, proves: true }), stage({ use: [{ row: 0, amount: 2 }] })]);
    const b = project('b', [stage({ success: 1, proves: true, costPerPeriod: 0.6 })]);
    const spec = plan(3, 1, [group('g', [a, b], [0.5])]);
    // Straight to b: 0.5 · 2 − 0.6 = 0.4. Look first: with 0.5 it works, then 1 − 0.6 = 0.4: 0.2.
    expect(optimum(spec, everyPeriod(3, 1, { leaf: 0 }))).toBeCloseTo(0.4, 10);
    // Where time is worth nothing (only the last period counts), looking first wins: 0.2 against −0.1.
    const last: ChainTerm[] = [{ period: 2, weight: 1, tree: { leaf: 0 } }];
    expect(optimum(spec, last)).toBeCloseTo(0.2, 10);
  });

  it('the first success stops the other team and frees what it used', () => {
    // Team a takes 1 period, b would take 4 at cost 1 each. Once a passes (0.5), b stops and group h can run.
    const a = project('a', [stage({ success: 0.5 })]);
    const b = project('b', [stage({ durationLaw: [0, 0, 0, 1], costPerPeriod: 1 })]);
    const h = group('h', [project('c', [stage({ use: [{ row: 0, amount: 2 }] })])]);
    const spec = plan(6, 2, [group('g', [a, b]), h]);
    // Begin a and b at once, and h when the row is free. Works out to: a passes → g for 5 periods, h begun
    // in 1, attained for 4; a fails → b runs to the end, g for 2 periods, h begun in 4, attained for 1.
    const terms = [...everyPeriod(6, 10, { leaf: 0 }), ...everyPeriod(6, 1, { leaf: 1 })];
    const together = 0.5 * (50 + 4 - 1) + 0.5 * (20 + 1 - 4);
    // Or a alone first and b only after its failure: b costs nothing where a passes, but g and h come later.
    const inTurn = 0.5 * (50 + 4) + 0.5 * (10 - 4);
    expect(together).toBeGreaterThan(inTurn);
    expect(optimum(spec, terms)).toBeCloseTo(together, 10);
  });

  it('a budget that forces a sequence', () => {
    // Three goals of one sure period each, one at a time, worth 3, 2 and 1 per period over 4 periods.
    const groups = ['x', 'y', 'z'].map((id) => group(id, [project(id, [stage()])]));
    const terms = [3, 2, 1].flatMap((weight, leaf) => everyPeriod(4, weight, { leaf }));
    expect(optimum(plan(4, 1, groups), terms)).toBe(3 * 3 + 2 * 2 + 1);
    expect(optimum(plan(4, 3, groups), terms)).toBe(3 * (3 + 2 + 1));
    // z before x, by a prerequisite: z, x, y or y, z, x or …: the best is z, x, y.
    const needy = groups.map((g, i) =>
      i === 0 ? group('x', [project('x', [stage({ requires: [2] })])]) : g,
    );
    expect(optimum(plan(4, 1, needy), terms)).toBe(1 * 3 + 3 * 2 + 2 * 1);
  });

  it('what a period offers cannot be used in another', () => {
    const spec = { ...plan(4, 0, [group('g', [project('p', [stage()])])]) };
    const rows = [{ id: 'money', capacity: [0.5, 0.5, 1, 0] }];
    expect(optimum({ ...spec, rows }, everyPeriod(4, 1, { leaf: 0 }))).toBe(1);
  });

  it('eight broken links in series, worth buying together though none alone is', () => {
    // Each is mended surely in one period at cost 1, two at a time: all eight at the start of 4, of 6 periods.
    const groups = Array.from({ length: 8 }, (_, g) =>
      group(`g${g}`, [project(`p${g}`, [stage({ costPerPeriod: 1 })])]),
    );
    const series: GateTree = { gate: 'all', of: groups.map((_, leaf) => ({ leaf })) };
    expect(optimum(plan(6, 2, groups), everyPeriod(6, 10, series))).toBe(2 * 10 - 8);
    expect(optimum(plan(6, 2, groups), everyPeriod(6, 3.9, series))).toBe(0);
    // With a chance of 0.9 each, tried in the same order; after a failure the plan spends no more.
    const risky = groups.map(({ id }) =>
      group(id, [project(id, [stage({ costPerPeriod: 1, success: 0.9 })])]),
    );
    const goOn = 0.81;
    const cost = 2 * (1 + goOn + goOn ** 2 + goOn ** 3);
    expect(optimum(plan(6, 2, risky), everyPeriod(6, 10, series))).toBeCloseTo(20 * 0.9 ** 8 - cost, 10);
  });

  it('chooses a variant when it starts, for good', () => {
    const slow = { id: 'slow', stages: [stage({ durationLaw: [0, 1], costPerPeriod: 1 })] };
    const fast = { id: 'fast', stages: [stage({ costPerPeriod: 4 })] };
    const spec = plan(4, 1, [group('g', [{ id: 'p', approach: 0, variants: [slow, fast] }])]);
    // Slow: periods 2 and 3 less 2; fast: periods 1 to 3 less 4.
    expect(optimum(spec, everyPeriod(4, 3, { leaf: 0 }))).toBe(5);
    expect(optimum(spec, everyPeriod(4, 1.5, { leaf: 0 }))).toBe(1);
  });

  it('says when there are too many states', () => {
    const spec = plan(4, 1, [group('g', [project('p', [stage()])])]);
    expect(jointOptimum(spec, [], { maxStates: 3 })).toBeNull();
    expect(jointOptimum(spec, [])).toEqual({ value: 0, states: 7 });
  });

  it('refuses a plan that its comments do not cover', () => {
    const spec = plan(2, 1, [group('g', [project('p', [stage()])], [0.5])]);
    expect(() => jointOptimum(spec, [])).toThrow('0 proving stages');
  });
});

describe('random programmes', () => {
  it('are the same for the same seed', () => {
    expect(randomProgramme(7)).toEqual(randomProgramme(7));
    expect(randomProgramme(7)).not.toEqual(randomProgramme(8));
  });

  it('mostly solve within the limit, and mostly are worth something', () => {
    const solved = [...solvedProgrammes(40)];
    expect(solved.at(-1)!.seed).toBeLessThan(40 / 0.85);
    expect(solved.filter(({ optimum: { value } }) => value > 1e-9).length).toBeGreaterThan(36);
    for (const { optimum: found } of solved) expect(found.states).toBeLessThanOrEqual(STATES_MAX);
  });

  it('are worth no less with more of everything, and no more at a cost', () => {
    for (const { spec, terms, optimum: found } of solvedProgrammes(8)) {
      const rows = spec.rows.map((row) => ({ ...row, capacity: row.capacity.map((amount) => amount + 1) }));
      expect(optimum({ ...spec, rows }, terms)).toBeGreaterThanOrEqual(found.value - 1e-9);
      const groups = spec.groups.map((g) => ({
        ...g,
        projects: g.projects.map((p) => ({
          ...p,
          variants: p.variants.map((v) => ({
            ...v,
            stages: v.stages.map((s) => ({ ...s, costPerPeriod: s.costPerPeriod + 0.1 })),
          })),
        })),
      }));
      expect(optimum({ ...spec, groups }, terms)).toBeLessThanOrEqual(found.value + 1e-9);
    }
  });
});

const SMALL_INSTANCES = [
  'modeldata',
  'modeldata_10',
  'modeldatab',
  'modeldata3',
  'modeldata3_5',
  'modeldata3_constrained30',
  'modeldata3_unconstrained',
  'modeldata3short',
];

eachFixture('optimum of R&D pipeline instances', 'rd-pipeline', SMALL_INSTANCES, (name) => {
  const lines = readFileSync(fixturePath('rd-pipeline', 'expected.csv'), 'utf8').split(/\r?\n/);
  const column = lines[0].split(',').indexOf('exact_optimum_ENPV');
  const expected = lines.map((line) => line.split(',')).find(([instance]) => instance === name)!;
  const instance = parsePipeline(name, readFileSync(fixturePath('rd-pipeline', `${name}.dat`), 'utf8'));
  const found = optimum(pipelineSpec(instance), []);
  expect(Math.abs(found - Number(expected[column]))).toBeLessThanOrEqual(1e-3);
});
