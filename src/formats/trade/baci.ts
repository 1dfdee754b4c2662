import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { MusterError } from '../../kernel/errors.ts';
import { areaOf, OTHER_ASIA } from './areas.ts';
import { type Metadata, readMetadata } from './baci-metadata.ts';
import type { Findings } from './findings.ts';
import { amountOf, type Flow, FlowSet, noteEdition, type TradeData } from './flow.ts';

const COLUMNS = ['t', 'i', 'j', 'k', 'v', 'q'];

/** Most flows that are kept. A year of all products of one importer has several hundred thousand. */
const MAX_FLOWS = 50_000;

/** What is taken out of files that hold the whole world. */
interface Wanted {
  readonly home: readonly string[];
  /** Only these codes; none: all. */
  readonly codes: readonly string[];
}

/** Reads files of BACI: of flows (one a year), of countries and of products, told apart by their headers. */
export async function readBaci(
  paths: readonly string[],
  wanted: Wanted,
  findings: Findings,
): Promise<TradeData> {
  const headers = new Map<string, string[]>();
  for (const path of paths) headers.set(path, await headerOf(path));
  const flowPaths = paths.filter((path) => COLUMNS.every((name) => headers.get(path)!.includes(name)));
  if (flowPaths.length === 0) {
    throw new MusterError('BACI_NO_FLOWS', `No file has the columns ${COLUMNS.join(', ')}.`, {
      hint: 'Name the files of flows, such as BACI_HS22_Y2023_V202501.csv, and beside them those of countries and products.',
    });
  }
  const metadata = readMetadata(
    paths.filter((path) => !flowPaths.includes(path)),
    findings,
  );
  const flows = new FlowSet();
  const layouts = new Set<string>();
  const editions = new Map<string, Set<number>>();
  for (const path of flowPaths) {
    const edition = basename(path).match(/HS(\d\d)_Y(\d{4})_V(\w+?)\.csv$/i);
    if (edition) {
      layouts.add(`HS${edition[1]} V${edition[3]}`);
      noteEdition(editions, `HS${edition[1]}`, Number(edition[2]));
    }
    await readFlows(path, headers.get(path)!, wanted, metadata, flows, findings);
  }
  return {
    format: 'baci',
    source: paths
      .map((path) => basename(path))
      .sort()
      .join(', '),
    layout: `BACI ${[...layouts].join(', ') || 'of unknown edition'}`,
    flows: flows.all(),
    descriptions: metadata.products,
    editions,
    mirrored: false,
  };
}

async function headerOf(path: string): Promise<string[]> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new MusterError('TRADE_NO_FILE', `${path} is not a file.`, { hint: 'Name CSV files.' });
  }
  const input = createReadStream(path, 'utf8');
  for await (const line of createInterface({ input })) {
    input.destroy();
    return cellsOf(line.replace(/^\ufeff/, ''));
  }
  return [];
}

/** Cells of a line. Files of flows hold numbers only; some releases put them in quotes. */
function cellsOf(line: string): string[] {
  return line
    .replaceAll('"', '')
    .split(',')
    .map((cell) => cell.trim());
}

/** Reads the flows into home line by line; nothing else of the file is kept. */
async function readFlows(
  path: string,
  header: readonly string[],
  wanted: Wanted,
  metadata: Metadata,
  flows: FlowSet,
  findings: Findings,
): Promise<void> {
  const file = basename(path);
  sayColumns(file, header, findings);
  const at = COLUMNS.map((name) => header.indexOf(name));
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path, 'utf8') })) {
    number++;
    if (number === 1 || text === '') continue;
    const cells = cellsOf(text);
    const flow = readFlow(
      file,
      number,
      at.map((index) => cells[index] ?? ''),
      wanted,
      metadata,
      findings,
    );
    if (flow) keep(flow, flows, findings);
  }
}

function sayColumns(file: string, header: readonly string[], findings: Findings): void {
  header.forEach((name, index) => {
    if (header.indexOf(name) !== index)
      findings.add('REPEATED_COLUMN', file, 1, name, `Column ${index + 1} was not read.`);
    else if (!COLUMNS.includes(name)) findings.add('UNKNOWN_COLUMN', file, 1, name, `${name} was not read.`);
  });
}

function keep(flow: Flow, flows: FlowSet, findings: Findings): void {
  const before = flows.add(flow);
  if (before) {
    const message = `${flow.code} from ${flow.partner.name} in ${flow.year}: line ${before.line} of ${before.file} already.`;
    findings.add('REPEATED_ROW', flow.file, flow.line, flow.code, message);
  }
  if (flows.size > MAX_FLOWS) {
    throw new MusterError('TRADE_TOO_LARGE', `There are more than ${MAX_FLOWS} flows into home.`, {
      hint: 'Name the codes that matter: --codes 811292,280530.',
    });
  }
}

function readFlow(
  file: string,
  line: number,
  [t, i, j, k, v, q]: readonly string[],
  { home, codes }: Wanted,
  { countries }: Metadata,
  findings: Findings,
): Flow | null {
  const code = /^\d{5}$/.test(k) ? `0${k}` : k;
  if (codes.length > 0 && !codes.includes(code)) return null;
  const bad = (column: string, read: string): null => {
    findings.add('BAD_ROW', file, line, k, 'It is not what the column should hold.', { column, read });
    return null;
  };
  if (!/^\d{1,3}$/.test(j)) return bad('j', j);
  const reporter = areaOf(Number(j), countries.get(Number(j)));
  if (!home.includes(reporter.id)) return null;
  if (!/^(19|20)\d\d$/.test(t)) return bad('t', t);
  if (!/^\d{1,3}$/.test(i)) return bad('i', i);
  if (!/^\d{6}$/.test(code)) return bad('k', k);
  const [thousands, tons] = [amountOf(v), amountOf(q)];
  if (thousands === undefined) return bad('v', v);
  if (tons === undefined) return bad('q', q);
  if (code !== k) findings.add('CODE_PADDED', file, line, code, `It is ${code}.`, { column: 'k', read: k });
  if (Number(i) === OTHER_ASIA)
    findings.add('OTHER_ASIA', file, line, code, 'TWN.', { column: 'i', read: i });
  return {
    file,
    line,
    code,
    year: Number(t),
    kind: 'import',
    reporter,
    partner: areaOf(Number(i), countries.get(Number(i))),
    kg: tons ? tons * 1000 : null,
    kgEstimated: false,
    usd: thousands ? thousands * 1000 : null,
  };
}
