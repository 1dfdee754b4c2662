import { describe, expect, it } from 'vitest';
import { jurisdictionName } from '../../src/figures/jurisdictions.ts';
import { placeLabels } from '../../src/figures/label-place.ts';
import { formatDays, formatMoney, formatShare } from '../../src/figures/text.ts';
import { textWidth, truncate, wrap } from '../../src/figures/text-fit.ts';
import { contrast, DARK, exposureColour, LIGHT, readableOn } from '../../src/figures/theme.ts';
import { contextOf } from './sample.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('text', () => {
  const en = contextOf('en');
  const zh = contextOf('zh');

  it.each([
    [12_345_000_000, '12.3 bn CNY', '123 亿元'],
    [1_500_000, '1.5 m CNY', '150 万元'],
    [-2_000, '-2 k CNY', '-2,000 元'],
    [0, '0 CNY', '0 元'],
    [999_900_000, '1 bn CNY', '10 亿元'],
  ])('writes %d as %s and %s', (value, english, chinese) => {
    expect(plain(formatMoney(value, en))).toBe(english);
    expect(plain(formatMoney(value, zh))).toBe(chinese);
  });

  it('writes other currencies, shares and days', () => {
    expect(plain(formatMoney(5e9, { ...zh, currency: 'USD' }))).toBe('50 亿美元');
    expect(plain(formatMoney(5e9, { ...en, currency: null }))).toBe('5 bn');
    expect(
      [formatShare(0.123, 'en'), formatShare(0.0123, 'zh'), formatShare(0.998, 'en')].map(plain),
    ).toEqual(['12 %', '1.2%', '99.8 %']);
    expect([formatDays(1, 'en'), formatDays(92, 'zh'), formatDays(null, 'en')]).toEqual([
      '1 day',
      '92 天',
      'never',
    ]);
    expect([jurisdictionName('NLD', 'zh'), jurisdictionName('XYZ', 'en')]).toEqual(['荷兰', 'XYZ']);
  });

  it('fits text to a width', () => {
    expect(truncate('short', 100, 11)).toBe('short');
    expect(textWidth(truncate('a very long name of a link', 60, 11), 11)).toBeLessThanOrEqual(60);
    expect(wrap('Projection lenses, ArF immersion', [110, 110], 11)).toEqual([
      'Projection lenses,',
      'ArF immersion',
    ]);
    for (const line of wrap('浸没式投影物镜与计算光刻软件', [90, 60], 11)) {
      expect(textWidth(line, 11)).toBeLessThanOrEqual(90);
    }
  });
});

describe('labels', () => {
  it('never overlap each other or a mark', () => {
    const spots = Array.from({ length: 24 }, (_, i) => ({
      x: 60 + (i % 6) * 18,
      y: 60 + Math.floor(i / 6) * 9,
      radius: 4,
      width: 90,
      height: 14,
    }));
    const placed = placeLabels(spots, { left: 0, top: 0, right: 500, bottom: 400 }).filter((p) => p !== null);
    expect(placed.length).toBeGreaterThan(10);
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart).toBe(true);
      }
    }
  });
});

describe.each([LIGHT, DARK])('palette $name', (palette) => {
  it('reads: text at 4.5 to 1, marks at 3 to 1', () => {
    for (const ink of [palette.ink, palette.muted, palette.accent, palette.broken]) {
      expect(contrast(ink, palette.surface)).toBeGreaterThanOrEqual(4.5);
    }
    for (const field of Object.values(palette.fields)) {
      expect(contrast(field, palette.surface)).toBeGreaterThanOrEqual(3);
    }
    for (let exposure = 0; exposure <= 1; exposure += 0.01) {
      const fill = exposureColour(palette, exposure);
      expect(contrast(readableOn(fill), fill)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('lets exposure stand out more and more from the page', () => {
    const steps = palette.exposure.map((colour) => contrast(colour, palette.surface));
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });
});
