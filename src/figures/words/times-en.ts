import { count } from './labels-en.ts';

/** When things stop and how long stocks carry, in English. */
export const timesEn = {
  figure: {
    title: (product: string, level: string, day: string) =>
      `The first to fall below ${level} of need: ${product}, ${day === '' ? 'at once' : `on ${day}`}`,
    titleNone: 'No product falls below its lowest service level',
    subtitle: (runs: string, figures: string) =>
      `Days from the start of the scenario on which service levels are lost (square-root scale); marks: central figures; bars: the middle 80 % of ${runs} runs over ${figures} uncertain figures`,
    products: 'Products: share of need that can no longer be met',
    links: 'Chokepoints: those that stop a product first, then by rank',
    expansion: 'expansion stops: fewer new ones come than home needs',
    level: 'falls below the level',
    spread: '10 % to 90 % of runs',
    never: 'beyond the edge: in more than 10 % of runs later or never',
    xAxis: 'days from the start of the scenario',
    more: (n: number) => `${count(n, 'more chokepoint')} ${n === 1 ? 'is' : 'are'} in the table`,
    method:
      'A link at a level is lost when imports no longer reach it and home cannot fill in; then stock and installed base carry it on: stock days + life × (1 − service dependence × service lost) × (1 − level). So of what is durable expansion, full supply of new ones, stops first and its levels later. Every uncertain figure is drawn between its low and high with central as its median, independently of the others, which is a judgement: causes that move figures together would widen the spread of a product. Figures without a range stay fixed.',
  },
  list: {
    line: (when: string, what: string) => `${when[0].toUpperCase()}${when.slice(1)}: ${what}.`,
    on: (day: string, date: string) => (date === '' ? day : `${day} (${date})`),
    expansion: (names: string) => `expansion stops, fewer new ones come than home needs: ${names}`,
    level: (names: string) => `falling below the share of need in brackets: ${names}`,
    product: (names: string, level: string, because: string, spread: string) =>
      `below ${level} of need: ${names}${because}${spread}`,
    because: (path: string) => `, because of ${path}`,
    notCentral: 'not at the central figures',
    spread: (low: string, high: string) => ` (${low} to ${high} in the middle 80 % of runs)`,
    neverIn: (share: string) => ` (in ${share} of runs never)`,
    others: (names: string, n: number) => `${names} and ${n} more`,
    rest: (n: number) => `${count(n, 'more entry', 'more entries')} in --json and in stoppages.csv.`,
  },
  finding: {
    survives: (product: string, level: string, days: string) =>
      `With stocks spread over what still comes in, the first end use to fall below ${level} of need is ${product}, after ${days}.`,
    stock: (days: string, links: string, cost: string) =>
      `To keep every product at its lowest level for ${days}, lay in ${links}${cost === '' ? '' : `: ${cost} where prices are known`}.`,
    stockOf: (link: string, days: string) => `${days} of ${link}`,
    stockNone: (days: string) => `What is held keeps every product at its lowest level for ${days}.`,
    stockNever: (days: string, links: string) =>
      `No stock alone keeps every product at its lowest level for ${days}: nobody can lay in ${links}.`,
  },
  columns: {
    day: 'Day',
    date: 'Date',
    what: 'What stops',
    kind: 'Loss of',
    cause: 'Because of',
    p10: '10 % of runs by day',
    p50: 'Half by day',
    p90: '90 % by day',
    never: 'Never, of runs',
    days: 'Survives, days',
    daysLow: 'At low figures',
    daysHigh: 'At high figures',
    bottleneck: 'Limited by',
    extra: 'To lay in, days of need',
    held: 'Held, days of need',
    cost: 'Cost',
    mark: 'Mark',
    missing: 'Nobody can lay in (need missing at the end)',
  },
  kinds: { expansion: 'expansion', level: 'level', product: 'end use' },
  marks: { read: 'read', computed: 'computed', judgement: 'judgement', none: 'unsourced' },
  captions: {
    stoppages: 'What stops, the earliest first; days from the start of the scenario',
    survival:
      'Whole days for which each service level is kept once all measures hold, stocks spread over them',
    stock: (days: string) => `The least stock with which each service level is kept for ${days}`,
  },
  parts: {
    stoppages: 'What stops, in order',
    survival: 'Time to survive',
    stock: (days: string) => `Stock to survive ${days}`,
  },
  forEver: 'for ever',
  notStated: 'not stated',
  together: 'All products, each at its lowest level',
  survivalLead:
    'Time to stop lets everybody draw in full until a stock is empty. Time to survive asks for how long the level can be kept if stocks are spread over what still comes in; for what wears out it is on the safe side.',
  stockLead: {
    money: 'Least money.',
    days: 'Least sum of days of need, as not everything that could be laid in has a price.',
    none: 'Levels that are not listed need no stock beyond what is held.',
  },
  survivalMethod:
    'A linear programme over constant rates: what a link serves is what is imported, what home makes of what it needs, and stock spread over the time; needed together the least counts, substitutes add up, of at-least k the parts take turns, which is the most that can be hoped for. A base of service life L has worn out by days / L and is replaced as far as new ones come. Every user keeps its part of a link. Services, processes, software, designs and installed bases cannot be laid in. Cost: market per year × need × days / 365, at today’s prices, without storage.',
};
