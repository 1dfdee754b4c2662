import type { DefectCode } from '../../programme/catalogue.ts';

/** Something wrong in one file, at a line where it has one. */
export interface Problem {
  readonly code: DefectCode;
  readonly line: number | null;
  readonly message: string;
}

/** What was read of one file: its value where nothing is wrong, and the finder of lines. */
export interface Parsed {
  readonly value: unknown;
  /** The values of the parts beside it, by key. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly lineOf: (path: readonly (string | number)[]) => number;
}
