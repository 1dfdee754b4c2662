import type { Content } from '../../contract/api/content.ts';
import { type FileContent, parseFiles } from '../../formats/programme-folder/parse.ts';
import type { Part, Programme } from '../../programme/programme.ts';
import { identities, rowListAt } from '../../programme/row-identity.ts';
import { type CheckedFolder, checkAcross, soundProgramme } from '../check-folder.ts';

/** A programme as the texts of the files of its folder, by path. */
export type ProgrammeFiles = ReadonlyMap<string, string>;

/** Every defect of files in memory, as `muster check` finds them in a folder. */
export function checkFiles(files: ReadonlyMap<string, FileContent>): CheckedFolder {
  return checkAcross(parseFiles((path) => files.get(path) ?? null));
}

/** The programme that files say; refuses one with errors. */
export function openFiles(files: ProgrammeFiles): Programme {
  return soundProgramme(checkFiles(files), 'This version');
}

/** What files say, part by part, with the identities by which edits name its rows. */
export function contentOf(files: ProgrammeFiles): Content {
  const programme = openFiles(files);
  const rows: Record<string, string[]> = {};
  for (const [part, value] of Object.entries(programme)) collect(part as Part, value, [], [part], rows);
  return { schema: 'muster/content@1', parts: structuredClone(programme) as Content['parts'], rows };
}

/** Identities of all lists of rows below a value; `pattern` is its path with `*` for rows, `place` with their numbers. */
function collect(
  part: Part,
  value: unknown,
  pattern: readonly string[],
  place: readonly string[],
  rows: Record<string, string[]>,
): void {
  if (typeof value !== 'object' || value === null) return;
  const list = Array.isArray(value) ? rowListAt(part, pattern) : null;
  if (Array.isArray(value) && !list) return;
  if (list) rows[place.join('.')] = identities(list, value as unknown[]);
  for (const [key, item] of Object.entries(value)) {
    collect(part, item, [...pattern, list ? '*' : key], [...place, key], rows);
  }
}
