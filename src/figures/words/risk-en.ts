/** How the plan does where things go badly, in English. */
export const riskEn = {
  title: (scenario: string, value: string) => `Worth least if it comes to “${scenario}”: ${value}`,
  titleRegret: (scenario: string, regret: string) =>
    `another plan would do better by ${regret} if “${scenario}” were sure to come`,
  titleNone: 'no scenario in which another plan would be better',
  subtitle: (unit: string) =>
    `Value of the plan were each scenario the one that comes (solid), and what the best plan found for it alone would add (pale); ${unit}`,
  method:
    'The plan does not know which scenario comes: in each, what is attained is the same, and what it is worth differs. Regret is the value of the best plan found for a scenario alone, with reduced work, less the value of this plan there: an estimate, since a better plan for it may exist. Values include the luck of the projects, averaged.',
  columns: { scenario: 'Scenario', best: 'Best for it alone (estimate)', regret: 'Regret' },
  caption: 'Value and regret by scenario',
  value: 'this plan',
  regret: 'regret',
  tail: (share: string, mean: string, edge: string) =>
    `On the worst ${share} of all courses, over luck and scenarios, the plan is worth ${mean} on average, and at most ${edge} (conditional value at risk, Rockafellar and Uryasev 2000).`,
  evidence:
    'Which figures would change the plan within their ranges is told under “What to ask next”; which conclusions hold at low and high evidence under “What it rests on”.',
  met: (product: string, level: string, by: string, chance: string, asked: string) =>
    `Target met: ${product} at ${level} of need by ${by} has a chance of ${chance}; asked ${asked}.`,
  missed: (product: string, level: string, by: string, chance: string, asked: string) =>
    `Target missed: ${product} at ${level} of need by ${by} has a chance of ${chance}; asked ${asked}.`,
};
