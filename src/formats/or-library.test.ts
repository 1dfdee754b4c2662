import { describe, expect, it } from 'vitest';
import { parseKnapsacks } from './or-library.ts';

const GOOD = `2
3 2 0
5 6 7
1 2 3
4 5 6
4 9
1 1 12
12.5
2
3
`;

describe('OR-Library knapsack files', () => {
  it('are read number by number, however the lines are broken', () => {
    const problems = [
      {
        values: [5, 6, 7],
        weights: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        capacities: [4, 9],
      },
      { values: [12.5], weights: [[2]], capacities: [3] },
    ];
    expect(parseKnapsacks('x', GOOD)).toEqual(problems);
    expect(parseKnapsacks('x', GOOD.replaceAll('\n', ' '))).toEqual(problems);
    expect(parseKnapsacks('x', GOOD.replaceAll('\n', '\r\n'))).toEqual(problems);
  });

  it('are refused with every defect and its line', () => {
    const bad = GOOD.replace('4 9', '-4 nine').replace('5 6 7', '5 ? 7').replace('\n3\n', '\n3 8 8\n');
    expect(() => parseKnapsacks('x', bad)).toThrow(
      [
        'x, line 3: a value of problem 1 of 2 is "?" where a number should be',
        'x, line 6: a capacity of problem 1 of 2 is -4; it cannot be negative',
        'x, line 6: a capacity of problem 1 of 2 is "nine" where a number should be',
        'x, line 10: 2 numbers more than the problems have',
      ].join('\n'),
    );
  });

  it.each([
    ['', 'x, line 1: the file ends before the number of problems'],
    ['1\n2 1 0\n1 1\n1', 'x, line 4: the file ends before a need of row 1 of problem 1 of 1'],
    ['1\n0 1 0', 'x, line 2: the number of items of problem 1 of 1 must be a whole number from 1'],
    ['1\n1e9 5 0\n1', 'x, line 2: problem 1 of 1 has 1000000000 items and 5 rows: too many'],
  ])('%j is given up where what follows cannot be told', (text, message) => {
    expect(() => parseKnapsacks('x', text)).toThrow(message);
  });
});
