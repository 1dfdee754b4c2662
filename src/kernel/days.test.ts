import { expect, test } from 'vitest';
import { dayText, horizonEnd, periodStarts } from './days.ts';

const periodBounds = (periods: Parameters<typeof periodStarts>[0]) => periodStarts(periods).map(dayText);

test('bounds follow each other over the turn of the year', () => {
  expect(periodBounds({ start: '2026-01-01', length: 'P6M', count: 3 })).toEqual([
    '2026-01-01',
    '2026-07-01',
    '2027-01-01',
    '2027-07-01',
  ]);
  expect(periodBounds({ start: '2026-11-15', length: 'P3M', count: 1 })).toEqual([
    '2026-11-15',
    '2027-02-15',
  ]);
  expect(periodBounds({ start: '2024-02-29', length: 'P1Y', count: 1 })).toEqual([
    '2024-02-29',
    '2025-02-28',
  ]);
});

test('the last day of a month stays the last day', () => {
  expect(periodBounds({ start: '2027-12-31', length: 'P1M', count: 3 })).toEqual([
    '2027-12-31',
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
  ]);
});

test('the horizon ends where the period after the last would start', () => {
  expect(horizonEnd({ start: '2026-01-01', length: 'P6M', count: 6 })).toBe('2029-01-01');
});
