import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PipelineInstance, parsePipeline, pipelineSpec } from '../../src/formats/rd-pipeline.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

const SMALL = `set model_type := PRDP;
set product := A B;
set trial := 1 2;
set time_step := 1 2 3;
set resource_type := people;
param trial_cost: A B := 1 10 20 2 30 40;
param trial_duration: A B :=
 1 1 2
 2 2 1 ;
param probability: A B := 1 .5 .4 2 .8 1;
param resource_requirement := A 1 people 1 A 2 people 2 B 1 people 0 B 2 people 1;
param maximum_revenue := A 1000 B 2000;
param gammaL := A 10 B 20;
param gammaD := A 4 B 5;
param max_resource := people 2;
`;

function failure(text: string): MusterError {
  try {
    parsePipeline('x.dat', text);
  } catch (error) {
    expect(error).toBeInstanceOf(MusterError);
    return error as MusterError;
  }
  throw new Error('it parsed');
}

describe('R&D pipeline files', () => {
  it('reads sets, tables and lists', () => {
    expect(parsePipeline('x.dat', SMALL)).toEqual({
      name: 'x.dat',
      drugs: [
        {
          id: 'A',
          maximumRevenue: 1000,
          lossPerPeriod: 10,
          lossPerIdlePeriod: 4,
          trials: [
            { durationPeriods: 1, cost: 10, success: 0.5, needs: [1] },
            { durationPeriods: 2, cost: 30, success: 0.8, needs: [2] },
          ],
        },
        {
          id: 'B',
          maximumRevenue: 2000,
          lossPerPeriod: 20,
          lossPerIdlePeriod: 5,
          trials: [
            { durationPeriods: 2, cost: 20, success: 0.4, needs: [0] },
            { durationPeriods: 1, cost: 40, success: 1, needs: [1] },
          ],
        },
      ],
      trials: 2,
      periods: 3,
      resources: [{ id: 'people', capacity: 2 }],
      assumptions: [],
    } satisfies PipelineInstance);
  });

  it('takes comments, tabs, carriage returns and any breaks', () => {
    const odd = `\uFEFF${SMALL.replaceAll(' ', '\t').replaceAll('\n', ' # note; with := signs\r\n\r\n')}`;
    expect(parsePipeline('x.dat', odd)).toEqual(parsePipeline('x.dat', SMALL));
    const tight = SMALL.replaceAll('\n', ' ').replaceAll(' := ', ':=').replaceAll('; ', ';');
    expect(parsePipeline('x.dat', tight)).toEqual(parsePipeline('x.dat', SMALL));
  });

  it('reads a member listed twice as the one that is absent, and says so', () => {
    const { drugs, assumptions } = parsePipeline('x.dat', SMALL.replace('A 4 B 5', 'A 4 A 5'));
    expect(drugs.map((drug) => drug.lossPerIdlePeriod)).toEqual([4, 5]);
    expect(assumptions).toEqual(['gammaD lists A twice and B never: the second (5, line 14) is read as B']);
  });

  it('ignores what the sets do not list, and says so', () => {
    const { assumptions } = parsePipeline('x.dat', SMALL.replace('A 4 B 5', 'A 4 B 5 C 6'));
    expect(assumptions).toEqual(['gammaD names C, which the sets do not list: ignored']);
  });

  it.each([
    ['A 4 B 5', 'A 4', 'PIPELINE_MISSING', 'line 14: param gammaD has no value for B'],
    ['A 4 B 5', 'A 4 B 5 B 6', 'PIPELINE_DUPLICATE', 'line 14: param gammaD gives B twice'],
    ['A 4 B 5', 'A 4 B', 'PIPELINE_SYNTAX', 'line 14: param gammaD ends within an entry'],
    ['A 4 B 5', 'A 4 B five', 'PIPELINE_NUMBER', 'line 14: param gammaD has "five"'],
    ['A 4 B 5', 'A 4 B 1e999', 'PIPELINE_RANGE', 'line 14: param gammaD of B is Infinity'],
    ['A 4 B 5;', 'A 4 B 5', 'PIPELINE_SYNTAX', 'line 15: ":=" within gammaD: is a ";" missing'],
    ['people 2;', 'people 2', 'PIPELINE_SYNTAX', 'line 15: the statement that begins here has no ";"'],
    ['people 2;', 'people -2;', 'PIPELINE_RANGE', 'line 15: param max_resource of people is -2'],
    ['2 .8 1', '2 .8 1.2', 'PIPELINE_RANGE', 'line 10: param probability of 2 B is 1.2'],
    [' 2 2 1 ;', ' 2 2 1.5 ;', 'PIPELINE_RANGE', 'line 9: param trial_duration of 2 B is 1.5'],
    [' 2 2 1 ;', ' 2 2 1e9 ;', 'PIPELINE_RANGE', 'a whole number of periods from 1 to 1000'],
    [
      'B 2 people 1',
      '',
      'PIPELINE_MISSING',
      'line 11: param resource_requirement has no value for B 2 people',
    ],
    ['set product := A B', 'set product := A A', 'PIPELINE_DUPLICATE', 'line 2: set product lists A twice'],
    ['set product := A B', 'set product :=', 'PIPELINE_MISSING', 'line 2: set product is empty'],
    ['set product := A B', 'sets product := A B', 'PIPELINE_SYNTAX', 'line 2: "sets" is not the beginning'],
    ['set product := A B', 'set product A B', 'PIPELINE_SYNTAX', 'line 2: set product has no ":="'],
    ['param gammaL :=', 'param gammaL (tr) :=', 'PIPELINE_SYNTAX', 'line 13: "(tr)" before the ":="'],
    ['param gammaD', 'param gammaL', 'PIPELINE_DUPLICATE', 'line 14: param gammaL stands here again'],
    ['param gammaD', 'param gammaX', 'PIPELINE_MISSING', 'x.dat: no "param gammaD" in the file'],
    ['1 2 3', '0 1 2', 'PIPELINE_RANGE', 'line 4: the time steps are not 1 2'],
    ['A 1000 B', 'A 30 B', 'PIPELINE_RANGE', 'line 13: A has no revenue left at the horizon'],
  ])('"%s" → "%s": %s', (from, to, code, message) => {
    expect(SMALL).toContain(from);
    const text = SMALL.replace(from, to);
    const error = failure(text);
    expect(error.code).toBe(code);
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(message);
  });

  it('refuses what is too large', () => {
    expect(failure(' '.repeat(4_000_001)).code).toBe('PIPELINE_TOO_LARGE');
    const steps = Array.from({ length: 1001 }, (_, t) => t + 1).join(' ');
    expect(failure(SMALL.replace('1 2 3', steps)).code).toBe('PIPELINE_TOO_LARGE');
  });
});

