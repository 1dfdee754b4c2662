import { count } from './labels-en.ts';

/** Words of the frontier of value against money, in English. */
export const frontierEn = {
  kicker: 'Technology-breakthrough programme: what more and less money would do',
  rankings: { 'value-per-cost': 'Greedy by value per cost', chokepoint: 'Ranking by chokepoint score' },
  times: (factor: string) => `${factor}×`,
  today: (money: string, value: string, bound: string) =>
    `With the money of today, ${money}, the plan is worth ${value}; no plan can exceed ${bound}.`,
  same: (ranking: string, value: string) =>
    `${ranking} is worth ${value} at that money and does as well as the plan.`,
  needs: (ranking: string, value: string, factor: string, more: string) =>
    `${ranking} is worth ${value} at that money; to do as well as the plan it would need ${factor} times the money, ${more} more.`,
  never: (ranking: string, value: string, factor: string, most: string) =>
    `${ranking} is worth ${value} at that money, and does not do as well as the plan even with ${factor} times the money: at most ${most}.`,
  nested: (steps: number) =>
    steps === 1
      ? 'The step to the larger budget keeps every funded project.'
      : `All ${steps} steps to the next larger budget keep every funded project.`,
  notNested: (n: number, steps: number) =>
    `${n} of ${count(steps, 'step')} to the next larger budget ${n === 1 ? 'drops' : 'drop'} projects that the smaller one funds: no one list, bought from the top, gives them all.`,
  step: (from: string, to: string, dropped: string, added: string) =>
    `From ${from} to ${to} of the money: drops ${dropped}${added === '' ? '' : `; adds ${added}`}.`,
  project: (name: string, team: string, before: string, after: string) =>
    `${name} by ${team} (${before} → ${after})`,
  more: (n: number) => `${n} more`,
  slope: (first: string, firstGain: string, last: string, lastGain: string) =>
    `One unit of money more brings ${firstGain} at ${first} of the money and ${lastGain} at ${last}.`,
  infeasible: (factors: string) => `At ${factors} of the money the commitments cannot all be met.`,
  stopped: (done: number, asked: number) => `Stopped: ${done} of ${count(asked, 'budget')} are done.`,
  figure: {
    title: (factor: string, ranking: string) =>
      `${ranking} needs ${factor} times the money to do as well as the plan`,
    titleNever: (factor: string, ranking: string) =>
      `${ranking} does not do as well as the plan of today even with ${factor} times the money`,
    titlePlan: 'What the plan is worth at each budget',
    subtitle: (unit: string, moneyUnit: string) =>
      `Expected value (${unit}) against the money of all funds over the whole horizon (${moneyUnit}, undiscounted)`,
    plan: 'plan (95 % interval)',
    bound: 'bound: no plan exceeds it',
    notNested: 'reached by dropping projects of the smaller budget',
    today: 'today',
    xAxis: (unit: string) => `${unit}, all funds`,
    yAxis: (unit: string) => unit,
    method:
      'At each budget what every fund offers in every period is multiplied by the same factor; people and facilities stay. Each budget is planned on its own with less work than a full plan; a plan is carried over to a larger budget where none better was found there, and a bound to a smaller one. The rankings buy in their order what fits, at the same money and on the same luck. The money a ranking would need is found by doubling it until it reaches the value of the plan at today’s money, and halving in between down to 1 %; it is looked for up to 16 times the money.',
  },
  columns: {
    factor: 'Times today',
    money: 'Money, all funds',
    value: 'Value of the plan',
    error: 'Standard error',
    bound: 'Bound',
    gap: 'Gap',
    projects: 'Projects funded',
    nested: 'Keeps all of the budget before',
    from: 'From',
    to: 'To',
    change: 'Change',
    project: 'Project',
    team: 'Team',
    before: 'Chance of start before',
    after: 'Chance of start after',
  },
  yes: 'yes',
  no: (dropped: number) => `no, drops ${dropped}`,
  dropped: 'dropped',
  added: 'added',
  captions: { points: 'Plan and rankings at each budget', steps: 'What each larger budget drops and adds' },
  sections: {
    findings: 'Findings',
    figure: 'Value against money',
    steps: 'From budget to budget',
    notes: 'What to keep in mind',
  },
  colophon:
    'Made by Muster from the files of the programme. Everything can be checked against the CSV tables and frontier.json.',
};
