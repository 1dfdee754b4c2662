import type { Finding, ImportReport } from '../../contract/import-report.ts';
import type { Catalogue } from './findings.ts';

/** What an import has to say, before the files of its folder are known. */
export type FoundReport = Omit<ImportReport, 'files'>;

/** The report of an import; codes are summed up in the order of the catalogue. */
export function importReport(
  catalogue: Catalogue,
  about: Pick<ImportReport, 'format' | 'source' | 'layout'>,
  counts: Readonly<Record<string, number>>,
  assumptions: readonly string[],
  findings: readonly Finding[],
): FoundReport {
  return {
    schema: 'muster/import-report@1',
    format: about.format,
    source: about.source,
    layout: about.layout,
    counts: { ...counts },
    assumptions: [...assumptions],
    summary: Object.entries(catalogue)
      .map(([code, entry]) => ({
        code,
        ...entry,
        count: findings.filter((finding) => finding.code === code).length,
      }))
      .filter(({ count }) => count > 0),
    findings: [...findings],
  };
}
