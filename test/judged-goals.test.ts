import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProgramme } from '../src/app/check-folder.ts';
import { judgedGoals, optionFigures } from '../src/portfolio/judged.ts';

const VALID = join(import.meta.dirname, 'fixtures/folders/valid');

test('what experts say together replaces a figure of an option, and nothing else changes', async () => {
  const { goals, judgements } = await openProgramme(VALID);
  const judged = judgedGoals(goals, judgements);
  expect(judged[0]!.options[0]!.q).toEqual({ low: 0.6, central: 0.8, high: 0.95 });
  const back = structuredClone(judged);
  back[0]!.options[0]!.q = goals[0]!.options[0]!.q;
  expect(back).toEqual(goals);
});

test('every figure that experts may be asked about has a path', async () => {
  const { goals } = await openProgramme(VALID);
  const figures = optionFigures(goals);
  expect(figures.get('options/blown/stages/2/costPerPeriod')).toBe('amount');
  expect(figures.get('options/blown/teams/lamp-works/r')).toBe('share');
  expect(figures.size).toBe(9 + 4);
});
