import { expect, test } from 'vitest';
import { readCbcLog } from './cbc.ts';

test('what CBC says at the end: optimal, cut short with and without a solution, or nothing', () => {
  expect(
    readCbcLog('\nResult - Optimal solution found\n\nObjective value:                -77.95251139\n', 2),
  ).toEqual({
    objective: -77.95251139,
    bound: -77.95251139,
    optimal: true,
    seconds: 2,
  });
  expect(
    readCbcLog(
      'Result - Stopped on time limit\n\nObjective value:      -124.48416374\nLower bound:          -127.776\nGap: 0.03\n',
      20,
    ),
  ).toEqual({ objective: -124.48416374, bound: -127.776, optimal: false, seconds: 20 });
  expect(
    readCbcLog('Result - Stopped on time limit\n\nNo feasible solution found\nLower bound:   -127.776\n', 3),
  ).toEqual({ objective: null, bound: -127.776, optimal: false, seconds: 3 });
  expect(readCbcLog('** Current model not valid', 0)).toBeNull();
});
