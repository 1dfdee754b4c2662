import { basename, resolve } from 'node:path';
import type { Programme } from '../../programme/programme.ts';
import { FRAME_RULE } from '../imported-folder/frame.ts';
import { type FoundReport, importReport } from '../imported-folder/report.ts';
import { USGS_FINDINGS } from './catalogue.ts';
import { convertUsgs } from './convert.ts';
import { Findings } from './findings.ts';
import { readUsgs } from './read.ts';

/** What holds for every row, whatever the tables say. */
const ASSUMPTIONS: readonly string[] = [
  "A share is a country's production in the latest year over the world's. Where the countries add up to the stated total within its rounding, their sum is the world; else the larger of the two.",
  'Production is taken for supply: it goes by the place of the mine or plant, not by who owns it, and what a country keeps for itself is in it.',
  'W (withheld), NA (not available) and blank mean that a share is unknown, never zero. A dash is zero, as USGS writes it.',
  'Trailing letters and digits are taken off a name only where a country is left.',
  'A table counts one stage of production; nothing is concluded about the stages after it.',
  'Stocks, gates, capacity of home and end uses are not in the data and stay blank or are placeholders.',
  FRAME_RULE,
];

/** Imports tables of the Mineral Commodity Summaries from folders and files. */
export function importUsgs(
  sources: readonly string[],
  home: readonly string[],
): { programme: Programme; report: FoundReport } {
  const findings = new Findings();
  const files = readUsgs(sources, findings);
  const { programme, findings: found, counts } = convertUsgs(files, home, findings);
  const source = sources.map((path) => basename(resolve(path))).join(', ');
  const editions = [...new Set(files.flatMap(({ edition }) => edition ?? []))].join(', ');
  const about = { format: 'usgs', source, layout: `MCS ${editions || 'of unknown edition'}` };
  return { programme, report: importReport(USGS_FINDINGS, about, counts, ASSUMPTIONS, found) };
}
