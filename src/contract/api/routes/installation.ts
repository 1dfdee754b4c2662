import { z } from 'zod';
import { AuditRow } from '../audit.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { AcceptInvitation, Invitation, Invite, Person, PersonChange, TakeOwnership } from '../people.ts';
import { Examples, NewProgramme, ProgrammeView } from '../programmes.ts';
import type { Route } from '../route.ts';
import { PasswordChange, Session, SignIn } from '../session.ts';

/** Routes of the installation: people, sessions, programmes as a list. */
export const INSTALLATION = {
  'GET /openapi.json': {
    right: 'public',
    summary: 'This API as an OpenAPI 3.1 document',
    reply: z.unknown(),
  },
  'GET /docs': { right: 'public', summary: 'This API as a page to read', reply: 'text/html' },
  'POST /owner': {
    right: 'public',
    summary: 'Take the installation with the link of its first start, and sign in',
    body: TakeOwnership,
    guessable: true,
    reply: Session,
    status: 201,
  },
  'POST /session': {
    right: 'public',
    summary: 'Sign in',
    body: SignIn,
    guessable: true,
    reply: Session,
    status: 201,
  },
  'POST /invitations/accept': {
    right: 'public',
    summary: 'Take an invitation, set a password and sign in',
    body: AcceptInvitation,
    guessable: true,
    reply: Session,
    status: 201,
  },
  'GET /session': { right: 'person', summary: 'Who is signed in', reply: Session },
  'DELETE /session': { right: 'person', summary: 'Sign out' },
  'PUT /session/password': {
    right: 'person',
    summary: 'Change one’s own password; one’s other sessions end',
    body: PasswordChange,
  },
  'GET /programmes': {
    right: 'person',
    summary: 'Programmes in which one has a role; for an owner all of them',
    query: PageQuery,
    reply: pageOf(ProgrammeView),
  },
  'POST /programmes': {
    right: 'owner',
    summary: 'Make a programme, from an example or from files; who makes it directs it',
    body: NewProgramme,
    folder: true,
    reply: ProgrammeView,
    status: 201,
  },
  'GET /examples': { right: 'owner', summary: 'Programmes that come with Muster', reply: Examples },
  'GET /people': { right: 'owner', summary: 'Everybody', query: PageQuery, reply: pageOf(Person) },
  'POST /people': {
    right: 'owner',
    summary: 'Invite somebody: gives the link that lets them in once',
    body: Invite,
    reply: Invitation,
    toldOnce: true,
    status: 201,
  },
  'PATCH /people/{person}': {
    right: 'owner',
    summary: 'Rename, disable or enable somebody, make them an owner or no longer one',
    body: PersonChange,
    reply: Person,
  },
  'POST /people/{person}/invitation': {
    right: 'owner',
    summary: 'A new link for somebody who lost theirs or their password',
    reply: Invitation,
    toldOnce: true,
    status: 201,
  },
  'GET /audit': {
    right: 'owner',
    summary: 'Every write of the installation, the newest first',
    query: PageQuery,
    reply: pageOf(AuditRow),
  },
} as const satisfies Record<string, Route>;
