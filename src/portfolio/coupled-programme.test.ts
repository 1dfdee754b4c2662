import { describe, expect, it } from 'vitest';
import { coupledProgramme } from './coupled-programme.ts';

const SIZE = { goals: 12, projects: 2, periods: 8, funds: 2, resources: 1, scenarios: 2 };

describe('programmes made by rule', () => {
  it('are the same for the same seed, and others for another', () => {
    const [once, again, other] = [1, 1, 2].map((seed) => coupledProgramme(SIZE, seed));
    expect(again.plan).toEqual(once.plan);
    expect(again.chain.terms).toEqual(once.chain.terms);
    expect(other.plan).not.toEqual(once.plan);
  });

  it('have the size asked for', () => {
    const { plan, chain } = coupledProgramme(SIZE, 1);
    expect(plan.groups.map(({ projects }) => projects.length)).toEqual(new Array(12).fill(2));
    expect(plan.rows.map(({ id }) => id)).toEqual(['fund 1', 'fund 2', 'resource 1']);
    expect(plan.rows.every(({ capacity }) => capacity.length === SIZE.periods)).toBe(true);
    expect(new Set(chain.terms.map(({ period }) => period)).size).toBe(SIZE.periods);
  });

  it('are coupled by the chain: no goal alone brings what all bring together', () => {
    const { chain } = coupledProgramme(SIZE, 1);
    const last = SIZE.periods - 1;
    const alone = Array.from({ length: SIZE.goals }, (_, g) =>
      chain.value(
        last,
        Uint8Array.from({ length: SIZE.goals }, (_, h) => (h === g ? 1 : 0)),
      ),
    );
    const together = chain.value(last, new Uint8Array(SIZE.goals).fill(1));
    expect(alone.reduce((sum, x) => sum + x, 0)).toBeLessThan(0.5 * together);
  });
});
