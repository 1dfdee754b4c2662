import { z } from 'zod';
import { AuditRow } from '../audit.ts';
import { Candidate, Member, MemberRole } from '../members.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { ProgrammeChange, ProgrammeView } from '../programmes.ts';
import type { Route } from '../route.ts';

/** Routes of one programme: its name, its members, its audit. */
export const PROGRAMME = {
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
