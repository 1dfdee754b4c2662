import type { RowUse, StageSpec } from './spec.ts';

/** Periods of a stage, 0 the one in which it starts, in which it uses what is asked, at its longest. */
export function periodsOfUse({ durationLaw }: StageSpec, { when }: RowUse): number[] {
  const periods = durationLaw.map((_, k) => k);
  if (when === 'start') return [0];
  return when === 'end' ? periods.filter((k) => durationLaw[k] > 0) : periods;
}
