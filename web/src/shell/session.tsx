import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createContext, type ReactNode, useCallback, useContext } from 'react';
import type { Session } from '../../../src/contract/api/session.ts';
import { call } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { ProblemNote } from './problem.tsx';
import { Waiting } from './waiting.tsx';

type SignedIn = Session['person'];

const SessionContext = createContext<SignedIn | null>(null);

/** Asks who is signed in before anything inside is shown; nobody: the query client sends the reader to sign in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useRead('GET /session', {});
  if (session.data) return <SessionContext value={session.data.person}>{children}</SessionContext>;
  if (session.error && session.error.code !== 'not-signed-in') {
    return <ProblemNote error={session.error} onRetry={() => void session.refetch()} />;
  }
  return <Waiting />;
}

/** Who is signed in. */
export function usePerson(): SignedIn {
  const person = useContext(SessionContext);
  if (!person) throw new Error('usePerson outside SessionGate');
  return person;
}

/** Ends the session, forgets everything that was read, and goes to sign in. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(() => {
    void call('DELETE /session', {})
      .catch(() => undefined)
      .then(() => navigate({ to: '/sign-in' }))
      .then(() => client.clear());
  }, [client, navigate]);
}
