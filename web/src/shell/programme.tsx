import { useParams } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Role } from '../../../src/contract/api/programmes.ts';
import type { Version } from '../../../src/contract/api/versions.ts';
import { useRead } from '../api/queries.ts';
import { ProblemNote } from './problem.tsx';
import { usePerson } from './session.tsx';
import { useUrl } from './url-state.ts';
import { Waiting } from './waiting.tsx';

/** What one may do in a programme, by role; owners of the installation may everything. */
export type ProgrammeRight = 'read' | 'edit' | 'direct' | 'audit';

const RIGHTS: Readonly<Record<Role, readonly ProgrammeRight[]>> = {
  director: ['read', 'edit', 'direct', 'audit'],
  planner: ['read', 'edit'],
  auditor: ['read', 'audit'],
  guest: ['read'],
};

/** The programme of the page, and which version of it is looked at. */
export interface ProgrammeInView {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly may: (right: ProgrammeRight) => boolean;
  readonly latest: Version;
  /** The version of the address; where it names none, the latest. */
  readonly version: number;
  readonly isLatest: boolean;
}

const ProgrammeContext = createContext<ProgrammeInView | null>(null);

/** Fetches the programme of the address before anything inside is shown; `refused` is around why it cannot be. */
export function ProgrammeGate({
  children,
  refused,
}: {
  children: ReactNode;
  refused: (why: ReactNode) => ReactNode;
}) {
  const { programme: id } = useParams({ strict: false }) as { programme: string };
  const { owner } = usePerson();
  const [search] = useUrl();
  const view = useRead('GET /programmes/{programme}', { params: { programme: id } });
  const value = useMemo<ProgrammeInView | null>(() => {
    if (!view.data) return null;
    const { name, role, latest } = view.data;
    const asked = Number(search.version);
    const version = Number.isInteger(asked) && asked > 0 ? asked : latest.number;
    return {
      id,
      name,
      role,
      may: (right) => owner || (role !== null && RIGHTS[role].includes(right)),
      latest,
      version,
      isLatest: version === latest.number,
    };
  }, [id, owner, search.version, view.data]);
  if (value) return <ProgrammeContext value={value}>{children}</ProgrammeContext>;
  if (!view.error) return <Waiting />;
  return refused(<ProblemNote error={view.error} onRetry={() => void view.refetch()} />);
}

/** The programme of the page. */
export function useProgramme(): ProgrammeInView {
  const programme = useContext(ProgrammeContext);
  if (!programme) throw new Error('useProgramme outside ProgrammeGate');
  return programme;
}

/** The programme of the page, where it is one of a programme and has been fetched. */
export const useProgrammeIfAny = (): ProgrammeInView | null => useContext(ProgrammeContext);
