/** A count with its noun. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** Names of what the data call by code, in English. */
export const labelsEn = {
  never: 'never',
  unknown: 'unknown',
  days: (n: number, shown: string) => (n === 1 ? `${shown} day` : `${shown} days`),
  day: (shown: string) => `day ${shown}`,
  fields: {
    chips: 'Chips',
    'core-software': 'Core software',
    'industrial-materials': 'Industrial materials',
    equipment: 'Equipment',
    other: 'Other',
  },
  modes: { 'state-led': 'State-led', mixed: 'Mixed', 'market-led': 'Market-led' },
  kinds: {
    make: 'make',
    substitute: 'substitute',
    redesign: 'redesign',
    'allied-supply': 'allied supply',
    stockpile: 'stockpile',
    recycle: 'recycle',
  },
  stages: {
    deal: 'Deal',
    research: 'Research',
    prototype: 'Prototype',
    verification: 'Verification',
    'ramp-up': 'Ramp-up',
    build: 'Build',
    supply: 'Supply',
  },
  fundTypes: {
    fiscal: 'fiscal',
    'industrial-fund': 'industrial fund',
    company: 'company',
    donation: 'donation',
    loan: 'loan',
    foreign: 'foreign',
  },
  instruments: {
    grant: 'grant',
    'lump-sum-grant': 'lump-sum grant',
    'matched-grant': 'matched grant',
    'repayable-advance': 'repayable advance',
    equity: 'equity',
    'tax-credit': 'tax credit',
    'advance-market-commitment': 'advance market commitment',
    'first-set-insurance': 'first-set insurance',
    'park-or-facility': 'park or facility',
  },
  verdicts: { yes: 'yes', no: 'no', unknown: 'unknown' },
  baselines: {
    'value-per-cost': 'greedy by value per cost',
    chokepoint: 'ranking by chokepoint score',
  },
  proofs: {
    exact: 'exact',
    bound: 'proven bound',
    statistical: 'statistical, with a confidence interval',
  },
  statuses: {
    optimal: 'proven best',
    feasible: 'a plan with a proven distance to the best',
    stopped: 'stopped at a limit before it was finished',
  },
  readings: {
    home: 'can home get it or make it?',
    world: 'can anyone outside the cut-off still make it?',
  },
  gates: {
    all: 'every undeclared choice needs all its parts',
    any: 'any part of an undeclared choice is enough',
    unknown: 'undeclared choices stay unknown and widen the ranges',
  },
  actsOn: {
    headquarters: 'headquarters',
    plants: 'plants',
    jurisdiction: 'jurisdictions',
    provider: 'suppliers',
    either: 'jurisdictions and suppliers',
  },
};
