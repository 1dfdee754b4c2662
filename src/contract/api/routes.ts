import { z } from 'zod';
import { AssessmentReport } from '../assess.ts';
import { CheckReport } from '../check.ts';
import { DiffReport } from '../diff.ts';
import { Explanation } from '../explain.ts';
import { PlanDiff } from '../plan-diff.ts';
import { AuditRow } from './audit.ts';
import { Candidate, Member, MemberRole } from './members.ts';
import { PageQuery, pageOf } from './paging.ts';
import * as pending from './pending.ts';
import {
  AcceptInvitation,
  Invitation,
  Invite,
  Person,
  PersonChange,
  TakeOwnership,
  Token,
} from './people.ts';
import { Examples, FolderFiles, NewProgramme, ProgrammeChange, ProgrammeView } from './programmes.ts';
import { PasswordChange, Session, SignIn } from './session.ts';
import { Reason, Uuid, VersionNumber } from './text.ts';
import { Version, VersionDetail } from './versions.ts';

/**
 * Who may: anybody; any person who is signed in; owners of the installation; or by role in the programme: `read`
 * all members, `edit` directors and planners, `direct` directors, `audit` directors and auditors. Owners of the
 * installation may everything.
 */
export type Right = 'public' | 'person' | 'owner' | 'read' | 'edit' | 'direct' | 'audit';

/** What a body or reply other than JSON is. */
export type Media = 'application/zip' | 'text/event-stream' | 'text/html';

/** One route: who may, what it takes and gives, and what it is for. Bodies and replies are JSON unless it says otherwise. */
export interface Route {
  readonly right: Right;
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body may also come as this. */
  readonly bodyMedia?: 'application/zip';
  /** Schema of the reply, or its kind; nothing where there is none (204). */
  readonly reply?: z.ZodType | Media;
  /** Status of success where it is not 200. */
  readonly status?: 201 | 202;
  /** The reply never changes: it carries an ETag and may be kept for ever. */
  readonly immutable?: true;
}

/** Parameters in paths, by name. */
export const PARAMS = {
  programme: Uuid,
  person: Uuid,
  run: Uuid,
  question: Uuid,
  version: z.coerce.number<number | string>().pipe(VersionNumber),
  token: Token,
  otherVersion: z.coerce.number<number | string>().pipe(VersionNumber),
  otherRun: Uuid,
} as const;

const INSTALLATION = {
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
    reply: Session,
    status: 201,
  },
  'POST /session': { right: 'public', summary: 'Sign in', body: SignIn, reply: Session, status: 201 },
  'POST /invitations/accept': {
    right: 'public',
    summary: 'Take an invitation, set a password and sign in',
    body: AcceptInvitation,
    reply: Session,
    status: 201,
  },
  'GET /answers/{token}': {
    right: 'public',
    summary: 'What an expert is asked',
    reply: pending.AnswerPage,
  },
  'PUT /answers/{token}': {
    right: 'public',
    summary: 'Answer what one is asked',
    body: pending.Answer,
    reply: pending.AnswerPage,
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
    status: 201,
  },
  'GET /audit': {
    right: 'owner',
    summary: 'Every write of the installation, the newest first',
    query: PageQuery,
    reply: pageOf(AuditRow),
  },
} as const satisfies Record<string, Route>;

const PROGRAMME = {
  'GET /programmes/{programme}': {
    right: 'read',
    summary: 'Name, own role and latest version',
    reply: ProgrammeView,
  },
  'PATCH /programmes/{programme}': {
    right: 'direct',
    summary: 'Rename it',
    body: ProgrammeChange,
    reply: ProgrammeView,
  },
  'GET /programmes/{programme}/members': {
    right: 'read',
    summary: 'Who has a role',
    reply: z.object({ items: z.array(Member) }),
  },
  'GET /programmes/{programme}/candidates': {
    right: 'direct',
    summary: 'Who could be given a role',
    query: PageQuery,
    reply: pageOf(Candidate),
  },
  'PUT /programmes/{programme}/members/{person}': {
    right: 'direct',
    summary: 'Give somebody a role, or another one',
    body: MemberRole,
    reply: Member,
  },
  'DELETE /programmes/{programme}/members/{person}': { right: 'direct', summary: 'Take a role away' },
  'GET /programmes/{programme}/audit': {
    right: 'audit',
    summary: 'Every write to it, the newest first',
    query: PageQuery,
    reply: pageOf(AuditRow),
  },
} as const satisfies Record<string, Route>;

