import { readFileSync } from 'node:fs';
import { fixturePath } from '../fixtures.ts';

/** Optimal expected value of an R&D pipeline instance, from an independent exact solution. */
export function publishedOptimum(name: string): number {
  const rows = readFileSync(fixturePath('rd-pipeline', 'expected.csv'), 'utf8').split('\n');
  return Number(rows.find((row) => row.startsWith(`${name},`))!.split(',')[5]);
}
