import {
  listAudit,
  listCandidates,
  listMembers,
  removeMember,
  setMember,
} from '../../app/workbench/members.ts';
import {
  listProgrammes,
  listVersions,
  renameProgramme,
  viewProgramme,
  viewVersion,
} from '../../app/workbench/programmes.ts';
import type { Workbench } from '../../app/workbench/workbench.ts';
import type { HandlersOf } from '../call.ts';
import { pageAsked } from './page.ts';

type Keys =
  | 'GET /programmes'
  | 'GET /audit'
  | 'GET /programmes/{programme}'
  | 'PATCH /programmes/{programme}'
  | 'GET /programmes/{programme}/members'
  | 'GET /programmes/{programme}/candidates'
  | 'PUT /programmes/{programme}/members/{person}'
  | 'DELETE /programmes/{programme}/members/{person}'
  | 'GET /programmes/{programme}/audit'
  | 'GET /programmes/{programme}/versions'
  | 'GET /programmes/{programme}/versions/{version}';

/** Programmes, who has a role in them, their versions and their audit. */
export function programmeHandlers(workbench: Workbench): HandlersOf<Keys> {
  return {
    'GET /programmes': ({ by, query }) => listProgrammes(workbench, by.person, pageAsked(query)),
    'GET /audit': ({ query }) => listAudit(workbench, null, pageAsked(query)),
    'GET /programmes/{programme}': ({ params, role }) => viewProgramme(workbench, params.programme, role),
    'PATCH /programmes/{programme}': async ({ by, params: { programme }, body, role }) => {
      await renameProgramme(workbench, by.person, programme, body.name);
      return viewProgramme(workbench, programme, role);
    },
    'GET /programmes/{programme}/members': async ({ params }) => ({
      items: await listMembers(workbench, params.programme),
    }),
    'GET /programmes/{programme}/candidates': ({ query }) => listCandidates(workbench, pageAsked(query)),
    'PUT /programmes/{programme}/members/{person}': ({ by, params, body }) =>
      setMember(workbench, by.person, params.programme, params.person, body.role),
    'DELETE /programmes/{programme}/members/{person}': ({ by, params }) =>
      removeMember(workbench, by.person, params.programme, params.person),
    'GET /programmes/{programme}/audit': ({ params, query }) =>
      listAudit(workbench, params.programme, pageAsked(query)),
    'GET /programmes/{programme}/versions': ({ params, query }) =>
      listVersions(workbench, params.programme, pageAsked(query)),
    'GET /programmes/{programme}/versions/{version}': ({ params }) =>
      viewVersion(workbench, params.programme, params.version),
  };
}
