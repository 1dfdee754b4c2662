import { describe, expect, it } from 'vitest';
import { type CellKind, formatCell, parseCell } from './csv.ts';

describe('cells', () => {
  const good: [CellKind, string, unknown][] = [
    ['text', '', undefined],
    ['text', '   ', undefined],
    ['text', ' a ', ' a '],
    ['text', "'=SUM(A1)", '=SUM(A1)'],
    ['text', "''=x", "'=x"],
    ['text', "'quoted'", "'quoted'"],
    ['number', '', undefined],
    ['number', ' 12.5 ', 12.5],
    ['number', '-3', -3],
    ['number', '.5', 0.5],
    ['number', '1e-7', 1e-7],
    ['figure', '0.25', 0.25],
    ['figure', '1..2..3', { low: 1, central: 2, high: 3 }],
    ['figure', '.1.. .2 ..1.', { low: 0.1, central: 0.2, high: 1 }],
    ['list', '', []],
    ['list', 'a; b;;c', ['a', 'b', 'c']],
  ];
  it.each(good)('%s %j is %j', (kind, cell, value) => expect(parseCell(kind, cell)).toEqual({ value }));

  const bad: [CellKind, string][] = [
    ['number', 'abc'],
    ['number', '1,5'],
    ['number', '1 000'],
    ['number', '0x10'],
    ['number', '12%'],
    ['number', 'Infinity'],
    ['number', '1e999'],
    ['number', '1..2..3'],
    ['figure', '1..2'],
    ['figure', '1..x..3'],
    ['figure', '1..2..3..4'],
  ];
  it.each(bad)('%s %j is refused', (kind, cell) => expect(parseCell(kind, cell)).toHaveProperty('problem'));

  it('prints numbers shortest and keeps spreadsheets from running texts', () => {
    expect(formatCell('figure', { low: 1e21, central: 0.1, high: -0 })).toBe('1e+21..0.1..-0');
    expect(formatCell('text', '=1+1')).toBe("'=1+1");
    expect(formatCell('list', ['@a', 'b'])).toBe("'@a;b");
    expect(formatCell('number', -5)).toBe('-5');
  });
});
