import { expect, test } from 'vitest';
import { poolJudgements } from './pool.ts';

const answer = (expert: string, low: number, central: number, high: number, date = '2025-01-01') => ({
  figure: 'options/a/q',
  expert,
  low,
  central,
  high,
  date,
});

test('the mean of the centres, from the lowest low to the highest high, with the disagreement kept', () => {
  const pooled = poolJudgements([answer('x', 0.1, 0.2, 0.5), answer('y', 0.3, 0.6, 0.9)]);
  expect(pooled.get('options/a/q')).toEqual({
    low: 0.1,
    central: 0.4,
    high: 0.9,
    disagreement: Math.sqrt(0.08),
    experts: 2,
  });
});

test('one expert is in no disagreement, and the latest answer counts', () => {
  const pooled = poolJudgements([
    answer('x', 0.4, 0.5, 0.6, '2025-03-01'),
    answer('x', 0.1, 0.2, 0.3, '2025-02-01'),
  ]);
  expect(pooled.get('options/a/q')).toEqual({
    low: 0.4,
    central: 0.5,
    high: 0.6,
    disagreement: 0,
    experts: 1,
  });
});
