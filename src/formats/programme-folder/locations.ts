import type { Reference } from '../../programme/defects.ts';
import type { Part } from '../../programme/programme.ts';
import { fileOf } from './part-schema.ts';

/** Finds the line of a path inside one file. */
export type LineOf = (path: readonly (string | number)[]) => number;

/** Where the things of a programme stand in its folder. */
export interface Locations {
  /** File, relative to the folder, and line (null where the file is absent or the thing has no line). */
  locate(reference: Reference): { file: string; line: number | null };
}

/** Locations from the finders of the files that were read. */
export function locations(lines: ReadonlyMap<Part, LineOf>): Locations {
  return {
    locate({ part, path }) {
      return { file: fileOf(part).path, line: lines.get(part)?.(path) ?? null };
    },
  };
}
