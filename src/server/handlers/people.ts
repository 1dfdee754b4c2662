import {
  acceptInvitation,
  changePerson,
  invite,
  inviteAgain,
  listPeople,
  takeOwnership,
} from '../../app/workbench/people.ts';
import { changePassword, type SignedIn, sessionView, signIn, signOut } from '../../app/workbench/sessions.ts';
import type { Workbench } from '../../app/workbench/workbench.ts';
import type { HandlersOf } from '../call.ts';
import { pageAsked } from './page.ts';

type Keys =
  | 'POST /owner'
  | 'POST /session'
  | 'GET /session'
  | 'DELETE /session'
  | 'PUT /session/password'
  | 'POST /invitations/accept'
  | 'GET /people'
  | 'POST /people'
  | 'PATCH /people/{person}'
  | 'POST /people/{person}/invitation';

/** People and their sessions. */
export function peopleHandlers(workbench: Workbench): HandlersOf<Keys> {
  const begin = async (
    { setSession }: { setSession(token: string): void },
    entering: Promise<SignedIn>,
  ): Promise<SignedIn['session']> => {
    const { token, session } = await entering;
    setSession(token);
    return session;
  };
  return {
    'POST /owner': (call) => begin(call, takeOwnership(workbench, call.body)),
    'POST /session': (call) => begin(call, signIn(workbench, call.body)),
    'POST /invitations/accept': (call) => begin(call, acceptInvitation(workbench, call.body)),
    'GET /session': ({ by }) => sessionView(by.session),
    'DELETE /session': async ({ by, setSession }) => {
      await signOut(workbench, by.session);
      setSession(null);
    },
    'PUT /session/password': ({ by, body }) => changePassword(workbench, by.session, body),
    'GET /people': ({ query }) => listPeople(workbench, pageAsked(query)),
    'POST /people': ({ by, body }) => invite(workbench, by.person, body),
    'PATCH /people/{person}': ({ by, params, body }) =>
      changePerson(workbench, by.person, params.person, body),
    'POST /people/{person}/invitation': ({ by, params }) => inviteAgain(workbench, by.person, params.person),
  };
}
