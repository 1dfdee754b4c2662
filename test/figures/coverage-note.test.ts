import { expect, test } from 'vitest';
import { coverageNote } from '../../src/figures/coverage-note.ts';
import { renderReport } from '../../src/figures/report/render-report.ts';
import { assessment, contextOf, input } from './sample.ts';

const [one, other, ...rest] = assessment.products.map((product) => ({ ...product, works: 'yes' as const }));
const stopped = (coverage: number) => ({ ...one, works: 'no' as const, coverage });
const noteOf = (coverage: number, lang: 'en' | 'zh') =>
  coverageNote({ ...assessment, products: [stopped(coverage), other, ...rest] }, contextOf(lang));

test('a product that stops beside a coverage of 100 % is explained, by name, in both languages', () => {
  expect(noteOf(1, 'en')).toMatch(new RegExp(`^${one.name} has a coverage of 100 % and yet does not`));
  expect(noteOf(1, 'zh')).toContain(`${one.nameZh}的`);
  expect(noteOf(0.97, 'en')).toBe('');
  expect(coverageNote({ ...assessment, products: [one, other, ...rest] }, contextOf('en'))).toBe('');
});

test('the report says it once', async () => {
  const products = [stopped(1), { ...other, works: 'no' as const, coverage: 1 }, ...rest];
  const html = await renderReport({ ...input, assessment: { ...assessment, products } }, 'en');
  expect(html.match(/a coverage of 100.% and yet/g)).toHaveLength(1);
});
