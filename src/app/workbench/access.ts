import type { Right } from '../../contract/api/route.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Id } from './ports/common.ts';
import type { Person, SessionAt } from './ports/people.ts';
import type { Role } from './ports/programmes.ts';
import { notFound, type Workbench } from './workbench.ts';

/** Rights within a programme. */
export type ProgrammeRight = Extract<Right, 'read' | 'edit' | 'direct' | 'audit'>;

/** Which roles have which right in a programme. Owners of the installation have every right everywhere. */
export const ROLES_WITH = {
  read: ['director', 'planner', 'auditor', 'guest'],
  edit: ['director', 'planner'],
  direct: ['director'],
  audit: ['director', 'auditor'],
} as const satisfies Record<ProgrammeRight, readonly Role[]>;

/**
 * The role with which somebody may do this in the programme at which their session was looked up; null for an owner of the installation without one.
 * Refuses with NOT_FOUND where they have nothing to do with the programme, with FORBIDDEN where the role does not do.
 */
export async function roleFor(
  { records }: Workbench,
  { person, role }: SessionAt,
  programme: Id,
  right: ProgrammeRight,
): Promise<Role | null> {
  if (person.owner) {
    if (role === null && !(await records.programmes.get(programme))) throw notFound('programme');
    return role;
  }
  if (role === null) throw notFound('programme');
  if ((ROLES_WITH[right] as readonly Role[]).includes(role)) return role;
  throw new MusterError('FORBIDDEN', `A ${role} of a programme may not do this.`, {
    hint: `Ask a ${ROLES_WITH[right].join(' or ')} of the programme.`,
  });
}

/** Refuses with FORBIDDEN who is no owner of the installation. */
export function requireOwner(person: Person): void {
  if (person.owner) return;
  throw new MusterError('FORBIDDEN', 'Only an owner of the installation may do this.', {
    hint: 'Ask an owner.',
  });
}
