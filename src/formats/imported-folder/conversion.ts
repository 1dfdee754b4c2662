import type { Finding } from '../../contract/import-report.ts';
import type { Programme } from '../../programme/programme.ts';

/** Data of another format as a programme, and what was found and assumed on the way. */
export interface Conversion {
  readonly programme: Programme;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<string, number>>;
}

/** What a programme made from data holds, for its report. */
export function programmeCounts(programme: Programme): Record<string, number> {
  return {
    links: programme.links.length,
    requirements: programme.requirements.length,
    providers: programme.providers.length,
    supplyRows: programme.supply.length,
    supplyRowsWithShare: programme.supply.filter((row) => row.share !== undefined).length,
    evidence: programme.evidence.length,
  };
}
