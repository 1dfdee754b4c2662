import { count } from './labels-en.ts';

/** Headline sentences, in English. */
export const findingsEn = {
  stops: 'What stops first',
  together: 'What to mend together',
  leads: 'Who leads',
  money: 'The money',
  effect: 'What it achieves',
  proof: 'How good the plan is',
  basis: 'What it rests on',
  nothingStops: (scenario: string) => `Under “${scenario}” no product stops at its highest service level.`,
  fullServiceLost: (scenario: string, names: string, when: string) =>
    `Under “${scenario}”, full service is lost ${when} for ${names}.`,
  stopsFirst: (product: string, when: string, cause: string) =>
    `The first to stop altogether: ${product}, ${when}${cause === '' ? '' : `, because of ${cause}`}.`,
  stopsNext: (product: string, when: string, cause: string) =>
    `Then ${product}, ${when}${cause === '' ? '' : `, because of ${cause}`}.`,
  reduced: (names: string, n: number) => `${names} ${n === 1 ? 'keeps' : 'keep'} running at reduced service.`,
  atOnce: 'at once',
  byDay: (day: string) => `by ${day}`,
  onDay: (day: string, date: string) => (date === '' ? `on ${day}` : `on ${day} (${date})`),
  unknownProducts: (list: string) => `For ${list} the data do not decide.`,
  mendTogether: (members: string, product: string, value: string) =>
    `${members} must be mended together to keep ${product}: worth ${value} a year.`,
  noneAlone: 'None of them gains anything alone.',
  aloneAtMost: (name: string, value: string) => `Alone, the best of them, ${name}, gains ${value} a year.`,
  noRepair: 'No set of links has to be mended together.',
  leadCounts: (n: number, list: string) => `Of ${count(n, 'project')} ${list}.`,
  leadItem: (n: number, mode: string, share: string) =>
    `${n} ${n === 1 ? 'is' : 'are'} ${mode} (${share} of the money)`,
  closest: (project: string, mode: string, loss: string) =>
    `The closest call is ${project}: choosing ${mode} instead would cost ${loss}.`,
  moneyTotal: (total: string, publicMoney: string, privateMoney: string, from: string, to: string) =>
    `${total} are expected from ${from} to ${to}: ${publicMoney} public and ${privateMoney} private.`,
  scarcest: (fund: string, period: string, worth: string) =>
    `Money is scarcest in ${fund}, ${period}: one more unit there is worth ${worth}.`,
  lifted: (list: string, date: string) => `By ${date} the plan lifts ${list}.`,
  liftItem: (product: string, level: string, from: string, to: string) =>
    `${product} at ${level} of need from ${from} to ${to}`,
  value: (value: string, error: string, bound: string) =>
    `The plan is worth ${value}${error === '' ? '' : ` (± ${error}, 95 %)`} over attempting nothing; no plan can exceed ${bound}.`,
  gap: (gap: string, proof: string) => `The gap is at most ${gap} (${proof}).`,
  gapNone: (proof: string) => `No gap is stated (${proof}).`,
  better: (baseline: string, by: string) => `It is ${by} better than the best simpler plan, “${baseline}”.`,
  judgement: (share: string, figures: string) => `${share} of ${figures} figures are judgement.`,
  survives: (n: number, all: number) =>
    `${n} of ${count(all, 'conclusion')} ${n === 1 ? 'survives' : 'survive'} the low and the high figures.`,
  coverage: (share: string) => `Supply is quantified for ${share} of the links below the products.`,
};
