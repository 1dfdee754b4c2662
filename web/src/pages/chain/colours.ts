import type { Content } from '../../../../src/contract/api/content.ts';
import type { Assessment } from '../../../../src/contract/assess.ts';
import { exposureColour, mix, type Palette } from '../../../../src/figures/theme.ts';

/** What the colour of a link tells. */
export const COLOURINGS = ['exposure', 'readiness', 'price'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** Strength of a link's colour, 0 to 1, and the quantity behind it; null: not known. */
export interface Shade {
  readonly strength: number;
  readonly quantity: number;
}

/** Highest technology readiness level. */
const TRL_MAX = 9;

/**
 * Shade of every link. Exposure: fraction of home's need taken away at the link itself. Readiness: the highest
 * readiness level from which an option on it starts today; unknown where none says. Price: value per year of one
 * more unit of its chance, as a fraction of the largest; 0 for what is no chokepoint.
 */
export function shadesOf(
  colouring: Colouring,
  assessment: Assessment,
  content: Content,
): ReadonlyMap<string, Shade | null> {
  if (colouring === 'exposure') {
    return new Map(
      assessment.links.map(({ id, exposure }) => [
        id,
        exposure === null ? null : { strength: exposure, quantity: exposure },
      ]),
    );
  }
  if (colouring === 'readiness') {
    const levels = readinessLevels(content);
    return new Map(
      assessment.links.map(({ id }) => {
        const level = levels.get(id);
        return [
          id,
          level === undefined ? null : { strength: 1 - (level - 1) / (TRL_MAX - 1), quantity: level },
        ];
      }),
    );
  }
  const prices = new Map(assessment.chokepoints.map((point) => [point.link, point.marginalValuePerYear]));
  const largest = Math.max(...prices.values(), 0);
  return new Map(
    assessment.links.map(({ id }) => {
      const quantity = prices.get(id) ?? 0;
      return [id, { strength: largest > 0 ? Math.max(0, quantity) / largest : 0, quantity }];
    }),
  );
}

function readinessLevels({ parts }: Content): Map<string, number> {
  const levels = new Map<string, number>();
  for (const goal of parts.goals) {
    for (const option of goal.options) {
      const from = option.stages.find((stage) => stage.trl)?.trl?.[0];
      if (from !== undefined) levels.set(goal.link, Math.max(levels.get(goal.link) ?? 0, from));
    }
  }
  return levels;
}

/** Colour of a shade. Prices have the accent; what stands out is always what matters most. */
export function shadeColour(palette: Palette, colouring: Colouring, { strength }: Shade): string {
  if (colouring === 'price') return mix(palette.surface, palette.accent, 0.05 + 0.85 * strength);
  return exposureColour(palette, strength);
}

/** The hatching of what is not known. */
export const hatching = (palette: Palette): string =>
  `repeating-linear-gradient(45deg, ${palette.surface}, ${palette.surface} 4px, ${palette.grid} 4px, ${palette.grid} 6px)`;
