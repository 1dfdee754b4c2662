import type { Conversion } from '../imported-folder/conversion.ts';
import { FRAME_RULE } from '../imported-folder/frame.ts';
import { type FoundReport, importReport } from '../imported-folder/report.ts';
import { ETO_FINDINGS } from './catalogue.ts';
import { KIND_RULE } from './links.ts';
import type { EtoRelease } from './release.ts';

/** What holds for every row, whatever the release says. */
const ASSUMPTIONS: readonly string[] = [
  KIND_RULE,
  'goes_into became group `inputs` with gate `all`; is_type_of became group `types` with gate `unknown`, since a type is not a substitute for another.',
  'Shares are read as percentages of the world supply of an item, and kept as fractions. Shares of countries and of companies describe the same supply twice; they are never added.',
  'A blank share stays blank: it supplies, how much is unknown.',
  'Market sizes are US dollars of the year they are given for; they were not brought to the price year.',
  'Need and capacity of home, stocks, service life and gates are not in the data and stay blank.',
  FRAME_RULE,
];

/** The report of an import, before the files of its folder are known. */
export function etoReport(release: EtoRelease, { findings, counts }: Conversion): FoundReport {
  const about = { format: 'eto', source: release.name, layout: release.layout };
  return importReport(ETO_FINDINGS, about, counts, ASSUMPTIONS, findings);
}
