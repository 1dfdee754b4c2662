/** Words on who leads by the screening rule and in the plan, in English. */
export const leadEn = {
  part: 'Who leads: the plan beside a rule of thumb',
  caption: 'Lead in the plan and by the screening rule, with what would change the answer of the rule',
  lead: 'The rule is a synthesis that no single source states; the plan does not follow it but chooses by value. Where they differ, both are told. A decided lead is a commitment of the programme.',
  columns: {
    project: 'Project',
    plan: 'Plan',
    rule: 'Rule',
    why: 'Why the rule',
    agreement: 'Plan and rule',
    loss: 'Worth less by the rule',
    worstRegret: 'Worst regret of the plan’s lead',
    flips: 'What would change the rule',
    decided: 'Decided, and why',
    cost: 'Cost of the decision',
  },
  undecided: 'undecided',
  /** Reasons of the rule by code. */
  reasons: {
    'not-stated': 'nobody has stated whether it pays its performer',
    manufacturing: 'manufacturing is left to the market unless reasons speak against it',
    pays: 'it pays its performer without aid',
    'in-time': 'the market would be done before a cut-off at even odds',
    'too-late': 'the market would be done only after a cut-off at even odds',
    'breaks-even': 'it just breaks even for its performer',
    'does-not-pay': 'it does not pay its performer without aid',
    'few-actors': 'few actors could do it',
    common: 'many links need it, rivals among them',
    'whole-chain': 'its verification needs the whole chain',
    contestable: 'several could do it, and nothing else asks for the state',
  },
  ruleSays: (mode: string, reasons: string) => `The screening rule says ${mode}: ${reasons}.`,
  ruleOpen: (reasons: string) => `The screening rule does not decide: ${reasons}.`,
  agreement: {
    same: 'The plan agrees.',
    undecided: 'The plan chooses by value.',
    'not-offered': 'The programme offers no such lead that a fund may pay.',
    decided: 'A commitment of the programme decides otherwise.',
    'worth-less': 'The plan chooses otherwise, by value.',
  },
  loses: (mode: string, loss: string) =>
    `Led ${mode} it would be worth ${loss} less at the prices of the plan.`,
  compare: (mode: string, periods: string, chance: string, state: string) =>
    `${mode}: ${periods} periods, a chance of ${chance}, state cost ${state}`,
  because: (list: string) => `The leads in numbers: ${list}.`,
  regret: (expected: string, worst: string) =>
    `Over the cut-off scenarios the lead of the plan is regretted by ${expected} on average, by ${worst} at worst.`,
  /** What would flip the rule, by the fact that changes. */
  flips: {
    privateNpv: (direction: string, _value: string) => `its private value were ${direction} 0`,
    marketPeriods: (direction: string, value: string): string =>
      direction === 'above'
        ? `the market took more than ${value} periods`
        : `the market took at most ${value} periods`,
    capableActors: (_direction: string, value: string) => `${value} actors could do it`,
    neededBy: (_direction: string, value: string) => `${value} links needed it`,
    chainVerification: (_direction: string, value: string): string =>
      value === '1' ? 'its verification needed the whole chain' : 'its verification needed no chain',
  },
  directions: { above: 'above', below: 'below', to: 'at' },
  flip: (mode: string, condition: string) => `The rule would say ${mode} if ${condition}.`,
};
