import type { PlanProgress } from '../app/solve-case.ts';

/** What is being done in each phase, in words. */
export const PHASES: Record<PlanProgress['phase'], string> = {
  bound: 'proving how good a plan can be',
  exact: 'trying to solve it exactly',
  policies: 'comparing ways to decide',
  rollout: 'improving the best of them',
  value: 'valuing the plan',
};

const CASES = { central: '', low: ' (at low evidence)', high: ' (at high evidence)' } as const;

/** Prints progress on stderr: phase, best value, bound and gap; at most one line a second in a phase. */
export function planProgress(currency: string): (progress: PlanProgress, seconds: number) => void {
  const print = progressLines(currency);
  return (progress, seconds) =>
    print(`${PHASES[progress.phase]}${CASES[progress.evidence]}`, progress, seconds);
}

/** Prints lines of progress on stderr, at most one a second under one label. */
export function progressLines(
  currency: string,
): (label: string, progress: Pick<PlanProgress, 'value' | 'bound'>, seconds: number) => void {
  const last = new Map<string, number>();
  return (label, { value, bound }, seconds) => {
    if (seconds - (last.get(label) ?? Number.NEGATIVE_INFINITY) < 1) return;
    last.set(label, seconds);
    const parts = [`${seconds.toFixed(1).padStart(6)} s  ${label}`];
    if (value !== null) parts.push(`value ${billions(value)}`);
    if (bound !== null) parts.push(`bound ${billions(bound)} ${currency}`);
    if (value !== null && bound !== null && value !== 0) {
      parts.push(`gap ${(((bound - value) / Math.abs(value)) * 100).toFixed(1)} %`);
    }
    process.stderr.write(`${parts.join('  ')}\n`);
  };
}

function billions(x: number): string {
  return `${(x / 1e9).toFixed(1)} bn`;
}
