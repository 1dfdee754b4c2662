import type { Kysely } from 'kysely';
import type { ComputedReads, ComputedWrites } from '../app/workbench/ports/runs.ts';
import { putText, textOf } from './blobs.ts';
import type { Tables } from './tables.ts';

export function computedReads(db: Kysely<Tables>): ComputedReads {
  return {
    async get({ contentHash, kind, optionsHash }) {
      const row = await db
        .selectFrom('computed')
        .innerJoin('blob', 'blob.sha256', 'computed.blob')
        .select('bytes')
        .where('content_hash', '=', contentHash)
        .where('kind', '=', kind)
        .where('options_hash', '=', optionsHash)
        .executeTakeFirst();
      return row ? textOf(row.bytes) : null;
    },
  };
}

export function computedWrites(db: Kysely<Tables>): ComputedWrites {
  return {
    async put({ contentHash, kind, optionsHash }, text) {
      const blob = await putText(db, text);
      await db
        .insertInto('computed')
        .values({ content_hash: contentHash, kind, options_hash: optionsHash, blob })
        .onConflict((on) => on.doNothing())
        .execute();
    },
  };
}
