import type { Version } from '../../contract/api/versions.ts';
import type { FileContent } from '../../formats/programme-folder/parse.ts';
import type { Id } from './ports/common.ts';
import type { Person } from './ports/people.ts';
import { versionView } from './programmes.ts';
import { Refusal } from './refusal.ts';
import { type TakenFiles, takeFiles } from './take-files.ts';
import { notFound, type Workbench } from './workbench.ts';

/** Files that were handed in, sound; refuses with INVALID_PROGRAMME and every defect of them. */
export function soundFiles(given: ReadonlyMap<string, FileContent>): TakenFiles['files'] {
  const { programme, files, defects } = takeFiles(given);
  if (programme) return files;
  const errors = defects.filter(({ severity }) => severity === 'error').length;
  throw new Refusal(
    'INVALID_PROGRAMME',
    `The files have ${errors} ${errors === 1 ? 'error' : 'errors'}; nothing was kept.`,
    { defects: [...defects] },
    'Mend them; each says how.',
  );
}

/** Replaces all files by others, as the version after `base`. Refuses with VERSION_CONFLICT where there is a newer one. */
export async function replaceFiles(
  { records }: Workbench,
  by: Person,
  programme: Id,
  { base, reason, files: given }: Replacement,
): Promise<Version> {
  const files = soundFiles(given);
  const version = await records.transaction(by.id, ({ versions }) =>
    versions.add({ programme, parent: base, reason, kind: 'import', files }),
  );
  return versionView(version);
}

/** What takes the place of all files. */
export interface Replacement {
  readonly base: number;
  readonly reason: string;
  readonly files: ReadonlyMap<string, FileContent>;
}

/** Goes back to the files of an old version, as a new one after the newest. */
export async function restoreVersion(
  { records }: Workbench,
  by: Person,
  programme: Id,
  number: number,
  reason: string,
): Promise<Version> {
  const files = await records.versions.files(programme, number);
  if (!files) throw notFound('version');
  const version = await records.transaction(by.id, async ({ versions }) => {
    const latest = await versions.latest(programme);
    return versions.add({ programme, parent: latest!.number, reason, kind: 'undo', files });
  });
  return versionView(version);
}
