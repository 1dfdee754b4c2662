import type { Figure, Option, Race as RaceFigures, Team } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { nestedChances } from '../portfolio/racing.ts';
import type { Race } from '../portfolio/spec.ts';

/** Which value of the figures on success is used. */
export type EvidenceCase = 'low' | 'central' | 'high';

/** A figure on success in a case of the evidence. */
export function inCase(figure: Figure, evidenceCase: EvidenceCase): number {
  return typeof figure === 'number' ? figure : figure[evidenceCase];
}

/** A correlation is the more favourable the lower it is. */
const OPPOSITE = { low: 'high', central: 'central', high: 'low' } as const;

/** Chance that the approach of an option works, and that a team on it then succeeds beside the stages. */
export function chancesOf(
  option: Option,
  evidenceCase: EvidenceCase,
): { readonly q: number; readonly r: (team: Team) => number } {
  const { race } = option;
  if (race?.chance === undefined) {
    return {
      q: inCase(option.q ?? 1, evidenceCase),
      r: (team) => inCase(team.r ?? 1, evidenceCase),
    };
  }
  const { q, r } = nestedChances(
    inCase(race.chance, evidenceCase),
    inCase(race.correlation, OPPOSITE[evidenceCase]),
  );
  return { q, r: () => r };
}

/** The rivalry of an option as the plan engine takes it; null where there is none. */
export function raceOf(race: RaceFigures | undefined): Race | null {
  if (!race) return null;
  const { effortLossPerRival, reuse, cuts } = race;
  return { effortLoss: centralOf(effortLossPerRival), reuse: centralOf(reuse), cuts };
}
