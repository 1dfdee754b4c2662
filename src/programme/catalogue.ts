/** Whether a programme can be used at all (`error`), or can with a loss that should be known (`warning`). */
export type Severity = 'error' | 'warning';

interface Entry {
  readonly severity: Severity;
  readonly meaning: string;
  readonly hint: string;
}

const error = (meaning: string, hint: string): Entry => ({ severity: 'error', meaning, hint });
const warning = (meaning: string, hint: string): Entry => ({ severity: 'warning', meaning, hint });

/** Every defect that a programme folder can have: stable code, severity, meaning in one line, what to do. */
export const DEFECTS = {
  // The files themselves.
  FILE_MISSING: error(
    'A required file is not there.',
    'Create the file; a header line is enough for a table.',
  ),
  FILE_UNREADABLE: error('A file cannot be read.', 'Check that it is a plain file and may be read.'),
  FILE_TOO_LARGE: error(
    'A file is larger than 20 MiB.',
    'Split the programme, or drop what no product needs.',
  ),
  TOO_MANY_ROWS: error('A table has more than 200,000 rows.', 'Split the programme, or drop rows.'),
  NOT_UTF8: error('A file is not UTF-8 text.', 'Save it as UTF-8; a byte-order mark is allowed.'),
  UNKNOWN_FILE: warning('A .csv or .yaml file in the folder is not part of a programme.', 'Check its name.'),
  CSV_SYNTAX: error(
    'A table is not well-formed CSV.',
    'Quote cells that hold commas, quotes or line breaks.',
  ),
  YAML_SYNTAX: error('A file is not well-formed YAML.', 'Check indentation, colons and quotes at this line.'),
  YAML_DEPTH: error('Lists and mappings of a YAML file lie too deep inside each other.', 'Nest them less.'),
  DUPLICATE_KEY: error('A key stands twice in one YAML mapping.', 'Keep one of the two.'),
  TOO_MANY_ALIASES: error(
    'A YAML file has more than 100 aliases, or they expand too far.',
    'Write the values out.',
  ),
  MISSING_COLUMN: error('A required column of a table is not there.', 'Add the column to the header.'),
  UNKNOWN_COLUMN: error(
    'A table has a column that Muster does not know.',
    'Check its spelling, or remove it.',
  ),
  DUPLICATE_COLUMN: error('A column stands twice in the header.', 'Keep one of the two.'),
  ROW_LENGTH: error(
    'A row has more or fewer cells than the header.',
    'Look for a missing or unquoted comma.',
  ),
  NOT_A_NUMBER: error('A cell should hold a number and does not.', 'Write 1234.5, or nothing for unknown.'),
  MISSING_VALUE: error('A required value is absent.', 'Fill it in.'),
  UNKNOWN_KEY: error('A key is not known at this place.', 'Check its spelling and indentation.'),
  BAD_VALUE: error(
    'A value has the wrong type, form or range.',
    'See the schema of the file under schemas/.',
  ),

  // Ids and references.
  DUPLICATE_ID: error('Two things have the same id.', 'Rename or remove one of them.'),
  DUPLICATE_ROW: error('Two rows say something about the same thing.', 'Keep one of them.'),
  UNKNOWN_LINK: error(
    'A link is named that does not exist.',
    'Add it to chain/links.csv, or correct the id.',
  ),
  UNKNOWN_PROVIDER: error('A provider is named that does not exist.', 'Add it to chain/providers.csv.'),
  UNKNOWN_EVIDENCE: error('Evidence is named that does not exist.', 'Add it to evidence.csv.'),
  UNKNOWN_ACTOR: error('An actor is named that does not exist.', 'Add it to actors.csv.'),
  UNKNOWN_INSTRUMENT: error('An instrument is named that does not exist.', 'Add it to instruments.yaml.'),
  UNKNOWN_RESOURCE: error('A resource is named that does not exist.', 'Add it to resources.csv.'),
  UNKNOWN_GOAL: error('A goal is named that does not exist.', 'Add it to options.yaml, or correct the id.'),
  UNKNOWN_SCENARIO: error('A scenario is named that does not exist.', 'Correct the id under includes.'),
  UNKNOWN_GROUP: error(
    'A group of requirements is named that does not exist.',
    'Correct the id of the group.',
  ),
  UNKNOWN_REQUIREMENT: error(
    'The overlay removes or qualifies a requirement that does not exist.',
    'Correct link and needs.',
  ),
  UNKNOWN_TAG: warning('A measure names a tag that no link has.', 'Correct the tag.'),

  // The chain.
  REQUIREMENT_CYCLE: error('Links need each other in a circle.', 'Remove one requirement of the circle.'),
  GROUP_CYCLE: error('Groups of requirements lie inside each other in a circle.', 'Correct parent_group.'),
  GROUP_CONFLICT: error(
    'Rows of one group disagree on its gate, k or parent_group.',
    'Give every row of the group the same gate, k and parent_group.',
  ),
  GROUP_DEPTH: error('Groups of requirements lie more than 50 deep.', 'Nest them less.'),
  GATE_K: error(
    'k does not fit its gate.',
    'at-least needs k, between 1 and the number of members; other gates have none.',
  ),
  GATE_CONFLICT: error(
    'The overlay adds to an existing group and states another gate for it.',
    'Leave the gate out, or state it with what: gate.',
  ),
  GATE_UNKNOWN: warning(
    'It is not known whether all or any of the members of a group are needed.',
    'State the gate in overlay.yaml.',
  ),
  LINK_UNREACHABLE: warning('No product needs this link.', 'Connect it in chain/requirements.csv.'),
  NO_PRODUCT: warning('The programme has no product.', 'Add one to products in muster.yaml.'),
  PRODUCT_KIND: error('A product is not a link of kind product.', 'Set kind to product in chain/links.csv.'),
  LADDER: error(
    'A value ladder does not rise to level 1 and share 1.',
    'Let levels and shares both rise, and end at 1 and 1.',
  ),
  SHARE_ORDER: error('share_low ≤ share ≤ share_high does not hold.', 'Put the three in order.'),
  SHARE_INCOMPLETE: error('A range of a share has no central value.', 'Fill in share.'),
  SHARE_SUM: error(
    'Shares of one link by jurisdictions, or by companies, sum to more than 1.03.',
    'Shares are fractions of the supply of the whole world.',
  ),
  EVIDENCE_MISSING: error('A figure has no evidence.', 'Name a row of evidence.csv.'),
  EVIDENCE_COLUMN: error(
    'Evidence is given for a column that does not exist.',
    'Write column:id or just id.',
  ),
  CAPACITY_UNIT: error(
    'Capacity of home is more than 20 times its need: the units may differ.',
    'Give both in the unit of the link.',
  ),
  NEED_UNIT: error(
    'Need of home is above 1.05 where supply is given in shares of the world.',
    'Give it as a fraction of the supply of the world.',
  ),
  PLANT: error(
    'A plant of a provider is not written as it should be.',
    'Write CHN or CHN:0.4, in all at most 1.',
  ),

  // Scenarios.
  SCENARIO_WEIGHTS: warning('Weights of the scenarios do not sum to 1.', 'Let them sum to 1.'),
  SCENARIO_START: error('A scenario starts after the last period.', 'Start earlier, or add periods.'),
  SCENARIO_CYCLE: error('Scenarios include each other in a circle.', 'Remove one of the includes.'),
  MEASURE_EMPTY: error(
    'A measure hits nobody or no link.',
    'Fill in who and links; links: {all: true} for all.',
  ),
  MEASURE_DATES: error(
    'Dates of a measure are not in order.',
    'Let from come before until, and steps follow.',
  ),

  // Money and resources.
  FUND_WINDOW: error('The window of a fund does not meet the periods.', 'Correct from and until.'),
  FUND_PERIODS: error('perPeriod has not one amount for each period.', 'Give one amount per period.'),
  RESOURCE_PERIOD: error('A resource changes after the last period.', 'Correct from_period.'),
  RESOURCE_START: error('A resource has no amount for the first period.', 'Add a row with from_period 1.'),
  RESOURCE_CONFLICT: error(
    'Rows of one resource disagree on what it is.',
    'Give every row of it the same name, kind, unit, region and host.',
  ),
  INSTRUMENT_MODE: error('An instrument does not allow the lead mode.', 'Choose another instrument or mode.'),
  INSTRUMENT_ACTOR: error(
    'No team of the option may use the instrument.',
    'See actorTypes of the instrument.',
  ),
  PUBLIC_SHARE: error('The public share is above what the instrument allows.', 'See publicShareMax.'),
  INSTRUMENT_TERMS: error(
    'Terms of an instrument do not go with its kind.',
    'paidOn: lump-sum-grant; returns.ofPaid: repayable-advance; returns.stake: equity; elasticity: tax-credit; cover: first-set-insurance; facility: park-or-facility; commitment of a mode: advance-market-commitment.',
  ),
  TERMS_FIGURE: warning(
    'Terms of an instrument need a figure that the option does not give: they are left out.',
    'Give exitValue for a stake, insuredValue for a cover.',
  ),
  NO_FUND: error(
    'No fund may pay the public share.',
    'A fund must have a type that the instrument allows, a purpose that fits and a window that is open.',
  ),

  // Goals, options and teams.
  GOAL_CYCLE: error(
    'Goals require each other in a circle.',
    'Remove one of the requires, or verifies: chain where the circle runs through parts to be certified.',
  ),
  VERIFICATION: error(
    'A stage says how it is verified and is not a verification at a named adopter.',
    'Give verifies and willing to a stage named verification, with its adopter.',
  ),
  HOST_LINE: error(
    'A verification has no slots on the line of its adopter.',
    'Let needs name slots of resources.csv whose host is the adopter.',
  ),
  GOAL_NOT_NEEDED: warning('No product needs the link of a goal.', 'Connect the link, or drop the goal.'),
  TEAM_GATE: warning('A team fails a gate and has no support for it: it cannot be chosen.', 'Add support.'),
  NO_TEAM: error('No team of an option can be chosen.', 'Add support for what a team lacks, or a team.'),
  DURATION_SUM: error('Chances of the durations of a stage do not sum to 1.', 'Let them sum to 1.'),
  PROVING_STAGE: error(
    'An approach that may fail has not exactly one stage that proves it.',
    'Set proves: true on the one stage that shows whether it works.',
  ),
  CHANCES: error(
    'Chances of an option are said twice, or not at all.',
    'Give q and the r of every team, or race.chance and neither.',
  ),
  TRL_ORDER: error('A stage ends at a lower readiness than it begins.', 'Write trl as [from, to].'),
  UNKNOWN_PROJECT: error(
    'A commitment is to a project that does not exist.',
    'Write OPTION/TEAM: an option of options.yaml, and the actor of one of its teams.',
  ),
  COMMITMENT_MODE: error(
    'A project is locked in under a lead mode that its option does not offer.',
    'Choose one of the modes of the option, or leave mode out.',
  ),
  COMMITMENT_PERIOD: error(
    'The periods of a commitment are not in order, or after the last one.',
    'Let from ≤ by ≤ the number of periods.',
  ),
  COVER_DAYS: error('coverDays goes with kind stockpile, and only with it.', 'Add or remove coverDays.'),
  KIND_FIELDS: error(
    'An option has a field that goes with another kind.',
    'of goes with substitute, acceptedBy with substitute and redesign, share with recycle.',
  ),
  NO_USER: error(
    'A substitute or a redesign is of a link that nobody needs, or that those named do not need themselves.',
    'Name links that need it under acceptedBy, or correct the link of the goal.',
  ),
  SUBSTITUTE_CYCLE: error(
    'A substitute needs a link that is to need it.',
    'Correct of, or leave the link out of acceptedBy.',
  ),

  // Judgements.
  JUDGEMENT_FIGURE: error(
    'A judgement is on a figure that does not exist.',
    'Write links/LINK/COLUMN, options/OPTION/q, options/OPTION/stages/N/success (or costPerPeriod; N from 1) options/OPTION/teams/ACTOR/r, or options/OPTION/race/chance (or correlation).',
  ),
  JUDGEMENT_ORDER: error('low ≤ central ≤ high does not hold.', 'Put the three in order.'),
  JUDGEMENT_RANGE: error(
    'A judgement lies outside what its figure can be.',
    'See the meaning of the figure.',
  ),
} as const satisfies Record<string, Entry>;

export type DefectCode = keyof typeof DEFECTS;
