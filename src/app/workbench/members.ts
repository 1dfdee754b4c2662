import type { AuditRow } from '../../contract/api/audit.ts';
import type { Candidate, Member as MemberView } from '../../contract/api/members.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { AuditEntry } from './ports/audit.ts';
import type { Id, Page, PageRequest } from './ports/common.ts';
import type { Person } from './ports/people.ts';
import type { Member, Role } from './ports/programmes.ts';
import type { Reads } from './ports.ts';
import { notFound, type Workbench } from './workbench.ts';

/** Who has a role in a programme. */
export async function listMembers({ records }: Workbench, programme: Id): Promise<MemberView[]> {
  return (await records.programmes.members(programme)).map(memberView);
}

/** People who could be given a role: all who are not disabled. */
export async function listCandidates({ records }: Workbench, page: PageRequest): Promise<Page<Candidate>> {
  const { items, next } = await records.people.list(page);
  const able = items.filter(({ disabledAt }) => disabledAt === null);
  return { items: able.map(({ id, name, login }) => ({ id, name, login })), next };
}

/** Gives a person a role in a programme. Refuses with LAST_DIRECTOR where it would be left without one. */
export function setMember(
  { records }: Workbench,
  by: Person,
  programme: Id,
  person: Id,
  role: Role,
): Promise<MemberView> {
  return records.transaction(by.id, async (writes) => {
    if (role !== 'director') await keepDirector(writes, programme, person);
    await writes.programmes.setMember(programme, person, role);
    const members = await writes.programmes.members(programme);
    return memberView(members.find((member) => member.person === person)!);
  });
}

/** Takes a person's role in a programme away. */
export function removeMember({ records }: Workbench, by: Person, programme: Id, person: Id): Promise<void> {
  return records.transaction(by.id, async (writes) => {
    await keepDirector(writes, programme, person);
    if (!(await writes.programmes.removeMember(programme, person))) throw notFound('member');
  });
}

async function keepDirector({ programmes }: Reads, programme: Id, leaving: Id): Promise<void> {
  const directors = (await programmes.members(programme)).filter(({ role }) => role === 'director');
  if (directors.some(({ person }) => person !== leaving) || !directors.length) return;
  throw new MusterError('LAST_DIRECTOR', 'A programme is not left without a director.', {
    hint: 'Make somebody else a director first.',
  });
}

function memberView({ person: id, name, login, disabled, role }: Member): MemberView {
  return { person: { id, name, login, disabled }, role };
}

/** What was written to a programme, or to anything in the installation where it is null; the newest first. */
export async function listAudit(
  { records }: Workbench,
  programme: Id | null,
  page: PageRequest,
): Promise<Page<AuditRow>> {
  const { items, next } = await records.audit.list(programme, page);
  return { items: items.map(auditView), next };
}

function auditView({ person, personName, detail, ...entry }: AuditEntry): AuditRow {
  const by = person === null ? null : { id: person, name: personName ?? '' };
  return { ...entry, person: by, detail: detail as AuditRow['detail'] };
}
