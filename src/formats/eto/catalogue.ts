import { assumption, type Catalogue, defect, heuristic, note } from '../imported-folder/findings.ts';

/** Everything an import of ETO data can find, in the order in which reports list it. */
export const ETO_FINDINGS = {
  UNKNOWN_COLUMN: defect('A column that no known release has; it was not read.'),
  REPEATED_ID: defect('An id stands twice; the first row was kept.'),
  UNDEFINED_ID: defect('An id is referred to that no row defines; the reference was left out.'),
  NAME_MISMATCH: defect('A name differs from the name that the id has; the id was followed.'),
  UNKNOWN_TYPE: defect('A type is not known.'),
  BAD_YEAR: defect('A year cannot be read; it was left blank.'),

  REPEATED_EDGE: defect('An edge stands twice; it was kept once.'),
  EMPTY_EDGE: defect('A row of sequence.csv links its input to nothing.'),
  CYCLE: defect(
    'Inputs need each other in a circle; the folder will not check until one edge is removed. At most 50 are listed.',
  ),
  NO_OUTPUT: defect('No input is an ultimate output; the programme has no product.'),
  NOT_IN_CHAIN: defect('An input reaches no ultimate output.'),
  OTHER_DEVICE_CLASS: heuristic(
    'By its name an input serves another class of device than the output it leads to; consider removing the edge in the overlay.',
  ),
  NON_IC_TYPE: heuristic(
    'By its name a type is not for integrated circuits, yet it is a type of a category that the output needs; consider removing the edge in the overlay.',
  ),
  GATE_UNKNOWN: assumption(
    'Types of a category: whether all or any of them are needed is not in the data; the gate is `unknown` until the overlay states it.',
  ),
  KIND_BY_NAME: assumption('Kind or field follows from the name, not from the type.'),
  STAGE_AS_LINK: assumption(
    'A whole stage has supply; it was kept as a link of its own that nothing needs, so that no row is lost. The overlay may connect it.',
  ),
  ROOT: note('An input that goes into nothing and is a type of nothing.'),
  DEPTH: note('The longest way down from a root.'),

  REPEATED_PROVIDER: defect('A provider stands once for each alias; its rows were merged.'),
  SAME_NAME: defect('Two providers have one name; both were kept.'),
  PSEUDO_PROVIDER: assumption('A provider that is not one jurisdiction or one company.'),
  NO_HEADQUARTERS: note('A company has no country; its headquarters were left blank.'),
  ALIAS: note('Another name of a provider; the folder has no place for it.'),

  REPEATED_PROVISION: defect(
    'A provider stands twice for one item; the row with a share, then the later year, then the first was kept.',
  ),
  BAD_SHARE: defect('A share cannot be read as a percentage from 0 to 100; it was left blank.'),
  COUNTRY_SUM: defect('Country shares of an item do not sum to 99–101 %.'),
  SHARES_SCALED: assumption(
    'Shares of an item by countries, or by companies, sum to more than 103 %; they were divided by their sum.',
  ),
  NO_COUNTRY_SHARE: defect('An item has providers but no share of any country.'),
  NO_PROVISION: defect('An input has no provider at all.'),
  BLANK_SHARE: defect('Providers of an item without a share; how much they supply is unknown, not zero.'),
  NEGLIGIBLE: note('A share is flagged as negligible; where it has no number it was left blank.'),
  ZERO_SHARE: note('A share is written as 0: it is rounded, not absent.'),
  SOURCE_MISSING: defect('A row with a share names no source; the data set itself is cited.'),
  YEARS_MIX: defect('Rows are of several years; they were not brought to one year.'),
  ITEM_YEARS_MIX: defect('Rows of one item are of several years.'),
  SOURCE_DATE: note('A source says when it was published.'),
  SHARES_BY_SITE: note('Shares follow the site of production.'),
  SHARES_BY_HEADQUARTERS: assumption('Shares follow the headquarters of companies, not their plants.'),

  HOME_WITHOUT_SUPPLY: note('No jurisdiction of home supplies anything in the data.'),

  MARKET_UNREADABLE: defect('A market size cannot be read; it was left blank.'),
  MARKET_QUALIFIER: note('A market size is qualified; the figure was taken as it stands.'),
  MARKET_NO_YEAR: defect('A market size does not say its year; the year of the row was taken.'),
  MARKET_YEAR: defect('A market size is of another year than its row says; its own was taken.'),
} as const satisfies Catalogue;

export type EtoCode = keyof typeof ETO_FINDINGS;
