import { expect, test } from 'vitest';
import { legend } from './legend.ts';
import { textWidth } from './text-fit.ts';
import { LIGHT } from './theme.ts';

test('a legend stays within the width of its drawing, in as many rows as it needs', () => {
  const meanings = [
    'cannot be had or made',
    '无法取得或制造',
    'Industrial materials',
    'Equipment',
    'unknown',
  ];
  const items = meanings.map((meaning) => ({ sign: '', width: 18, meaning }));
  for (const width of [250, 320, 2000]) {
    const { body, height } = legend(items, width, LIGHT);
    const places = [...body.matchAll(/translate\(([\d.]+) ([\d.]+)\).*?x="(\d+)".*?>([^<]+)<\/text>/g)];
    expect(places.map(([, , , , meaning]) => meaning)).toEqual(meanings);
    for (const [, x, y, after, meaning] of places) {
      expect(Number(x) + Number(after) + textWidth(meaning, 11)).toBeLessThanOrEqual(width + 0.1);
      expect(Number(y)).toBeLessThan(height);
    }
    expect(height === 22).toBe(width === 2000);
  }
});
