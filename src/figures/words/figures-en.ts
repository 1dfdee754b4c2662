import { count } from './labels-en.ts';

/** Words of the figures, in English. */
export const figuresEn = {
  provenance: {
    prices: (year: number) => `prices of ${year}`,
    source: (programme: string) => `source: Muster on the files of ${programme}`,
    seed: (seed: number) => `seed ${seed}`,
  },
  chainMap: {
    title: (exposed: number, links: number, stopped: number, products: number) =>
      `${exposed} of ${count(links, 'link')} ${exposed === 1 ? 'is' : 'are'} exposed, and ${stopped} of ${count(products, 'product')} ${stopped === 1 ? 'stops' : 'stop'}`,
    titleSafe: (links: number) => `None of ${count(links, 'link')} is exposed and no product stops`,
    subtitle: (scenario: string, asOf: string, coverage: string) =>
      `Exposure: fraction of the need of home that “${scenario}” takes away at the link itself; as of ${asOf}; supply quantified for ${coverage} of links`,
    grouped: (shown: number, hidden: number) =>
      `${shown} links are drawn, the most exposed that fail and their paths to a product; the other ${hidden} are grouped by field`,
    group: (field: string, n: number) => `${field}: ${n} more`,
    legendExposure: 'Exposure',
    legendUnknown: 'unknown',
    legendBroken: 'cannot be had or made',
    legendUnclear: 'not known whether it works',
    method:
      'Every link below the products, inputs on the left and products on the right, placed by a layered layout (ELK). Fill: exposure of the link itself. A heavy outline: the link fails at the highest service level, of itself or because an input does; heavy lines join failing links. Hatched: supply is not quantified. The small mark is the field. Days count from the start of the scenario.',
  },
  severity: {
    title: (soon: number, days: string, worst: string, value: string) =>
      `${soon === 0 ? 'No chokepoint' : count(soon, 'chokepoint')} ${soon > 1 ? 'stop' : 'stops'} within ${days}; most is at stake at ${worst}, ${value} a year`,
    each: (n: number) => `each of ${n} links`,
    titleNone: 'No chokepoint has a day on which it stops',
    subtitle: (unit: string) =>
      `Value at stake (${unit} per year) against time to stop (days from the start of the scenario, square-root scale)`,
    never: (n: number) =>
      `${count(n, 'chokepoint')} that never ${n === 1 ? 'stops is' : 'stop are'} in the table only`,
    xAxis: 'days to stop',
    yAxis: (unit: string) => `${unit} at stake per year`,
    more: (n: number) => `+ ${n} more`,
    method:
      'Value at stake is the value per year of the products that stop while the link is lost, so links that stop the same products stand at the same height. Time to stop counts stocks and service lives along the chain. Links on the same spot share one mark, whose size is their number. Fill: exposure, as in the chain map; shape: field.',
  },
  gantt: {
    title: (n: number, first: number, mode: string, modeCount: number) =>
      `${count(n, 'project')}, ${first} of them started in the first year; ${modeCount} ${modeCount === 1 ? 'is' : 'are'} ${mode}`,
    titleNone: 'The plan starts no project',
    subtitle:
      'Stages on the most likely course; colour: who leads; figure: chance that the project starts at all, paler where it is small',
    start: (name: string, weight: string) => `${name} starts (weight ${weight})`,
    startNote: 'broken line: start of a cut-off scenario',
    chance: 'chance of start',
    today: 'today',
    overlayNote: 'diamond: goal attempted by then; thin line: a project waits for another',
    method:
      'Each project is drawn as if every stage passed and took its most likely time. The plan adapts: a failed stage frees its money and people, so a project may start later, or not at all; the chance of start is taken over all courses of the programme. A stage that runs beyond the last period is cut at the edge.',
  },
  flow: {
    title: (total: string, fund: string, fundShare: string, field: string, fieldShare: string) =>
      `Of ${total}, ${fund} pays ${fundShare} and ${field} receives ${fieldShare}`,
    titleNone: 'The plan spends nothing',
    subtitle: (unit: string) =>
      `Expected money from fund through field to goal (${unit}, undiscounted, whole horizon)`,
    otherGoals: (n: number) => `${n} smaller goals`,
    method:
      'Expected payments of each funded project by fund, over all courses of the programme: a project that may fail early counts with what it is likely to spend. Goals beyond the largest are joined into one.',
  },
  availability: {
    title: (product: string, before: string, after: string, date: string) =>
      `By ${date} the plan lifts ${product} from ${before} to ${after}`,
    titleNone: 'The plan raises the availability of no product',
    subtitle:
      'Probability that the product can be made, at the service level named, by the end of each period, over the weighted scenarios',
    withPlan: 'with the plan',
    withoutPlan: 'without',
    other: 'thin: at the service level in brackets',
    cutOff: 'a cut-off starts',
    more: (n: number) => `${n} more products are in the table`,
    atLevel: (level: string) => `at ${level} service`,
    method:
      'Exact probability of the structure function of the product at the chances of its links in each period; links shared by several products are counted right. Heavy lines are the highest service level, thin ones the other level that the plan lifts most; all levels are in the table.',
  },
  bound: {
    title: (gap: string, better: string, baseline: string) =>
      `Within ${gap} of what any plan could reach, and ${better} above ${baseline}`,
    titleGap: (gap: string) => `Within ${gap} of what any plan could reach`,
    titleOpen: 'The plan against its bound and simpler plans',
    subtitle: (unit: string) =>
      `Expected discounted value over attempting nothing, net of cost (${unit}); whiskers: 95 % confidence interval where the value is simulated`,
    plan: 'This plan',
    boundRow: 'Bound on any plan',
    bound: (value: string) => `no plan exceeds ${value}`,
    method:
      'The bound holds for every adaptive policy, whatever it learns on the way. The baselines are simpler ways to choose, run on the same problem and the same random numbers. The gap is (bound − value) / |value|.',
  },
};
