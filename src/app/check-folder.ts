import { FILES } from '../formats/programme-folder/files.ts';
import { type LocatedDefect, located, type ReadResult } from '../formats/programme-folder/parse.ts';
import { readFolder } from '../formats/programme-folder/read.ts';
import { MusterError } from '../kernel/errors.ts';
import { checkProgramme } from '../programme/check.ts';
import type { Programme } from '../programme/programme.ts';

/** A programme folder, read and checked. `programme` is null where a defect is an error. */
export interface CheckedFolder {
  readonly programme: Programme | null;
  /** By file, in the order of the folder, then by line. */
  readonly defects: readonly LocatedDefect[];
  /** Files that could not be read as a whole; checks that need them were left out. */
  readonly unread: readonly string[];
}

/** Reads a programme folder and reports every defect in and across its files. */
export async function checkFolder(folder: string): Promise<CheckedFolder> {
  return checkAcross(await readFolder(folder));
}

/** What was read of a programme, with every defect across its files besides. */
export function checkAcross({ parts, programme, defects: ofFiles, locations }: ReadResult): CheckedFolder {
  const acrossFiles = checkProgramme(parts).map(({ code, message, reference }) => {
    const { file, line } = locations.locate(reference);
    return located(file, { code, line, message });
  });
  const defects = [...ofFiles, ...acrossFiles].sort(inOrder);
  const sound = defects.every((defect) => defect.severity !== 'error');
  const unread = FILES.filter((file) => !(file.part in parts)).map((file) => file.path);
  return { programme: sound ? programme : null, defects, unread };
}

/** The programme of a folder without errors; else refuses with the first of them. */
export async function openProgramme(folder: string): Promise<Programme> {
  return soundProgramme(await checkFolder(folder), folder);
}

/** The programme that was checked, where it has no errors; else refuses with the first of them. */
export function soundProgramme({ programme, defects }: CheckedFolder, folder: string): Programme {
  if (programme) return programme;
  const errors = defects.filter((defect) => defect.severity === 'error');
  const first = errors[0]!;
  throw new MusterError(
    'INVALID_PROGRAMME',
    `${folder} has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}, the first at ${placeOf(first)}: ${first.code}, ${first.message}.`,
    { hint: `Run \`muster check ${folder}\` to see all of them.` },
  );
}

/** `file:line`, or the file where there is no line. */
export function placeOf({ file, line }: Pick<LocatedDefect, 'file' | 'line'>): string {
  return line === null ? file : `${file}:${line}`;
}

const ORDER = new Map(FILES.map((file, index) => [file.path, index]));

export function inOrder(a: LocatedDefect, b: LocatedDefect): number {
  const byFile = (ORDER.get(a.file) ?? ORDER.size) - (ORDER.get(b.file) ?? ORDER.size);
  return byFile || (a.line ?? 0) - (b.line ?? 0);
}
