import type { Edit } from '../../contract/api/edits.ts';
import { type CsvFile, FILES, type YamlFile } from '../../formats/programme-folder/files.ts';
import { type FileContent, type LocatedDefect, located } from '../../formats/programme-folder/parse.ts';
import { fileOf, partProblems } from '../../formats/programme-folder/part-schema.ts';
import { printFile } from '../../formats/programme-folder/write.ts';
import { groupBy } from '../../kernel/collections.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Programme } from '../../programme/programme.ts';
import { inOrder } from '../check-folder.ts';
import { checkFiles, openFiles, type ProgrammeFiles } from './content.ts';
import { editPart, type Misfit } from './edit-part.ts';

/** An edit that does not fit what is there. */
export interface Conflict extends Misfit {
  /** Number of the edit, from 0. */
  readonly index: number;
  /** File in which its part lies. */
  readonly file: string;
}

/** What became of edits: all of them applied, or nothing changed and every reason why. */
export type EditOutcome =
  | {
      readonly kind: 'applied';
      /** All files; those whose parts changed in canonical form, the others as they were. */
      readonly files: ProgrammeFiles;
      readonly changed: readonly string[];
      /** The edits that take these back, in their order. */
      readonly undo: readonly Edit[];
    }
  | { readonly kind: 'conflicts'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'defects'; readonly defects: readonly LocatedDefect[] };

/**
 * Applies edits to files one after another: all of them or none. Where some do not fit, the others are tried all the same,
 * so that every conflict is told at once; where the programme would have errors, every defect is.
 */
export function applyEdits(base: ProgrammeFiles, edits: readonly Edit[]): EditOutcome {
  const parts: Record<string, unknown> = { ...openFiles(base) };
  const undo: Edit[] = [];
  const conflicts: Conflict[] = [];
  for (const [index, edit] of edits.entries()) {
    const done = editPart(parts[edit.part], edit);
    if ('kind' in done) {
      conflicts.push({ index, file: fileOf(edit.part).path, ...done });
    } else {
      parts[edit.part] = done.value;
      undo.unshift(done.undo);
    }
  }
  if (conflicts.length > 0) return { kind: 'conflicts', conflicts };
  const printed = printChanged(parts as unknown as Programme, edits);
  const contents = new Map<string, FileContent>([...base, ...printed.contents]);
  const checked = checkFiles(contents);
  const defects = [...checked.defects, ...printed.further].sort(inOrder);
  if (!checked.programme) return { kind: 'defects', defects };
  return { kind: 'applied', files: texts(contents), changed: [...printed.contents.keys()], undo };
}

/** The files whose parts were edited, printed; one that cannot be stands for its first problem, with the further ones. */
function printChanged(
  programme: Programme,
  edits: readonly Edit[],
): { contents: Map<string, FileContent>; further: LocatedDefect[] } {
  const contents = new Map<string, FileContent>();
  const further: LocatedDefect[] = [];
  for (const [file, own] of groupBy(edits, ({ part }) => fileOf(part))) {
    const problems = [...new Set(own.map(({ part }) => part))].flatMap((part) =>
      partProblems(part, programme[part]),
    );
    const [first, ...others] = problems;
    contents.set(file.path, first ? { problem: first } : print(file, programme));
    further.push(...others.map((problem) => located(file.path, problem)));
  }
  return { contents, further };
}

function print(file: CsvFile | YamlFile, programme: Programme): FileContent {
  try {
    return printFile(file, programme);
  } catch (error) {
    if (!(error instanceof MusterError)) throw error;
    return { problem: { code: 'BAD_VALUE', line: null, message: error.message } };
  }
}

function texts(contents: ReadonlyMap<string, FileContent>): ProgrammeFiles {
  const known = FILES.map(({ path }) => [path, contents.get(path) ?? null] as const);
  return new Map(known.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'));
}