describe('an instance as a plan', () => {
  const spec = pipelineSpec(parsePipeline('x.dat', SMALL));

  it('has one group with one certain approach per drug, and constant rows', () => {
    expect(spec.groups.map(({ id, approaches }) => [id, approaches])).toEqual([
      ['A', [1]],
      ['B', [1]],
    ]);
    expect(spec.rows).toEqual([{ id: 'people', capacity: [2, 2, 2] }]);
    expect(spec.discount).toEqual([1, 1, 1]);
    const [first, last] = spec.groups[1].projects[0].variants[0].stages;
    expect([first.durationLaw, first.use]).toEqual([[0, 1], []]);
    expect([last.durationLaw, last.use]).toEqual([[1], [{ row: 0, amount: 1 }]]);
  });

  it('books value at starts and while idle', () => {
    const [first, last] = spec.groups[0].projects[0].variants[0].stages;
    // Worth of what is open at the horizon (period 3): before trial 1 and before trial 2.
    const open1 = (0.9 * 1000 - 30 - 40) / 970;
    const open2 = (0.9 * 1000 - 30 - 30) / 970;
    // Trial 1 lasts 1 period: only a start in period 3 ends too late (3 > 3 − 1); the rest takes 3 periods.
    const late = -0.95 * 10 + 0.4 * (1000 - 10 * 6) * open2;
    expectClose(first.startReward, [-10, -0.975 * 10, late]);
    // The last trial books the revenue at its completion, also beyond the horizon.
    expectClose(
      last.startReward,
      [0, 1, 2].map((t) => -(1 - 0.025 * t) * 30 + 0.8 * (1000 - 10 * (t + 3))),
    );
    expectClose(first.waitReward, [0, 0, 0.4 * (1000 - 10 * 6) * open1]);
    expectClose(last.waitReward, [-0.8 * 4, -0.8 * 4, -0.8 * 4 + 0.8 * (1000 - 10 * 5) * open2]);
  });
});

function expectClose(actual: readonly number[] | undefined, expected: readonly number[]): void {
  expect(actual?.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(actual?.[i]).toBeCloseTo(value, 9);
  });
}

const INSTANCES = [
  ...['', '3', '3_5', '3_constrained30', '3_unconstrained', '3short', '4', '4_3', '4_constrained30'],
  ...['4_unconstrained', '5', '5_3_10_2r', '5_3_12_2r', '5_3_4_2r', '5_3_6_3r', '5_3_6_4r', '5_3_6_5r'],
  ...['5_3_6_6r', '5_3_8_2r', '5_4', '5_5', '5_6', '5_constrained30', '5_gd110', '5_gd125', '5_gd75'],
  ...['5_gd90', '5_gl110', '5_gl125', '5_gl75', '5_gl90', '5_rv110', '5_rv125', '5_rv75', '5_rv90'],
  ...['5_unconstrained', '5b', '5b_tl2', '6', '6_constrained30', '6b', '7a', '7a_constrained30'],
  ...['7a_unconstrained', '10', '20', '25', '_10', 'b'],
].map((suffix) => `modeldata${suffix}`);

const ASSUMPTIONS: Record<string, string[]> = {
  modeldata_10: ['resource_requirement names Drug3, which the sets do not list: ignored'],
  modeldata20: ['gammaD lists Drug10 twice and Drug20 never: the second (27, line 271) is read as Drug20'],
  modeldata25: ['gammaD lists Drug10 twice and Drug20 never: the second (27, line 326) is read as Drug20'],
};

eachFixture('published R&D pipeline instances parse', 'rd-pipeline', INSTANCES, (name) => {
  const table = readFileSync(fixturePath('rd-pipeline', 'expected.csv'), 'utf8').split(/\r?\n/);
  expect(table.filter((line) => line.startsWith('modeldata')).length).toBe(INSTANCES.length);
  const expected = table.map((line) => line.split(',')).find(([instance]) => instance === name);
  const instance = parsePipeline(name, readFileSync(fixturePath('rd-pipeline', `${name}.dat`), 'utf8'));
  const { drugs, trials, periods, resources } = instance;
  const caps = resources.map(({ capacity }) => capacity).join('/');
  expect([drugs.length, trials, periods].map(String).concat(caps)).toEqual(expected?.slice(1, 5));
  expect(instance.assumptions).toEqual(ASSUMPTIONS[name] ?? []);
});