const VERSIONS = {
  'GET /programmes/{programme}/versions': {
    right: 'read',
    summary: 'Its versions, the newest first',
    query: PageQuery,
    reply: pageOf(Version),
  },
  'GET /programmes/{programme}/versions/{version}': {
    right: 'read',
    summary: 'A version and its files',
    reply: VersionDetail,
    immutable: true,
  },
  'GET /programmes/{programme}/versions/{version}/content': {
    right: 'read',
    summary: 'What its files say, part by part',
    reply: pending.Content,
    immutable: true,
  },
  'GET /programmes/{programme}/versions/{version}/folder.zip': {
    right: 'read',
    summary: 'Its files as a programme folder',
    reply: 'application/zip',
    immutable: true,
  },
  'GET /programmes/{programme}/versions/{version}/check': {
    right: 'read',
    summary: 'Every defect of its files',
    reply: CheckReport,
  },
  'GET /programmes/{programme}/versions/{version}/assessment': {
    right: 'read',
    summary: 'What stops, when and because of whom',
    query: z.strictObject({
      reading: z.enum(['home', 'world']).optional().describe('left out: as each scenario says'),
      gates: z.enum(['all', 'any', 'unknown']).default('unknown'),
    }),
    reply: AssessmentReport,
  },
  'GET /programmes/{programme}/versions/{version}/layout': {
    right: 'read',
    summary: 'The chain laid out for drawing',
    query: z.strictObject({ expand: z.string().max(4000).optional() }),
    reply: pending.Layout,
  },
  'POST /programmes/{programme}/versions/{version}/what-if': {
    right: 'read',
    summary: 'What other measures would stop; nothing is kept',
    body: pending.WhatIf,
    reply: pending.WhatIfReply,
  },
  'GET /programmes/{programme}/versions/{version}/diff/{otherVersion}': {
    right: 'read',
    summary: 'What differs in another version, and what that does',
    reply: DiffReport,
  },
  'POST /programmes/{programme}/edits': {
    right: 'edit',
    summary: 'Change figures of a version: all of the edits or none, as a new version',
    body: pending.Edits,
    reply: Version,
    status: 201,
  },
  'POST /programmes/{programme}/versions/{version}/restore': {
    right: 'edit',
    summary: 'Go back to an old version, as a new one',
    body: z.strictObject({ reason: Reason }),
    reply: Version,
    status: 201,
  },
  'PUT /programmes/{programme}/folder': {
    right: 'edit',
    summary: 'Replace all files, as a new version',
    body: z.strictObject({ base: VersionNumber, reason: Reason, files: FolderFiles }),
    bodyMedia: 'application/zip',
    query: z.strictObject({
      base: z.coerce.number<number | string>().pipe(VersionNumber).optional().describe('of a zip'),
      reason: Reason.optional().describe('of a zip'),
    }),
    reply: Version,
    status: 201,
  },
} as const satisfies Record<string, Route>;

