import type { DefectCode } from './catalogue.ts';
import type { Part } from './programme.ts';

/**
 * A place in a programme: a part and a path inside it. In a table the path is the index of the row, then the
 * column; elsewhere the keys and indices from the top of the part.
 */
export interface Reference {
  readonly part: Part;
  readonly path: readonly (string | number)[];
}

/** Something wrong with a programme, and where. Severity and hint belong to the code. */
export interface Defect {
  readonly code: DefectCode;
  readonly message: string;
  readonly reference: Reference;
}

/** Short form to report a defect at a place. */
export function defect(
  code: DefectCode,
  part: Part,
  path: readonly (string | number)[],
  message: string,
): Defect {
  return { code, message, reference: { part, path } };
}
