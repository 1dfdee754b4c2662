import { count } from './labels-en.ts';

/** Sentences on commitments that cannot all be met, in English. */
export const commitmentsEn = {
  headline: (programme: string) => `${programme}: its commitments cannot all be met.`,
  conflictHead: 'These exclude each other; without any one of them the others could be met:',
  repairHead: 'What would mend it, the cheapest of each kind:',
  project: (name: string, team: string) => `“${name}” by ${team}`,
  window: (from: number | null, by: number | null) => {
    if (from !== null && from === by) return ` in period ${from}`;
    if (from !== null && by !== null) return ` from period ${from} to ${by}`;
    if (from !== null) return ` no earlier than period ${from}`;
    return by === null ? '' : ` by period ${by}`;
  },
  lead: (mode: string) => `, ${mode}`,
  lockIn: (project: string, window: string, lead: string) => `${project} must start${window}${lead}`,
  lockOut: (project: string) => `${project} must not start`,
  leadDecided: (project: string, mode: string) => `${project} may only be led one way: ${mode}`,
  decided: (date: string | null, by: string | null) =>
    date === null && by === null
      ? ''
      : `Decided${by === null ? '' : ` by ${by}`}${date === null ? '' : ` on ${date}`}.`,
  leadCost: (cost: string) =>
    `At the prices of the plan, leading it as the plan would choose is worth ${cost} more.`,
  leadCostsNothing:
    'At the prices of the plan it costs nothing: the plan would not do better by another lead.',
  decisionCost: 'cost of the decision',
  deadline: (goal: string, by: number) => `“${goal}” must be within reach by the end of period ${by}`,
  takes: (periods: number) => `; at its longest it takes ${count(periods, 'period')}`,
  cannotBeChosen: (why: string) => `; but it cannot be chosen at all: ${why}`,
  because: (reason: string) => ` (reason: ${reason}).`,
  offers: (name: string, amounts: string) => `${name} offers ${amounts}.`,
  amountIn: (amount: string, period: number) => `${amount} in period ${period}`,
  waits: (stage: string, project: string, goal: string) =>
    `The stage “${stage}” of “${project}” waits until “${goal}” is reached.`,
  preferred: 'First choice. ',
  more: (amounts: string) => `More money or resources: ${amounts}.`,
  moreTotal: (money: string) => `In all ${money} of money.`,
  extra: (name: string, amounts: string) => `${name} by ${amounts}`,
  later: (moves: string) => `Another time: ${moves}.`,
  movedLater: (name: string, by: number, periods: number) =>
    `${name} until period ${by}, ${count(periods, 'period')} later`,
  movedEarlier: (name: string, from: number, periods: number) =>
    `${name} already from period ${from}, ${count(periods, 'period')} earlier`,
  giveUp: (names: string) => `Give up: ${names}.`,
  commitment: {
    'lock-in': 'locked in',
    'lock-out': 'locked out',
    lead: 'lead decided',
    deadline: 'deadline',
  },
  afterwards: (courses: string) => `Then, at the longest: ${courses}.`,
  course: (name: string, from: number, to: number | null) => {
    if (to === null) return `${name} from period ${from}, past the horizon`;
    return from === to ? `${name} in period ${from}` : `${name} in periods ${from} to ${to}`;
  },
  kept: (start: number | null, end: number | null) => {
    const begins =
      start === null
        ? ''
        : `it starts by period ${start} unless its goal is reached or its approach fails before`;
    const ends = end === null ? '' : `at its longest it is through by the end of period ${end}`;
    return `The plan keeps it${[begins, ends]
      .filter(Boolean)
      .map((part) => `; ${part}`)
      .join('')}.`;
  },
  reserved: 'Until then nothing else may take the money and resources of its course.',
  excluded: 'The plan does not choose it.',
  flipKept: 'It holds because the programme says so: leave it out and plan again to see what it costs.',
  conflictOf: 'It is in conflict:',
  notInConflict: 'It takes no part in the conflict that was found; the programme is refused for:',
  moreMoney: 'more money needed',
};
