import { z } from 'zod';
import { AssessmentReport } from '../../assess.ts';
import { CheckReport } from '../../check.ts';
import { DiffReport } from '../../diff.ts';
import { Content } from '../content.ts';
import { EditedVersion, Edits } from '../edits.ts';
import { Layout, LayoutQuery } from '../layout.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { FolderFiles } from '../programmes.ts';
import type { Route } from '../route.ts';
import { Reason, VersionNumber } from '../text.ts';
import { Version, VersionDetail } from '../versions.ts';
import { WhatIf, WhatIfReply } from '../what-if.ts';

/** Routes of the versions of a programme: what they say, what follows from them, how one becomes the next. */
export const VERSIONS = {
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
    reply: Content,
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
    query: LayoutQuery,
    reply: Layout,
  },
  'POST /programmes/{programme}/versions/{version}/what-if': {
    right: 'read',
    summary: 'What other measures would stop; nothing is kept',
    body: WhatIf,
    reply: WhatIfReply,
  },
  'GET /programmes/{programme}/versions/{version}/diff/{otherVersion}': {
    right: 'read',
    summary: 'What differs in another version, and what that does',
    reply: DiffReport,
  },
  'POST /programmes/{programme}/edits': {
    right: 'edit',
    summary: 'Change figures of a version: all of the edits or none, as a new version',
    body: Edits,
    reply: EditedVersion,
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
    folder: true,
    query: z.strictObject({
      base: z.coerce.number<number | string>().pipe(VersionNumber).optional().describe('of a zip'),
      reason: Reason.optional().describe('of a zip'),
    }),
    reply: Version,
    status: 201,
  },
} as const satisfies Record<string, Route>;
