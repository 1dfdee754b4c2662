import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Id, Sha256 } from '../app/workbench/ports/common.ts';
import type { VersionReads, VersionRecord, VersionWrites } from '../app/workbench/ports/programmes.ts';
import type { Author } from '../app/workbench/ports.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Log } from './audit.ts';
import { putTexts, textOf } from './blobs.ts';
import { markOf, NUMBER, pageOf } from './page.ts';
import type { Tables } from './tables.ts';

function versionOf(row: Selectable<Tables['version']> & { author_name: string | null }): VersionRecord {
  const { content_hash: contentHash, author_name: authorName, ...rest } = row;
  return { ...rest, authorName, contentHash };
}

/** SHA-256 over `path NUL hash LF` of every file, by path in the order of code units. */
function contentHashOf(files: readonly (readonly [path: string, hash: Sha256])[]): Sha256 {
  const hash = createHash('sha256');
  for (const [path, blob] of files) hash.update(`${path}\0${blob}\n`);
  return hash.digest('hex');
}

export function versionReads(db: Kysely<Tables>): VersionReads {
  const versions = (programme: Id) =>
    db
      .selectFrom('version')
      .leftJoin('person', 'person.id', 'version.author')
      .selectAll('version')
      .select('person.name as author_name')
      .where('programme', '=', programme);
  const files = (programme: Id, number: number) =>
    db
      .selectFrom('version_file')
      .where('programme', '=', programme)
      .where('number', '=', number)
      .orderBy('path');
  return {
    async get(programme, number) {
      const row = await versions(programme).where('number', '=', number).executeTakeFirst();
      return row ? versionOf(row) : null;
    },
    async latest(programme) {
      const row = await versions(programme).orderBy('number', 'desc').limit(1).executeTakeFirst();
      return row ? versionOf(row) : null;
    },
    async list(programme, page) {
      const mark = markOf(page, [NUMBER]);
      let query = versions(programme)
        .orderBy('number', 'desc')
        .limit(page.limit + 1);
      if (mark) query = query.where('number', '<', Number(mark[0]));
      return pageOf(await query.execute(), page, versionOf, ({ number }) => [String(number)]);
    },
    async files(programme, number) {
      const rows = await files(programme, number)
        .innerJoin('blob', 'blob.sha256', 'version_file.blob')
        .select(['path', 'bytes'])
        .execute();
      if (rows.length === 0) return null;
      return new Map(
        await Promise.all(rows.map(async ({ path, bytes }) => [path, await textOf(bytes)] as const)),
      );
    },
    async fileHashes(programme, number) {
      const rows = await files(programme, number).select(['path', 'blob']).execute();
      return rows.length === 0 ? null : new Map(rows.map(({ path, blob }) => [path, blob]));
    },
  };
}

export function versionWrites(db: Kysely<Tables>, author: Author, log: Log): VersionWrites {
  /** Takes the next number; the row of the programme stays locked, so a second writer waits and then finds it gone. */
  async function takeNumber(programme: Id, parent: number): Promise<number> {
    const taken = await db
      .updateTable('programme')
      .set({ latest: parent + 1 })
      .where('id', '=', programme)
      .where('latest', '=', parent)
      .returning('latest')
      .executeTakeFirst();
    if (taken) return taken.latest;
    const now = await db
      .selectFrom('programme')
      .select('latest')
      .where('id', '=', programme)
      .executeTakeFirst();
    if (!now) throw new MusterError('NO_SUCH_PROGRAMME', 'There is no such programme.');
    throw new MusterError(
      'VERSION_CONFLICT',
      `The programme is at version ${now.latest} by now; this was made from version ${parent}.`,
      { hint: 'Look at what changed, then make the change again from the newest version.' },
    );
  }

  return {
    async add({ programme, parent, reason, kind, files }) {
      if (files.size === 0) throw new MusterError('EMPTY_VERSION', 'A version needs at least one file.');
      const number = await takeNumber(programme, parent ?? 0);
      const paths = [...files.keys()].sort();
      const hashes = await putTexts(
        db,
        paths.map((path) => files.get(path)!),
      );
      const contentHash = contentHashOf(paths.map((path, i) => [path, hashes[i]!]));
      await db
        .insertInto('version')
        .values({ programme, number, parent, author, reason, kind, content_hash: contentHash })
        .execute();
      await db
        .insertInto('version_file')
        .values(paths.map((path, i) => ({ programme, number, path, blob: hashes[i]! })))
        .execute();
      await log({ action: 'version.add', subject: number, programme, detail: { kind, reason, contentHash } });
      return (await versionReads(db).get(programme, number))!;
    },
  };
}
