import type { Kysely } from 'kysely';
import type { AuditReads } from '../app/workbench/ports/audit.ts';
import type { Id, Json } from '../app/workbench/ports/common.ts';
import type { Author } from '../app/workbench/ports.ts';
import { markOf, NUMBER, pageOf } from './page.ts';
import type { Tables } from './tables.ts';

/** What is told of one write. No names, logins or secrets: the trail outlives the erasure of a person. */
export interface Note {
  readonly action: string;
  readonly subject: string | number;
  readonly programme?: Id | null;
  readonly detail?: Json;
}

/** Adds a row to the audit trail, in the transaction and in the name of its author. */
export type Log = (note: Note) => Promise<void>;

export function logOf(db: Kysely<Tables>, author: Author): Log {
  return async ({ action, subject, programme = null, detail = {} }) => {
    const row = {
      person: author,
      programme,
      action,
      subject: String(subject),
      detail: JSON.stringify(detail),
    };
    await db.insertInto('audit').values(row).execute();
  };
}

export function auditReads(db: Kysely<Tables>): AuditReads {
  return {
    async list(programme, page) {
      const mark = markOf(page, [NUMBER]);
      let query = db
        .selectFrom('audit')
        .leftJoin('person', 'person.id', 'audit.person')
        .selectAll('audit')
        .select('person.name as person_name')
        .orderBy('seq', 'desc')
        .limit(page.limit + 1);
      if (programme !== null) query = query.where('audit.programme', '=', programme);
      if (mark) query = query.where('seq', '<', Number(mark[0]));
      return pageOf(
        await query.execute(),
        page,
        ({ person_name, ...row }) => ({ ...row, personName: person_name }),
        ({ seq }) => [String(seq)],
      );
    },
  };
}
