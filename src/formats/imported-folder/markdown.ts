import type { Finding, FindingKind, ImportReport } from '../../contract/import-report.ts';

const KINDS: Record<FindingKind, string> = {
  defect: 'Defects of the source',
  heuristic: 'Heuristics: judge these',
  assumption: 'Assumptions',
  note: 'Notes',
};

/** The report of an import for a reader. */
export function printReport(report: Omit<ImportReport, 'files'>): string {
  const { format, source, layout, counts, assumptions } = report;
  const blocks = [
    `# Import of ${cell(source)} (${format}, ${layout} layout)`,
    table(['what', 'count'], Object.entries(counts)),
    '## Rules of the conversion',
    assumptions.map((text) => `- ${text}`).join('\n'),
  ];
  for (const kind of Object.keys(KINDS) as FindingKind[]) {
    const codes = report.summary.filter((entry) => entry.kind === kind);
    if (codes.length === 0) continue;
    blocks.push(
      `## ${KINDS[kind]}`,
      table(
        ['code', 'count'],
        codes.map((c) => [c.code, c.count]),
      ),
    );
    for (const { code, meaning } of codes) {
      const findings = report.findings.filter((finding) => finding.code === code);
      blocks.push(`### ${code}`, meaning, findingsTable(findings));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Findings in rows; columns for cells only where some finding is about one. */
function findingsTable(findings: readonly Finding[]): string {
  const cells = findings.some((finding) => finding.column !== undefined);
  return table(
    ['file', 'line', ...(cells ? ['column', 'read'] : []), 'subject', 'finding'],
    findings.map((f) => [
      f.file,
      f.line ?? '',
      ...(cells ? [f.column ?? '', f.read ?? ''] : []),
      f.subject,
      f.message,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text of the source must not become markup. */
function cell(value: string | number): string {
  return String(value)
    .replace(/\s+/g, ' ')
    .replace(/[\\|*`[]/g, '\\$&')
    .replaceAll('<', '&lt;');
}
