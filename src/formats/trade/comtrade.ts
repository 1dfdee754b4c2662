import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { MusterError } from '../../kernel/errors.ts';
import { type CsvRecord, parseRecords } from '../imported-folder/records.ts';
import { areaOf, OTHER_ASIA } from './areas.ts';
import type { TRADE_FINDINGS } from './catalogue.ts';
import type { Findings } from './findings.ts';
import { amountOf, type Flow, type FlowKind, FlowSet, noteEdition, type TradeData } from './flow.ts';

/** Columns without which flows cannot be read. */
const REQUIRED = ['refYear', 'reporterCode', 'flowCode', 'partnerCode', 'cmdCode', 'primaryValue'];

/** Every column of the format; what is not read of them are labels and other ways to say the same. */
const KNOWN = new Set(
  (
    'typeCode freqCode refPeriodId refYear refMonth period reporterCode reporterISO reporterDesc flowCode flowDesc ' +
    'partnerCode partnerISO partnerDesc partner2Code partner2ISO partner2Desc classificationCode ' +
    'classificationSearchCode isOriginalClassification cmdCode cmdDesc aggrLevel isLeaf customsCode customsDesc mosCode ' +
    'motCode motDesc qtyUnitCode qtyUnitAbbr qty isQtyEstimated altQtyUnitCode altQtyUnitAbbr altQty isAltQtyEstimated ' +
    'netWgt isNetWgtEstimated grossWgt isGrossWgtEstimated cifvalue fobvalue primaryValue legacyEstimationFlag ' +
    'isReported isAggregate dataset'
  ).split(' '),
);

const KINDS: Readonly<Record<string, FlowKind>> = {
  M: 'import',
  X: 'export',
  RM: 're-import',
  RX: 're-export',
};

/** What the totals of a flow have where a breakdown has something else. */
const TOTALS: Readonly<Record<string, string>> = {
  customsCode: 'C00',
  motCode: '0',
  mosCode: '0',
  partner2Code: '0',
};

const MAX_BYTES = 64 * 1024 * 1024;

type Cells = (column: string) => string;

/** Reads a file of UN Comtrade, as its interface gives it. `codes`: only these; none: all. */
export function readComtrade(path: string, codes: readonly string[], findings: Findings): TradeData {
  const name = basename(path);
  const [header, ...records] = parseRecords(name, readText(path, name), 'COMTRADE', 'equal');
  const at = columnsOf(name, header?.cells ?? [], records, findings);
  const flows = new FlowSet();
  const descriptions = new Map<string, string>();
  const editions = new Map<string, Set<number>>();
  const skipped = new Skipped(name, findings);
  for (const { line, cells } of records) {
    const cell: Cells = (column) => cells[at.get(column) ?? -1]?.trim() ?? '';
    const flow = readFlow(name, line, cell, codes, skipped, findings);
    if (!flow) continue;
    const before = flows.add(flow);
    if (before) {
      const message = `${flow.code} ${flow.kind} of ${flow.year}, ${flow.reporter.name} and ${flow.partner.name}: line ${before.line} already.`;
      findings.add('REPEATED_ROW', name, line, flow.code, message);
      continue;
    }
    if (cell('cmdDesc') !== '') descriptions.set(flow.code, cell('cmdDesc'));
    if (cell('classificationCode') !== '') noteEdition(editions, cell('classificationCode'), flow.year);
  }
  skipped.say();
  return {
    format: 'comtrade',
    source: name,
    layout: 'UN Comtrade',
    flows: flows.all(),
    descriptions,
    editions,
    mirrored: true,
  };
}

