/** Words of the page of methods, in English. */
export const methodEn = {
  pages: 'Pages on method',
  figures: 'How each figure is made',
  explanation: 'Explanation',
  reference: 'Reference',
  english: '',
  titles: {
    chain: 'Chain',
    severity: 'Value at stake against time',
    stops: 'When levels are lost',
    survival: 'How long stocks carry',
    combinations: 'Critical combinations',
    unknowns: 'What to find out first',
    gantt: 'Projects over time',
    flow: 'Flow of money',
    availability: 'Chance that products can be made',
    bound: 'Distance from the best plan',
    risk: 'The plan in each scenario',
    ask: 'What to ask next',
    frontier: 'Frontier',
    alternatives: 'Alternatives',
  },
};
