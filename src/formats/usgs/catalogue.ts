import { assumption, type Catalogue, defect, heuristic, note } from '../imported-folder/findings.ts';

/** Everything an import of USGS mineral tables can find, in the order in which reports list it. */
export const USGS_FINDINGS = {
  NOT_UTF8: defect('A file is not UTF-8 text; it was read as Windows-1252.'),
  ODD_CHARACTER: defect(
    'A cell holds a space that does not break, an invisible mark or a character lost on the way; spaces were made plain, marks taken out.',
  ),
  OTHER_FILE: note('A file is neither a world table nor a salient table; it was not read.'),
  OLD_EDITION: note('A table of which there is a later edition; it was not read.'),
  REPEATED_FILE: defect('Two tables are about one commodity in one edition; the first was read.'),

  RENAMED_COLUMN: defect(
    'The column that says what is counted has no name of its own: its header repeats its cells. It was read as Type.',
  ),
  NO_TYPE: defect('No column says what is counted: mine production, refinery production or something else.'),
  REPEATED_COLUMN: defect('A column stands twice; the first was read.'),
  UNKNOWN_COLUMN: defect('A column that is not known; it was not read.'),
  VALUE_WITHOUT_COLUMN: defect(
    'A value stands beyond the last named column; it was not read. The figures of a salient row may then all be under a wrong name.',
  ),
  EMPTY_COLUMNS: note('Columns without a name and without a value.'),
  RAGGED_ROW: defect('A row has more or fewer cells than the header; what is missing was taken as blank.'),
  BLANK_ROWS: note('Rows without a value.'),
  UNIT_GLUED: defect(
    'A unit is written onto the name of its column without a mark between; it was split off.',
  ),
  UNIT_MISSING: defect('The name of a column has no unit that is known.'),
  UNIT_WRONG: defect('A net import reliance, a percentage, has a column with another unit.'),
  UNITS_MIX: heuristic('Quantities of one file are in different units; a header may be wrong.'),
  UNITS_DIFFER: note('World tables are in different units; shares can be compared, quantities not.'),

  FOOTNOTE_IN_NAME: defect('The mark of a footnote hangs on the name of a country; it was taken off.'),
  UNKNOWN_COUNTRY: defect(
    'A name is of no country; it was kept as a provider of type pseudo, which no measure on a jurisdiction reaches.',
  ),
  OTHER_COUNTRIES: assumption(
    'Countries that are not named one by one; kept as a provider of type pseudo, which no measure on a jurisdiction reaches.',
  ),
  REPEATED_COUNTRY: defect('A country stands twice in one table; the first row was kept.'),

  WITHHELD: defect('A figure is withheld (W): it exists and is secret. It was left blank, never zero.'),
  NOT_AVAILABLE: defect('A figure is not available (NA). It was left blank, never zero.'),
  BLANK_FIGURE: defect('A cell that should hold a figure is blank. It was left blank, never zero.'),
  FOOTNOTE_ONLY: defect(
    'A cell holds the number of a footnote in place of a figure. It was left blank, never zero.',
  ),
  UNREADABLE: defect('A figure cannot be read. It was left blank, never zero.'),
  TRACE: assumption('Less than half a unit: taken as a quarter, from none to half of a unit.'),
  BOUND: assumption('A figure is a bound, such as >50; the bound was kept as what is known.'),
  DASH: note('A dash: USGS writes it for zero.'),
  NET_EXPORTER: note('E: home exports more than it imports.'),
  MARKED_FIGURE: note(
    'A figure carries the mark of an estimate (e), a revision (r) or a footnote; it was taken off.',
  ),
  THOUSANDS: note('A figure is written with marks of thousands.'),
  ESTIMATED: note('A column or a note says that figures are estimates.'),

  TOTAL_CHECKED: note('Figures of countries add up to the stated total of the world, within its rounding.'),
  TOTAL_MISMATCH: defect('Figures of countries do not add up to the stated total of the world.'),
  NO_TOTAL: defect('No total of the world; shares are of the sum of the countries.'),
  NO_FIGURES: defect('No country has a figure; the suppliers are known, their shares are not.'),
  NO_PRODUCTION: defect('A world table has no column of production; no share can be had from it.'),
  EARLIER_YEAR: note('Production of another year; it was read and checked, and not used.'),
  YEAR_JUMP: heuristic(
    'From one year to the next a country more than doubles or halves; the later was used.',
  ),
  CAPACITY: note('Capacity to produce; what stands still supplies nothing, so shares follow production.'),
  RESERVES: note('Reserves in the ground are no supply; they were not read.'),
  NOTE: note('A note of the source.'),

  MINE_PRODUCTION_ONLY: note(
    'The table counts what comes out of mines; who separates, refines and works it is not in it.',
  ),
  PRIMARY_PRODUCTION_ONLY: note(
    'The table counts primary production; what is recycled or upgraded is not in it.',
  ),
  HOME_WITHOUT_SUPPLY: note('No jurisdiction of home produces it.'),
  PLACEHOLDER_USE: assumption(
    'The data names no end use; one that needs nothing but the mineral stands for all of them.',
  ),

  MISALIGNED: defect(
    'Values stand beyond the last named column of a salient table, so every name may be one off; none of its figures was used.',
  ),
  CONSUMPTION_IMPLAUSIBLE: heuristic(
    'Consumption in its stated unit is less than a hundredth of the smallest import; the unit is wrong. It was not used.',
  ),
  NET_IMPORT_RELIANCE: note(
    'Net import reliance of the United States as stated; nothing is computed from it.',
  ),
  NEED: assumption("Need of home: its consumption as a fraction of the world's production in the same year."),
  NEED_UNKNOWN: defect('Need of home cannot be had from the data; it was left blank.'),
  SALIENT_NOT_USED: note(
    'Salient figures that the programme has no place for: they were read for their defects only.',
  ),
  SALIENT_OF_USA: note(
    'Salient tables are of the United States, and home is not; none of their figures was used.',
  ),
  SALIENT_ALONE: defect('A salient table has no world table beside it; there is no link for it.'),
} as const satisfies Catalogue;
