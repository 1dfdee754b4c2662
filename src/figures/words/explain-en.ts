import { count } from './labels-en.ts';

/** Sentences of explanations, in English. */
export const explainEn = {
  because: 'Why',
  wouldFlip: 'What would flip it',
  figuresHead: 'Figures',
  related: 'Ask on about',
  when: (day: number | null, days: string) =>
    day === null ? 'never' : day === 0 ? 'at once' : `after ${days}`,
  notBroken: 'No cut-off of the programme breaks it.',
  threatened: (scenario: string, lost: string, when: string, rank: number, of: number, stake: string) =>
    `Under “${scenario}” ${lost} of what home needs of it is cut off; it is lost ${when}. It ranks ${rank} of ${of} chokepoints: while it is lost, products worth ${stake} a year stand still.`,
  alone: (value: string) => `Mended alone it gains ${value} a year.`,
  together: (others: string, product: string, level: string, value: string) =>
    `Together with ${others} it lets ${product} reach ${level} of need, worth ${value} a year.`,
  noGoal: 'No goal of the programme addresses it: nothing in options.yaml could mend it.',
  goalUnfunded: (goal: string) => `The plan starts nothing on the goal “${goal}”.`,
  goalFunded: (goal: string, n: number, projects: string, chance: string, end: string) =>
    `For the goal “${goal}” the plan starts ${count(n, 'project')} (${projects}); it is reached by ${end} with a chance of ${chance}.`,
  flipLink: (supplier: string) =>
    `It would not be a chokepoint if ${supplier} kept supplying, or if home reached the level by another way.`,
  valueAtStake: 'value at stake',
  marginalValue: 'marginal value',
  coverage: 'need still covered',
  stopsOnDay: 'lost on day',
  goalTeams: (name: string, teams: number, approaches: number, atOnce: number, chance: string) =>
    `On “${name}” ${count(teams, 'team')} on ${count(approaches, 'approach')} ${teams === 1 ? 'is' : 'are'} funded, ${atOnce} of them at once; the chance that any succeeds is ${chance}.`,
  lastTeam: (name: string, team: string, worth: string) =>
    `Of those that start at once, ${name} by ${team} adds least: ${worth}.`,
  nextTeamGains: (name: string, team: string, worth: string) =>
    `One more beside them, ${name} by ${team}, would add ${worth} at the prices of the plan.`,
  nextTeamLoses: (name: string, team: string, worth: string) =>
    `One more beside them, at best ${name} by ${team}, would lose ${worth} at the prices of the plan.`,
  goalWorth: (worth: string) =>
    `Given the rest of the plan, certainty of it is worth ${worth} per unit of chance.`,
  goalWorthless:
    'Given the rest of the plan, one more unit of its chance is worth nothing: the rest of its chain stays broken, or works without it.',
  goalSet: (names: string, n: number, value: string) =>
    `It belongs to a set of ${n} goals that must be reached together (${names}${n > 6 ? ' and others' : ''}); certainty of all of them is worth ${value}.`,
  flipGoal:
    'It would gain worth once the other links of its chain were planned as well, or if its product were worth more.',
  chanceInTheEnd: 'chance in the end',
  funded: (team: string, period: string, chance: string, goal: string) =>
    `${team} starts it in ${period} (on ${chance} of the courses the programme may take) to reach “${goal}”.`,
  costs: (cost: string, funds: string) =>
    `It is expected to cost ${cost}: ${funds === '' ? 'no money of any fund' : funds}.`,
  succeeds: (chance: string) => `Once started it passes all of its stages with a chance of ${chance}.`,
  worth: (worth: string) =>
    `At the prices of the plan it is worth ${worth} more than its cost and the scarce things it takes from others.`,
  worthBelow: (worth: string) =>
    `Taken alone, at the prices of the plan, it costs ${worth} more than it is worth: it is there for what others need of it, or because it is started while its partners are still open.`,
  without: (cost: string, error: string | null) =>
    `Were it not funded, and the rest planned anew, the plan would be worth ${cost} less${error === null ? '' : ` (± ${error}, 95 %)`}.`,
  withoutMore: (gain: string, error: string | null) =>
    `The plan is bound to it: were it not funded, and the rest planned anew, the plan would be worth ${gain} more${error === null ? '' : ` (± ${error}, 95 %)`}.`,
  withoutNothing: (error: string) =>
    `Were it not funded, and the rest planned anew, the plan would be worth about the same (to within ${error}, 95 %): others can take its place.`,
  replacement: 'loss of the plan if it were not funded',
  flipFunded: (worth: string) => `It would fall out once it cost ${worth} more, or brought that much less.`,
  flipNow: 'Prices alone would drop it; force it out and plan again to see what the programme loses.',
  unfunded: (goal: string) => `It would serve “${goal}”, and the plan does not start it.`,
  insteadOf: (names: string) => `On the same goal the plan pays for ${names}.`,
  flipUnfunded: (missing: string) =>
    `It would come in once it cost ${missing} less, or brought that much more.`,
  netWorth: 'net worth at the prices of the plan',
  cost: 'expected cost',
  chanceOfSuccess: 'chance of success once started',
  chanceOfStart: 'chance of being started',
  leads: (mode: string, instrument: string) => `Lead: ${mode}, financed by ${instrument}.`,
  onlyMode: 'The programme offers no other way to lead it that could start in that period.',
  runnerUp: (mode: string, loss: string) => `The runner-up is ${mode}, which would be worth ${loss} less.`,
  flipMode: (mode: string, loss: string, chosen: string) =>
    `${mode} would be chosen if it cost ${loss} less, or if ${chosen} lost that much through delay, cost or chance.`,
  runnerUpLoss: 'loss if the runner-up led',
  fundUse: (used: string, available: string) =>
    `Of ${available} that it offers over the horizon the plan expects to use ${used}.`,
  fundUnused: 'No project of the plan draws on it.',
  fundUsers: (n: number, names: string) =>
    `${count(n, 'project')} ${n === 1 ? 'draws' : 'draw'} on it, the largest: ${names}.`,
  resourceUse: (share: string, period: string, used: string, available: string, unit: string) =>
    `It is used most in ${period}: ${share}, that is ${used} of ${available} ${unit}.`,
  notScarce: 'It is never scarce: one more of it would be worth nothing.',
  scarce: (periods: string) => `It is scarce in ${periods}.`,
  oneMore: (period: string, worth: string) => `One more in ${period} is worth ${worth}.`,
  moneyWorth: (worth: string) => `${worth} for each unit of money, beyond itself`,
  unitWorth: (worth: string) => `${worth}`,
  oneMoreUnit: 'one more unit in the dearest period',
  verdicts: {
    yes: 'keeps full service',
    no: 'loses full service',
    unknown: 'may lose full service: the data do not decide',
  },
  productUnder: (scenario: string, verdict: string, when: string, coverage: string, cause: string | null) =>
    `Under “${scenario}” it ${verdict} (${when}), ${coverage} of need covered in the end${cause === null ? '' : `; the way to the cause: ${cause}`}.`,
  liftedTo: (level: string, from: string, to: string) =>
    `${level} of need: ${to} with the plan, ${from} without`,
  underPlan: (end: string, list: string) => `Chance of being available by ${end}: ${list}.`,
  chanceAtLevel: (level: string) => `chance at ${level} of need`,
  scenarioWeight: (weight: string) => `The programme gives it a weight of ${weight}.`,
  stopsNothing: 'It stops no product at its highest service level.',
  stops: (list: string) => `It takes full service from ${list}.`,
  breaks: (n: number, list: string) => `${count(n, 'link')} ${n === 1 ? 'is' : 'are'} broken, first ${list}.`,
  weight: 'weight',
};
