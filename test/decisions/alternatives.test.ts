import { expect, test } from 'vitest';
import { alternatives } from '../../src/app/alternatives.ts';
import { Alternatives } from '../../src/contract/alternatives.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { solver } from './small-programme.ts';
import { twinTools } from './twin-tools.ts';

const asked = (of: Programme, within: number, apart = 0.2, count = 20): Alternatives =>
  alternatives(of, { count, within, apart }, solver, { gap: 0, seconds: () => 0 });

const made = ({ alternatives: found }: Alternatives) =>
  found.map(({ funded, loss }) => [
    funded
      .map(({ project }) => project.split('/')[0])
      .sort()
      .join(' '),
    Math.round(loss * 1e6) / 1e6,
  ]);

test('every plan that is nearly as good is found, with its exact loss and what it starts instead', () => {
  const found = asked(twinTools(), 0.01);
  expect(Alternatives.parse(found)).toEqual(found);
  expect(found).toMatchObject({ status: 'complete', reproducible: true, exhausted: true, near: 3 });
  expect(found.best).toMatchObject({ valueProof: 'exact', proof: 'exact', standardError: 0 });
  expect(found.best.value).toBeCloseTo(170, 9);
  expect(made(found)).toEqual([
    ['first-dear second', 0.5],
    ['first second-dear', 0.6],
    ['first-dear second-dear', 1.1],
  ]);
  const [one, , both] = found.alternatives;
  expect(one).toMatchObject({ lossError: 0, forcedOut: ['first/lab'], favours: [] });
  expect(one.lossShare).toBeCloseTo(0.5 / 170, 12);
  expect(one.dropped).toMatchObject([{ project: 'first/lab', chanceBefore: 1, chanceAfter: 0 }]);
  expect(one.added).toMatchObject([{ project: 'first-dear/lab', chanceBefore: 0, chanceAfter: 1 }]);
  // One of two projects is shared with the best plan: three in all.
  expect(one.distanceToBest).toBeCloseTo(2 / 3, 12);
  expect(both).toMatchObject({ distanceToBest: 1 });
  expect(both.distanceToNearest).toBeCloseTo(2 / 3, 12);
  expect(both.funds).toEqual([
    { id: 'budget', amount: expect.closeTo(31.1, 9) },
    { id: 'firms', amount: 0 },
  ]);
  expect(both.goals.map(({ chance }) => chance)).toEqual([1, 1]);
});

test('what loses more, or is too much alike, is left out, and the report says that there are fewer', () => {
  expect(made(asked(twinTools(), 0.005))).toEqual([
    ['first-dear second', 0.5],
    ['first second-dear', 0.6],
  ]);
  expect(made(asked(twinTools(), 0.0032))).toEqual([['first-dear second', 0.5]]);
  expect(made(asked(twinTools(), 0.01, 0.7))).toEqual([['first-dear second-dear', 1.1]]);
  const none = asked(twinTools(), 0.001);
  expect(none).toMatchObject({ alternatives: [], near: 0, exhausted: true, status: 'complete' });
  expect(none.tried).toBeGreaterThan(0);
});

test('as many as asked for, and then it looks no further', () => {
  const found = asked(twinTools(), 0.01, 0.2, 1);
  expect(found).toMatchObject({ status: 'complete', exhausted: false });
  expect(found.alternatives).toHaveLength(1);
});

test('what a commitment binds is in every plan', () => {
  const commitments = [{ lockIn: 'first/lab', reason: 'promised' }];
  expect(made(asked(twinTools({ commitments }), 0.01))).toEqual([['first second-dear', 0.6]]);
});

test('a stop keeps what was found', () => {
  let enough = false;
  const found = alternatives(twinTools(), { count: 20, within: 0.01, apart: 0.2 }, solver, {
    gap: 0,
    seconds: () => 0,
    stop: () => enough,
    onTried: (_, near) => {
      enough = near >= 1;
    },
  });
  expect(found).toMatchObject({ status: 'stopped', reproducible: false, exhausted: false });
  expect(found.alternatives).toHaveLength(1);
});
