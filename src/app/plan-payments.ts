import { assignPayments, type Demand } from '../programme/payments.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { ProjectAt, ProjectMoney } from './plan-starts.ts';

/** Expected payments: by fund and period, and by project and fund. */
export interface ExpectedPayments {
  /** [fund][period], major units. */
  readonly byFund: number[][];
  /** By "group project": money from each fund. */
  readonly byProject: ReadonlyMap<string, number[]>;
  readonly publicCost: number;
  readonly privateCost: number;
}

/** Assigns the expected money of every period to the funds that may pay it. */
export function expectedPayments(problem: PlanProblem, money: readonly ProjectMoney[]): ExpectedPayments {
  const { funds } = problem.programme;
  const byFund = funds.map(() => new Array<number>(problem.spec.periods).fill(0));
  const byProject = new Map<string, number[]>();
  let publicCost = 0;
  let privateCost = 0;
  for (let t = 0; t < problem.spec.periods; t++) {
    const ofPeriod = money.filter(({ period }) => period === t);
    const demands = ofPeriod.flatMap((entry): (Demand & { entry: ProjectMoney })[] => [
      { amount: entry.publicMoney, funds: entry.publicFunds, entry },
      { amount: entry.privateMoney, funds: entry.privateFunds, entry },
    ]);
    for (const entry of ofPeriod) {
      publicCost += entry.publicMoney;
      privateCost += entry.privateMoney;
    }
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
  return { byFund, byProject, publicCost, privateCost };
}

export function projectKey({ group, project }: ProjectAt): string {
  return `${group} ${project}`;
}
