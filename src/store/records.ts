import type { Kysely } from 'kysely';
import type { Author, Reads, Records, Writes } from '../app/workbench/ports.ts';
import { MusterError } from '../kernel/errors.ts';
import { Around } from './around.ts';
import { auditReads, logOf } from './audit.ts';
import { computedReads, computedWrites } from './computed.ts';
import { isOutage, isPgError } from './connection.ts';
import { once } from './idempotency.ts';
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
  const around = new Around(db);
  return Object.assign(readsOf(around), {
    transaction: (author, work) =>
      around.transaction((inside) => work(writesOf(inside, author))).catch(refuseNul),
    once: (request, act) => once(around, request, act),
    afterwards: (act) => around.afterwards(act),
    isOutage,
    watch: (run, signal) => changes.watch(run, signal, () => runReads(db).get(run)),
  } satisfies Omit<Records, keyof Reads>);
}

/** PostgreSQL keeps every character but one. */
function refuseNul(error: unknown): never {
  if (!isPgError(error, '22021') && !isPgError(error, '22P05')) throw error;
  throw new MusterError('NUL_CHARACTER', 'A text holds the character NUL (U+0000), which cannot be kept.');
}

/** Reads of a place, as it is whenever they are asked. */
function readsOf(place: { readonly db: Kysely<Tables> }): Reads {
  return {
    get people() {
      return peopleReads(place.db);
    },
    get sessions() {
      return sessionReads(place.db);
    },
    get links() {
      return linkReads(place.db);
    },
    get programmes() {
      return programmeReads(place.db);
    },
    get versions() {
      return versionReads(place.db);
    },
    get runs() {
      return runReads(place.db);
    },
    get computed() {
      return computedReads(place.db);
    },
    get questions() {
      return questionReads(place.db);
    },
    get audit() {
      return auditReads(place.db);
    },
  };
}

function writesOf(db: Kysely<Tables>, author: Author): Writes {
  const reads = readsOf({ db });
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
