import type { EditConflict, EditedVersion, Edits } from '../../contract/api/edits.ts';
import { MusterError } from '../../kernel/errors.ts';
import { applyEdits, type Conflict } from './edits.ts';
import type { Id } from './ports/common.ts';
import type { Person } from './ports/people.ts';
import type { VersionRecord } from './ports/programmes.ts';
import type { Records } from './ports.ts';
import { versionView } from './programmes.ts';
import { Refusal } from './refusal.ts';
import { notFound, type Workbench } from './workbench.ts';

/** Attempts where others write at the same time. */
const ATTEMPTS_MAX = 5;
/** Versions looked through for who changed a file last. */
const VERSIONS_BACK_MAX = 200;

/**
 * Applies edits to the newest version: whatever others changed elsewhere since `base` stays. All of them or nothing:
 * refuses with CONFLICT, and what stands there now, where they do not fit; with INVALID_PROGRAMME and every defect where the
 * programme would have errors.
 */
export async function editVersion(
  { records }: Workbench,
  by: Person,
  programme: Id,
  { base, edits, reason }: Edits,
): Promise<EditedVersion> {
  if (!(await records.versions.get(programme, base))) throw notFound('version');
  for (let attempt = 1; ; attempt++) {
    const latest = (await records.versions.latest(programme))!;
    const outcome = applyEdits((await records.versions.files(programme, latest.number))!, edits);
    if (outcome.kind === 'conflicts') throw await conflict(records, latest, outcome.conflicts);
    if (outcome.kind === 'defects') {
      throw new Refusal(
        'INVALID_PROGRAMME',
        'With these edits the programme would have errors; nothing was changed.',
        { defects: [...outcome.defects] },
        'Each defect says what to do.',
      );
    }
    const { files, undo } = outcome;
    try {
      const version = await records.transaction(by.id, ({ versions }) =>
        versions.add({ programme, parent: latest.number, reason, kind: 'edit', files }),
      );
      return { ...versionView(version), undo: [...undo] };
    } catch (error) {
      const overtaken = error instanceof MusterError && error.code === 'VERSION_CONFLICT';
      if (!overtaken || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

async function conflict(
  records: Records,
  latest: VersionRecord,
  conflicts: readonly Conflict[],
): Promise<Refusal> {
  const changers = new Map<string, VersionRecord>();
  for (const file of new Set(conflicts.map((one) => one.file))) {
    changers.set(file, await lastChange(records, latest, file));
  }
  const told = conflicts.map(({ index, kind, now, file }): EditConflict => {
    const { authorName, at } = changers.get(file)!;
    return { index, kind, now, author: authorName, at };
  });
  return new Refusal(
    'CONFLICT',
    `${told.length} of the edits do not fit what stands there now; nothing was changed.`,
    { conflicts: told },
    'Look at what stands there now, and edit that.',
  );
}

/** The version that made a file what it is in this one; the oldest one looked at where that was long ago. */
async function lastChange(records: Records, latest: VersionRecord, file: string): Promise<VersionRecord> {
  const { programme } = latest;
  let version = latest;
  let hash = (await records.versions.fileHashes(programme, version.number))?.get(file);
  for (let back = 0; back < VERSIONS_BACK_MAX && version.parent !== null; back++) {
    const before = await records.versions.get(programme, version.parent);
    const earlier = (await records.versions.fileHashes(programme, version.parent))?.get(file);
    if (!before || earlier !== hash) break;
    [version, hash] = [before, earlier];
  }
  return version;
}
