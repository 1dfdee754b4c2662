import { normalCdf, normalQuantile } from '../kernel/normal.ts';

/**
 * Parallel teams with one published figure of how alike their luck is. Each team succeeds with chance `p`; teams are
 * tied by a common factor (equicorrelated normal variables, a one-factor Gaussian copula): team i succeeds when
 * √rho · Z + √(1 − rho) · X_i falls below the p-quantile of the normal law.
 */

/** Chance that at least one of `teams` succeeds; `p` and `rho` in [0, 1]. Accurate to about 1e-6. */
export function atLeastOne(p: number, rho: number, teams: number): number {
  if (p <= 0 || teams === 0) return 0;
  if (p >= 1) return 1;
  if (rho >= 1) return p;
  const threshold = normalQuantile(p);
  let none = 0;
  let weight = 0;
  for (let i = 0; i <= STEPS; i++) {
    const z = REACH * ((2 * i) / STEPS - 1);
    const density = Math.exp((-z * z) / 2);
    const alone = normalCdf((threshold - Math.sqrt(rho) * z) / Math.sqrt(1 - rho));
    none += density * (1 - alone) ** teams;
    weight += density;
  }
  return 1 - none / weight;
}

/** Points of the trapezium rule over the common factor, and how far it goes: exact far beyond what is asked. */
const STEPS = 2000;
const REACH = 8;

/** An approach that works with chance `q`, and teams on it that succeed with `r` where it does. */
export interface NestedChances {
  readonly q: number;
  readonly r: number;
}

/**
 * The approach and team chances under which one team and two teams do as well as under the copula: q·r = P₁ = p and
 * q·(1 − (1 − r)²) = P₂, so r = 2 − P₂/p and q = p/r. From the third team on the nested law is the more careful one:
 * its chance of any stays below q, where the copula's goes on to one.
 */
export function nestedChances(p: number, rho: number): NestedChances {
  if (p <= 0) return { q: 0, r: 1 };
  const r = Math.min(1, Math.max(p, 2 - atLeastOne(p, rho, 2) / p));
  return { q: p / r, r };
}
