import type { ProjectPlace } from '../portfolio/course-problem.ts';
import { publicDemands } from '../programme/financing.ts';
import { assignPayments, type Demand } from '../programme/payments.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { ProjectMoney } from './project-money.ts';

/** Expected payments: by fund and period, and by project and fund. */
export interface ExpectedPayments {
  /** [fund][period], major units. */
  readonly byFund: number[][];
  /** By "group project": money from each fund. */
  readonly byProject: ReadonlyMap<string, number[]>;
}

/** Assigns the expected money of every period to the funds that may pay it. */
export function expectedPayments(problem: PlanProblem, money: readonly ProjectMoney[]): ExpectedPayments {
  const { funds } = problem.programme;
  const byFund = funds.map(() => new Array<number>(problem.spec.periods).fill(0));
  const byProject = new Map<string, number[]>();
  for (let t = 0; t < problem.spec.periods; t++) {
    const demands = money.filter(({ period }) => period === t).flatMap((entry) => demandsOf(problem, entry));
    const paid = assignPayments(
      demands,
      problem.money.map((byPeriod) => byPeriod[t]),
    );
    demands.forEach(({ entry }, d) => {
      const key = projectKey(entry);
      const total = byProject.get(key) ?? funds.map(() => 0);
      byProject.set(key, total);
      paid[d].forEach((amount, f) => {
        byFund[f][t] += amount;
        total[f] += amount;
      });
    });
  }
  return { byFund, byProject };
}

function demandsOf(
  { programme }: PlanProblem,
  entry: ProjectMoney,
): (Demand & { readonly entry: ProjectMoney })[] {
  const { eligible, publicShare } = entry.variant;
  return [
    ...publicDemands(programme.funds, eligible, publicShare, entry.publicMoney),
    { amount: Math.max(0, entry.privateMoney), funds: eligible.privateFunds },
  ].map((demand) => ({ ...demand, entry }));
}

export function projectKey({ group, project }: ProjectPlace): string {
  return `${group} ${project}`;
}
