import { assumption, type Catalogue, defect, heuristic, note } from '../imported-folder/findings.ts';

/** Everything an import of trade flows can find, in the order in which reports list it. */
export const TRADE_FINDINGS = {
  UNKNOWN_COLUMN: defect('A column that the format does not have; it was not read.'),
  REPEATED_COLUMN: defect('A column stands twice; the first was read.'),
  BAD_ROW: defect('A row cannot be read; it was left out.'),
  REPEATED_ROW: defect('A flow stands twice; the first row was kept.'),
  CODE_PADDED: defect('A code of commodities has lost its leading zero; it was put back.'),
  BREAKDOWN_ROW: note(
    'Rows that break a flow down by transport, customs procedure or second partner; totals were read.',
  ),
  NOT_ANNUAL: note('Rows of months; only years were read.'),
  NOT_GOODS: note('Rows of services; only goods were read.'),
  OTHER_FLOW: note('Rows of another flow than import, export, re-import and re-export; they were left out.'),
  CODE_NOT_ASKED: note('Rows of codes that were not asked for; they were left out.'),
  ISO_MISMATCH: defect(
    'A code of countries stands for another country in the file than usual; the file was followed in its name only.',
  ),

  BASKET: assumption(
    'A customs code is a basket: all goods in it count alike, by weight or by value. It is not one mineral or product.',
  ),
  CODE_OVERLAP: assumption('A code lies within another that was read too; their flows are the same goods.'),
  CLASSIFICATION: defect(
    'Years are in different editions of the classification; a code may hold other goods in each.',
  ),
  OTHER_ASIA: assumption(
    "'Other Asia, not elsewhere specified' was taken for Taiwan, which it is in practice.",
  ),
  AREAS_NES: assumption(
    'A partner is not one country; it was kept as a provider of type pseudo, which no measure on a jurisdiction reaches.',
  ),
  UNKNOWN_AREA: defect(
    'A code is of no country or group that is known; it was kept as a provider of type pseudo, which no measure on a jurisdiction reaches.',
  ),

  NO_IMPORTS: defect('Nothing says what home imports of a code; it has no link.'),
  NO_PARTNERS: defect('Imports of a code have no partner, only a total; it has no link.'),
  MIRROR_ONLY: defect('Home reports no imports of a code; what others say they export to it was taken.'),
  EARLIER_YEAR: note('Flows of other years; they were checked against their mirror and not used.'),
  HOME_YEAR_MISSING: defect('A jurisdiction of home reports nothing for the year that was used.'),
  HOME_AS_PARTNER: note(
    'Imports of home from itself; they are no foreign supply and were taken off the total.',
  ),
  NO_WORLD: defect('No row gives imports from the world; the partners listed were taken for all.'),
  PARTNERS_EXCEED_WORLD: defect('Partners sum to more than imports from the world; their sum was taken.'),
  UNLISTED_PARTNERS: defect(
    'Imports from the world are more than its partners in the file; the rest was kept as a provider of type pseudo.',
  ),
  WEIGHT_MISSING: defect('A flow has no weight.'),
  WEIGHT_ESTIMATED: assumption('A weight was estimated by the statistical office, not reported.'),
  VALUE_MISSING: defect('A flow has no value.'),
  VALUE_BASIS: assumption('Weights are missing; shares go by value.'),
  NO_BASIS: defect('Neither weights nor values are complete; the partners are known, their shares are not.'),
  BASIS_DIFFERS: heuristic(
    'Shares by weight and by value differ by more than five points: a basket, or one grade that costs more than another.',
  ),
  MIRROR: defect(
    'Importer and exporter report one flow differently, by more than a tenth. For the year used both are within the range of the share.',
  ),
  HOME_EXPORTS: note(
    'Home exports goods of the same code; what it uses is less than what it imports, by how much is not said.',
  ),
  RE_EXPORT: note('Home sends on what it imported.'),
  RE_IMPORT: note('Home takes back what it exported.'),
  OTHER_REPORTERS: note('Flows that are neither imports of home nor their mirror; they were not used.'),
  PLACEHOLDER_USE: assumption(
    'Trade names no end use; one that needs nothing but the imports stands for all of them.',
  ),
} as const satisfies Catalogue;