function readText(path: string, name: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) {
    throw new MusterError('TRADE_NO_FILE', `${path} is not a file.`, { hint: 'Name one CSV file.' });
  }
  if (stats.size > MAX_BYTES) {
    throw new MusterError('TRADE_TOO_LARGE', `${name} is larger than 64 MiB.`, {
      hint: 'Ask for fewer codes, reporters or years.',
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new MusterError('TRADE_NOT_UTF8', `${name} cannot be read as UTF-8 text.`, {
      hint: 'Save it as UTF-8.',
    });
  }
}

function columnsOf(
  file: string,
  header: readonly string[],
  records: readonly CsvRecord[],
  findings: Findings,
): Map<string, number> {
  const at = new Map<string, number>();
  header.forEach((written, index) => {
    const name = written.trim();
    if (at.has(name)) findings.add('REPEATED_COLUMN', file, 1, name, `Column ${index + 1} was not read.`);
    else at.set(name, index);
    if (KNOWN.has(name)) return;
    const values = [...new Set(records.map(({ cells }) => cells[index]))];
    const shown = values
      .slice(0, 3)
      .map((value) => `'${value}'`)
      .join(', ');
    findings.add(
      'UNKNOWN_COLUMN',
      file,
      1,
      name,
      `It holds ${shown}${values.length > 3 ? ' and others' : ''}.`,
    );
  });
  const missing = REQUIRED.filter((name) => !at.has(name));
  if (missing.length > 0) {
    throw new MusterError('COMTRADE_COLUMN_MISSING', `${file}, line 1: no column ${missing.join(', ')}.`, {
      hint: 'Export the data as CSV with all its columns.',
    });
  }
  return at;
}

function readFlow(
  file: string,
  line: number,
  cell: Cells,
  codes: readonly string[],
  skipped: Skipped,
  findings: Findings,
): Flow | null {
  if (cell('typeCode') === 'S') return skipped.count('NOT_GOODS', line);
  if (cell('freqCode') === 'M') return skipped.count('NOT_ANNUAL', line);
  if (Object.entries(TOTALS).some(([column, total]) => cell(column) !== '' && cell(column) !== total)) {
    return skipped.count('BREAKDOWN_ROW', line);
  }
  const kind = Object.hasOwn(KINDS, cell('flowCode')) ? KINDS[cell('flowCode')] : undefined;
  if (!kind) return skipped.count('OTHER_FLOW', line);
  const code = cell('cmdCode');
  if (codes.length > 0 && !codes.includes(code)) return skipped.count('CODE_NOT_ASKED', line);
  const bad = (column: string): null => {
    const read = cell(column);
    findings.add('BAD_ROW', file, line, code, 'It is not what the column should hold.', { column, read });
    return null;
  };
  for (const column of ['refYear', 'reporterCode', 'partnerCode']) {
    if (!/^\d{1,4}$/.test(cell(column))) return bad(column);
  }
  if (!/^[0-9A-Z]{2,6}$/.test(code)) return bad('cmdCode');
  const [kg, usd] = [amountOf(cell('netWgt')), amountOf(cell('primaryValue'))];
  if (kg === undefined) return bad('netWgt');
  if (usd === undefined) return bad('primaryValue');
  for (const column of ['reporterCode', 'partnerCode']) {
    if (Number(cell(column)) !== OTHER_ASIA) continue;
    findings.add('OTHER_ASIA', file, line, code, 'TWN.', { column, read: cell(column) });
  }
  return {
    file,
    line,
    code,
    year: Number(cell('refYear')),
    kind,
    reporter: areaOf(Number(cell('reporterCode')), cell('reporterDesc')),
    partner: areaOf(Number(cell('partnerCode')), cell('partnerDesc')),
    kg: kg || null,
    kgEstimated: /^true$/i.test(cell('isNetWgtEstimated')),
    usd: usd || null,
  };
}

type SkipCode = Extract<
  keyof typeof TRADE_FINDINGS,
  'NOT_GOODS' | 'NOT_ANNUAL' | 'BREAKDOWN_ROW' | 'OTHER_FLOW' | 'CODE_NOT_ASKED'
>;

/** Counts rows that are left out for a reason that needs no line of its own for each. */
class Skipped {
  readonly #counts = new Map<SkipCode, { first: number; count: number }>();

  constructor(
    private readonly file: string,
    private readonly findings: Findings,
  ) {}

  count(code: SkipCode, line: number): null {
    const known = this.#counts.get(code);
    if (known) known.count++;
    else this.#counts.set(code, { first: line, count: 1 });
    return null;
  }

  say(): void {
    for (const [code, { first, count }] of this.#counts) {
      this.findings.add(code, this.file, first, '', `${count} rows, the first on this line.`);
    }
  }
}
