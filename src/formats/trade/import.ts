import type { Programme } from '../../programme/programme.ts';
import { FRAME_RULE } from '../imported-folder/frame.ts';
import { type FoundReport, importReport } from '../imported-folder/report.ts';
import { readBaci } from './baci.ts';
import { TRADE_FINDINGS } from './catalogue.ts';
import { readComtrade } from './comtrade.ts';
import { convertTrade } from './convert.ts';
import { Findings } from './findings.ts';
import type { TradeData } from './flow.ts';

/** What holds for every row, whatever the flows say. */
const ASSUMPTIONS: readonly string[] = [
  'Trade is a flow, not a capacity: a share says who supplied what home imported in one year, not who could.',
  'The unit of a link is what home imports of the code in a year: need is 1 of it, and what home makes itself is neither in need nor in capacity.',
  'Shares go by net weight where every partner has one, else by value.',
  'An import is booked under its country of origin where customs know it, else under the country it came from: who sends on the goods of others may stand for them.',
  'A flow that is not in the data is not known to be zero: small flows and secret ones are left out of it.',
  'Codes of chapters 84 to 90 became components (equipment), all others materials (industrial materials).',
  FRAME_RULE,
];

const MIRRORED =
  'Where home and its partner report one flow differently, the share is that of home, and its range reaches to that of the partner.';
const RECONCILED =
  'BACI has made one flow of what exporter and importer report, so neither report can be held against the other here.';

interface Imported {
  readonly programme: Programme;
  readonly report: FoundReport;
}

/** Imports one file of UN Comtrade. `codes`: only these codes of commodities; none: all. */
export function importComtrade(path: string, home: readonly string[], codes: readonly string[]): Imported {
  const findings = new Findings();
  return imported(readComtrade(path, codes, findings), home, findings);
}

/** Imports files of BACI: of flows, and beside them of countries and of products. */
export async function importBaci(
  paths: readonly string[],
  home: readonly string[],
  codes: readonly string[],
): Promise<Imported> {
  const findings = new Findings();
  return imported(await readBaci(paths, { home, codes }, findings), home, findings);
}

function imported(data: TradeData, home: readonly string[], findings: Findings): Imported {
  const { programme, findings: found, counts } = convertTrade(data, home, findings);
  const rules = [...ASSUMPTIONS.slice(0, 3), data.mirrored ? MIRRORED : RECONCILED, ...ASSUMPTIONS.slice(3)];
  return { programme, report: importReport(TRADE_FINDINGS, data, counts, rules, found) };
}
