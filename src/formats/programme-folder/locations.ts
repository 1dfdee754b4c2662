import type { Reference } from '../../programme/defects.ts';
import type { Part } from '../../programme/programme.ts';
import { besideOf, FILES } from './files.ts';

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
      const file = FILES.find((f) => f.part === part || besideOf(f).some((beside) => beside.part === part))!;
      return { file: file.path, line: lines.get(part)?.(path) ?? null };
    },
  };
}
