import type { DiffReport, ScenarioDiff } from '../contract/diff.ts';
import type { Table } from '../figures/figure.ts';
import { diffFindings } from '../figures/report/diff-findings.ts';
import { diffContext } from '../figures/report/diff-report.ts';
import {
  changesTable,
  diffChokepointsTable,
  diffCombinationsTable,
  diffProductsTable,
} from '../figures/tables/diff.ts';
import { columns } from './columns.ts';
import { wrap } from './wrap.ts';

const ROWS_SHOWN = 20;

/** What `muster diff` prints for people: the headline, then the tables behind it. */
export function diffText(report: DiffReport): string {
  const context = diffContext(report, 'en');
  const compared = report.scenarios.filter((one) => one.in === 'both');
  const table = (one: Table): string => tableText(one);
  const scenario = (one: ScenarioDiff): string[] =>
    [diffProductsTable(report, one, context), diffChokepointsTable(report, one, context)]
      .filter(({ rows }) => rows.length > 0)
      .map((found) => `${one.name}: ${table(found)}`);
  return [
    ...diffFindings(report, context).map((sentence) => `${wrap(sentence, 110, '  ')}\n`),
    ...[changesTable(report, context)].filter(({ rows }) => rows.length > 0).map(table),
    ...compared.flatMap(scenario),
    ...[diffCombinationsTable(report, context)].filter(({ rows }) => rows.length > 0).map(table),
    ...(report.notes.length > 0
      ? [report.notes.map((note) => `Note: ${wrap(note, 110, '  ')}\n`).join('')]
      : []),
  ].join('\n');
}

function tableText({ caption, columns: heads, rows }: Table): string {
  const shown = rows.slice(0, ROWS_SHOWN).map((row) => row.map((cell) => String(cell ?? '')));
  const rest = rows.length - shown.length;
  const more = rest > 0 ? `… and ${rest} more; --json and --out have all.\n` : '';
  return `${caption}\n${columns(
    heads.map(({ label }) => label),
    shown,
  )}${more}`;
}
