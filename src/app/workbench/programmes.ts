import type { ProgrammeView } from '../../contract/api/programmes.ts';
import type { Version, VersionDetail } from '../../contract/api/versions.ts';
import type { Id, Page, PageRequest } from './ports/common.ts';
import type { Person } from './ports/people.ts';
import type { FolderTexts, ListedProgramme, VersionRecord } from './ports/programmes.ts';
import type { Reads } from './ports.ts';
import { notFound, type Workbench } from './workbench.ts';

/** The programmes that a person sees, by name. */
export async function listProgrammes(
  { records }: Workbench,
  person: Person,
  page: PageRequest,
): Promise<Page<ProgrammeView>> {
  const { items, next } = await records.programmes.listFor(person.id, page);
  return { items: await Promise.all(items.map((programme) => programmeView(records, programme))), next };
}

/** A programme as somebody with this role sees it. */
export async function viewProgramme(
  { records }: Workbench,
  id: Id,
  role: ProgrammeView['role'],
): Promise<ProgrammeView> {
  const programme = await records.programmes.get(id);
  if (!programme) throw notFound('programme');
  return programmeView(records, { ...programme, role });
}

async function programmeView(
  { versions }: Reads,
  { id, name, createdAt, role }: ListedProgramme,
): Promise<ProgrammeView> {
  const latest = await versions.latest(id);
  if (!latest) throw notFound('programme');
  return { id, name, createdAt, role, latest: versionView(latest) };
}

/** Makes a programme of files that were checked; whoever makes it directs it. Nobody does where Muster itself does. */
export async function addProgramme(
  { records }: Workbench,
  by: Person | null,
  name: string,
  files: FolderTexts,
  reason: string,
): Promise<Id> {
  return records.transaction(by?.id ?? null, async ({ programmes, versions }) => {
    const { id } = await programmes.add(name);
    await versions.add({ programme: id, parent: null, reason, kind: 'create', files });
    if (by) await programmes.setMember(id, by.id, 'director');
    return id;
  });
}

/** Renames a programme. */
export async function renameProgramme(
  { records }: Workbench,
  by: Person,
  id: Id,
  name: string,
): Promise<void> {
  const found = await records.transaction(by.id, ({ programmes }) => programmes.rename(id, name));
  if (!found) throw notFound('programme');
}

/** The versions of a programme, the newest first. */
export async function listVersions(
  { records }: Workbench,
  programme: Id,
  page: PageRequest,
): Promise<Page<Version>> {
  const { items, next } = await records.versions.list(programme, page);
  return { items: items.map(versionView), next };
}

/** A version with the sizes and hashes of its files. */
export async function viewVersion(
  { records }: Workbench,
  programme: Id,
  number: number,
): Promise<VersionDetail> {
  const [record, files, hashes] = await Promise.all([
    records.versions.get(programme, number),
    records.versions.files(programme, number),
    records.versions.fileHashes(programme, number),
  ]);
  if (!record || !files || !hashes) throw notFound('version');
  const sizes = [...files].map(([path, text]) => ({
    path,
    sha256: hashes.get(path)!,
    bytes: Buffer.byteLength(text),
  }));
  return { ...versionView(record), files: sizes };
}

/** A version as people see it. */
export function versionView({ number, parent, kind, at, reason, ...rest }: VersionRecord): Version {
  const { author, authorName, contentHash } = rest;
  const by = author === null ? null : { id: author, name: authorName ?? '' };
  return { number, parent, kind, author: by, at, reason, contentHash };
}