const RUNS = {
  'GET /programmes/{programme}/runs': {
    right: 'read',
    summary: 'Its runs, the newest first',
    query: PageQuery.extend({ kind: pending.RunKind.optional() }),
    reply: pageOf(pending.Run),
  },
  'POST /programmes/{programme}/runs': {
    right: 'edit',
    summary: 'Ask for a run',
    body: pending.StartRun,
    reply: pending.Run,
    status: 201,
  },
  'GET /programmes/{programme}/runs/{run}': {
    right: 'read',
    summary: 'A run as it is now',
    reply: pending.Run,
  },
  'GET /programmes/{programme}/runs/{run}/result': {
    right: 'read',
    summary: 'What it found: the same object as that command prints, without seconds',
    reply: z.unknown(),
    immutable: true,
  },
  'GET /programmes/{programme}/runs/{run}/events': {
    right: 'read',
    summary: 'A run as it goes: `progress` with the run as it is, at once and at each change, then `done`',
    reply: 'text/event-stream',
  },
  'GET /programmes/{programme}/runs/{run}/explain': {
    right: 'read',
    summary: 'Why something is as it is in a plan, and what would flip it',
    query: z.strictObject({
      subject: z.string().min(1).max(300),
      lang: z.enum(['en', 'zh']).default('en'),
    }),
    reply: Explanation,
  },
  'GET /programmes/{programme}/runs/{run}/diff/{otherRun}': {
    right: 'read',
    summary: 'What differs in another plan',
    reply: PlanDiff,
  },
  'POST /programmes/{programme}/runs/{run}/cancel': {
    right: 'edit',
    summary: 'Cancel it; what is finished stays',
    reply: pending.Run,
  },
  'POST /programmes/{programme}/runs/{run}/again': {
    right: 'edit',
    summary: 'Run it again with the same pins',
    reply: pending.Run,
    status: 201,
  },
} as const satisfies Record<string, Route>;

const QUESTIONS = {
  'GET /programmes/{programme}/questions': {
    right: 'read',
    summary: 'What experts are asked, the newest first',
    query: PageQuery,
    reply: pageOf(pending.Question),
  },
  'POST /programmes/{programme}/questions': {
    right: 'edit',
    summary: 'Ask experts for a figure: gives one personal link each',
    body: pending.NewQuestion,
    reply: pending.AskedQuestion,
    status: 201,
  },
  'POST /programmes/{programme}/questions/{question}/close': {
    right: 'edit',
    summary: 'End it: answers become judgements in a new version, and a plan is asked for',
    reply: pending.Question,
  },
  'PUT /programmes/{programme}/questions/{question}/outcome': {
    right: 'direct',
    summary: 'State what the figure turned out to be; scores the experts',
    body: pending.Outcome,
    reply: pending.Question,
  },
} as const satisfies Record<string, Route>;

/** Every route below /api, by method and path. */
export const ROUTES = { ...INSTALLATION, ...PROGRAMME, ...VERSIONS, ...RUNS, ...QUESTIONS } as const;

export type Routes = typeof ROUTES;
export type RouteKey = keyof Routes;

type ParamNames<Key extends string> = Key extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type Taken<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type FieldOf<Key extends RouteKey, Field extends keyof Route> =
  Routes[Key] extends Record<Field, infer Schema> ? Schema : undefined;
type ParamsWith<Key extends RouteKey, Kind extends 'input' | 'output'> = {
  readonly [Name in ParamNames<Key> & keyof typeof PARAMS]: Kind extends 'input'
    ? z.input<(typeof PARAMS)[Name]>
    : z.output<(typeof PARAMS)[Name]>;
};

/** As a client writes them. */
export type ParamsOf<Key extends RouteKey> = ParamsWith<Key, 'input'>;
export type QueryOf<Key extends RouteKey> = Sent<FieldOf<Key, 'query'>>;
export type BodyOf<Key extends RouteKey> = Sent<FieldOf<Key, 'body'>>;

/** As a handler gets them. */
export type ParamsIn<Key extends RouteKey> = ParamsWith<Key, 'output'>;
export type QueryIn<Key extends RouteKey> = Taken<FieldOf<Key, 'query'>>;
export type BodyIn<Key extends RouteKey> = Taken<FieldOf<Key, 'body'>>;

/** What a client gets: an object, `Response` bodies of other media as text or bytes, or nothing. */
export type ReplyOf<Key extends RouteKey> =
  FieldOf<Key, 'reply'> extends infer Reply
    ? Reply extends z.ZodType
      ? z.output<Reply>
      : Reply extends 'application/zip'
        ? Uint8Array
        : Reply extends Media
          ? string
          : undefined
    : never;
