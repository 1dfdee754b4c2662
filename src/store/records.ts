import type { Kysely } from 'kysely';
import type { Author, Reads, Records, Writes } from '../app/workbench/ports.ts';
import { MusterError } from '../kernel/errors.ts';
import { auditReads, logOf } from './audit.ts';
import { computedReads, computedWrites } from './computed.ts';
import { isPgError } from './connection.ts';
import { idempotency } from './idempotency.ts';
import { linkReads, linkWrites } from './links.ts';
import { peopleReads, peopleWrites } from './people.ts';
import { programmeReads, programmeWrites } from './programmes.ts';
import { questionReads, questionWrites } from './questions.ts';
import type { RunChanges } from './run-changes.ts';
import { runReads, runWrites } from './runs.ts';
import { sessionReads, sessionWrites } from './sessions.ts';
import type { Tables } from './tables.ts';
import { versionReads, versionWrites } from './versions.ts';

/** The records of the workbench in a database. */
export function recordsIn(db: Kysely<Tables>, changes: RunChanges): Records {
  const reads = readsOf(db);
  return {
    ...reads,
    transaction: (author, work) =>
      db
        .transaction()
        .execute((inside) => work(writesOf(inside, author)))
        .catch(refuseNul),
    idempotency: idempotency(db),
    watch: (run, signal) => changes.watch(run, signal, () => reads.runs.get(run)),
  };
}

/** PostgreSQL keeps every character but one. */
function refuseNul(error: unknown): never {
  if (!isPgError(error, '22021') && !isPgError(error, '22P05')) throw error;
  throw new MusterError('NUL_CHARACTER', 'A text holds the character NUL (U+0000), which cannot be kept.');
}

function readsOf(db: Kysely<Tables>): Reads {
  return {
    people: peopleReads(db),
    sessions: sessionReads(db),
    links: linkReads(db),
    programmes: programmeReads(db),
    versions: versionReads(db),
    runs: runReads(db),
    computed: computedReads(db),
    questions: questionReads(db),
    audit: auditReads(db),
  };
}

function writesOf(db: Kysely<Tables>, author: Author): Writes {
  const reads = readsOf(db);
  const log = logOf(db, author);
  return {
    ...reads,
    people: { ...reads.people, ...peopleWrites(db, log) },
    sessions: { ...reads.sessions, ...sessionWrites(db, log) },
    links: { ...reads.links, ...linkWrites(db, log) },
    programmes: { ...reads.programmes, ...programmeWrites(db, log) },
    versions: { ...reads.versions, ...versionWrites(db, author, log) },
    runs: { ...reads.runs, ...runWrites(db, author, log) },
    computed: { ...reads.computed, ...computedWrites(db) },
    questions: { ...reads.questions, ...questionWrites(db, author, log) },
  };
}
