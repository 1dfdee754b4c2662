/** Which figures are most worth knowing, in English. */
export const askEn = {
  lead: (gain: string) =>
    `Each line is a figure that could lie at either end of its range. To know the first before the plan is made is worth ${gain}: no more than that should be spent on asking.`,
  nothing:
    'No figure is surely worth knowing before the plan is made: at either end of its range the plan as it is does as well.',
  method:
    'Expected value of partial perfect information (Felli and Hazen 1998) over the plan as it is: at each end of its range the plan is made again by the same rule, knowing the figure, and compared with the plan as it is on the same luck. The ends count 0.3 each and the central value 0.4 (Swanson’s rule for a 10th, 50th and 90th percentile), which is a discretisation of the range and not a forecast. All figures with a range are screened at the prices of the plan, and those that promise most are tried on the whole plan; a gain counts where it exceeds 1.645 standard errors. A better rule could gain more; figures are taken one at a time, so that gains do not add up.',
  columns: {
    figure: 'Figure',
    range: 'Low – central – high',
    mark: 'Stands on',
    gain: 'Worth knowing',
    flips: 'What it would flip',
  },
  caption: 'Figures most worth knowing before the plan is made',
  marks: { read: 'a source', computed: 'a computation', judgement: 'judgement', none: 'nothing stated' },
  range: (low: string, central: string, high: string) => `${low} – ${central} – ${high}`,
  at: { low: (list: string) => `if low, ${list}`, high: (list: string) => `if high, ${list}` },
  noStart: 'no first start on a tenth of the courses, but what follows',
  courses: (project: string, team: string, before: string, after: string) =>
    `${project} by ${team} starts on ${after} of the courses rather than ${before}`,
  moved: (project: string, team: string, before: string, after: string) =>
    `${project} by ${team} starts in ${after} rather than ${before}`,
  mode: (project: string, team: string, before: string, after: string) =>
    `${project} by ${team} is led otherwise: ${after} rather than ${before}`,
  standsOn: (mark: string, evidence: string | null) =>
    `It stands on ${mark}${evidence === null ? '' : ` (${evidence})`}.`,
  worth: (gain: string, error: string) =>
    `To know it before the plan is made is worth ${gain}${error === '' ? '' : ` (± ${error}, 95 %)`}.`,
  isRange: (name: string, range: string) => `${name}: ${range}.`,
  wouldChange: (clause: string) => `Knowing it would change the plan: ${clause}.`,
  low: 'low',
  central: 'central',
  high: 'high',
  gain: 'worth knowing',
};
