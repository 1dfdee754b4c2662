import { expect } from 'vitest';
import type { Plan } from '../../src/contract/plan.ts';

/** The plan is proven optimal and worth exactly this. */
export function exact(plan: Plan, value: number): void {
  expect(plan).toMatchObject({ proof: 'exact', valueProof: 'exact', status: 'optimal', reproducible: true });
  expect(plan.value).toBeCloseTo(value, 6);
  expect(plan.bound).toBeCloseTo(value, 6);
}
