import type { Frontier, FrontierPoint, FrontierStep, RankingName } from '../contract/frontier.ts';
import { MusterError } from '../kernel/errors.ts';
import { isFree } from '../programme/commitments.ts';
import type { Programme } from '../programme/programme.ts';
import type { BudgetPlan, RunFrontier } from './frontier-budget.ts';
import { type Started, startsDiffering } from './started-projects.ts';

const RANKINGS: readonly RankingName[] = ['value-per-cost', 'chokepoint'];

/** The plan at several multiples of all the money, and what the rankings in common use would need to do as well. */
export async function frontier(
  programme: Programme,
  asked: readonly number[],
  run: RunFrontier,
  seconds: () => number,
): Promise<Frontier> {
  const factors = [...new Set([...asked, 1])].sort((a, b) => a - b);
  // Today's money first: it is what a run that is stopped early should have.
  const order = [1, ...factors.filter((factor) => factor !== 1)];
  const solved = await run.budgets(order);
  const done = solved.filter((one) => one !== null);
  const feasible = done
    .flatMap(({ plan }) => (plan ? [plan] : []))
    .sort((a, b) => a.point.factor - b.point.factor);
  if (feasible.length === 0) throw nothingYet();
  const plans = isFree(programme) ? monotone(feasible) : feasible;
  const points = plans.map(({ point }) => point);
  const today = plans.find(({ point }) => point.factor === 1);
  const rankings = today
    ? await run.rankings(RANKINGS, { value: today.point.value, saved: today.saved })
    : [];
  const found = rankings.filter((one) => one !== null);
  const complete = done.length === factors.length && found.length === RANKINGS.length;
  const { name, name_zh, seed, currency, priceYear } = programme.muster;
  return {
    schema: 'muster/frontier@1',
    programme: name,
    programmeNameZh: name_zh ?? null,
    status: complete ? 'complete' : 'stopped',
    reproducible: complete,
    seconds: seconds(),
    seed,
    currency,
    priceYear,
    asked: factors,
    infeasible: done.flatMap(({ factor, plan }) => (plan ? [] : [factor])).sort((a, b) => a - b),
    points,
    steps: plans.slice(1).map((after, i) => stepOf(plans[i], after)),
    rankings: found,
    notes: notesOf(points),
  };
}

/** Factors from one to another in even steps, rounded to a thousandth. */
export function factorsBetween(from: number, to: number, steps: number): number[] {
  const step = steps > 1 ? (to - from) / (steps - 1) : 0;
  return Array.from({ length: steps }, (_, i) => Math.round((from + i * step) * 1000) / 1000);
}

/**
 * What is known at one budget holds at others too: a plan can be carried out with more money, and what no plan can
 * exceed with more money, none can with less.
 */
function monotone(plans: readonly BudgetPlan[]): BudgetPlan[] {
  return plans.map(({ point: own }, i) => {
    const best = plans.slice(0, i + 1).reduceRight((a, b) => (b.point.value > a.point.value ? b : a));
    const bound = Math.min(...plans.slice(i).map(({ point }) => point.bound));
    const { value, standardError, valueProof, planOf, policy, funded } = best.point;
    const gap = value === 0 ? null : (bound - value) / Math.abs(value);
    const point = { ...own, value, standardError, valueProof, planOf, policy, funded, bound, gap };
    return { point, chances: best.chances, saved: plans[i].saved };
  });
}

function stepOf(before: BudgetPlan, after: BudgetPlan): FrontierStep {
  const { dropped, added } = startsDiffering(startedOf(before), startedOf(after));
  const gain = after.point.value - before.point.value;
  return {
    from: before.point.factor,
    to: after.point.factor,
    gain,
    gainPerMoney: gain / (after.point.money - before.point.money),
    nested: dropped.length === 0,
    dropped,
    added,
  };
}

const startedOf = ({ point, chances }: BudgetPlan): Started => ({ funded: point.funded, chances });

function notesOf(points: readonly FrontierPoint[]): string[] {
  const notes = [
    'All funds are scaled alike, in every period; people, facilities and host-line slots stay as they are.',
    'Each budget is planned with less work than `muster plan` takes: a full plan there may be worth more.',
  ];
  if (points.some(({ valueProof }) => valueProof === 'statistical')) {
    notes.push(
      'Plans are found by search: a step that is not nested says what the best plans found do, not that no nested pair is as good.',
      'All values are simulated on the same luck, so that they differ by less than their standard errors suggest.',
    );
  }
  return notes;
}

function nothingYet(): MusterError {
  return new MusterError('STOPPED', 'It was stopped before the plan at any budget was done.', {
    exitCode: 4,
    hint: 'Let it run longer: the plan at today’s money comes first.',
  });
}
