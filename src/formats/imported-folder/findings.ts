import type { Finding, FindingKind } from '../../contract/import-report.ts';

/** What a code stands for. */
export interface FindingEntry {
  readonly kind: FindingKind;
  readonly meaning: string;
}

/** Everything an import from one format can find, by code, in the order in which reports list it. */
export type Catalogue = Readonly<Record<string, FindingEntry>>;

export const defect = (meaning: string): FindingEntry => ({ kind: 'defect', meaning });
export const assumption = (meaning: string): FindingEntry => ({ kind: 'assumption', meaning });
export const heuristic = (meaning: string): FindingEntry => ({ kind: 'heuristic', meaning });
export const note = (meaning: string): FindingEntry => ({ kind: 'note', meaning });

/** A cell that a finding is about. */
export interface FoundCell {
  /** Name of the column; of a column without a name, which it is, as in `column 17`. */
  readonly column: string;
  /** What stands in the cell. */
  readonly read: string;
}

/** Collects what an import finds; what is found again word for word is kept once. */
export class FindingLog<C extends Catalogue> {
  readonly #found = new Map<string, Finding>();
  readonly #order: ReadonlyMap<string, number>;

  constructor(catalogue: C) {
    this.#order = new Map(Object.keys(catalogue).map((code, i) => [code, i]));
  }

  add(
    code: keyof C & string,
    file: string,
    line: number | null,
    subject: string,
    message: string,
    cell?: FoundCell,
  ): void {
    const finding = { code, file, line, ...cell, subject, message };
    this.#found.set(JSON.stringify(finding), finding);
  }

  /** All findings: by code in the order of the catalogue, then in the order in which they were found. */
  all(): Finding[] {
    return [...this.#found.values()].sort((a, b) => this.#order.get(a.code)! - this.#order.get(b.code)!);
  }
}
