import type { Finding } from '../../contract/import-report.ts';
import { ETO_FINDINGS, type EtoCode } from './catalogue.ts';
import type { EtoFile } from './release.ts';

const ORDER = new Map(Object.keys(ETO_FINDINGS).map((code, i) => [code, i]));

/** Collects what an import finds; what is found again word for word is kept once. */
export class Findings {
  readonly #found = new Map<string, Finding>();

  add(code: EtoCode, file: EtoFile, line: number | null, subject: string, message: string): void {
    const finding = { code, file, line, subject, message };
    this.#found.set(JSON.stringify(finding), finding);
  }

  /** All findings: by code in the order of the catalogue, then in the order in which they were found. */
  all(): Finding[] {
    return [...this.#found.values()].sort((a, b) => ORDER.get(a.code)! - ORDER.get(b.code)!);
  }
}
