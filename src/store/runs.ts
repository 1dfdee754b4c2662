import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { RunOutcome, RunReads, RunRecord, RunWrites } from '../app/workbench/ports/runs.ts';
import type { Author } from '../app/workbench/ports.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Log } from './audit.ts';
import { putText, textOf } from './blobs.ts';
import { FOREIGN_KEY_VIOLATION, isPgError } from './connection.ts';
import { MOMENT, markOf, pageOf, UUID } from './page.ts';
import type { Tables } from './tables.ts';

type RunRow = Selectable<Tables['run']>;

function runOf(row: RunRow): RunRecord {
  const { id, programme, version, kind, options, seed, status, progress, worker, attempts, error } = row;
  return {
    ...{ id, programme, version, kind, options, seed, status, progress, worker, attempts, error },
    programVersion: row.program_version,
    againOf: row.again_of,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    leaseUntil: row.lease_until,
    cancelRequested: row.cancel_requested,
    stopRequested: row.stop_requested,
    resultHash: row.result_hash,
  };
}

/** What a worker could take now: waiting, or left by a worker whose lease has lapsed. */
const claimable = sql<boolean>`(status = 'waiting' or (status = 'running' and lease_until < clock_timestamp()))`;

export function runReads(db: Kysely<Tables>): RunReads {
  return {
    async get(id) {
      const row = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? runOf(row) : null;
    },
    async list(programme, kind, page) {
      const mark = markOf(page, [MOMENT, UUID]);
      let query = db
        .selectFrom('run')
        .selectAll()
        .where('programme', '=', programme)
        .orderBy('requested_at', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit + 1);
      if (kind !== null) query = query.where('kind', '=', kind);
      if (mark) {
        query = query.where(sql<boolean>`(requested_at, id) < (${mark[0]}::timestamptz, ${mark[1]}::uuid)`);
      }
      return pageOf(await query.execute(), page, runOf, ({ requested_at, id }) => [requested_at, id]);
    },
    async result(id) {
      const row = await db
        .selectFrom('run')
        .innerJoin('blob', 'blob.sha256', 'run.result_hash')
        .select('bytes')
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? textOf(row.bytes) : null;
    },
    async claimable() {
      const rows = await db.selectFrom('run').select('id').where(claimable).orderBy('requested_at').execute();
      return rows.map(({ id }) => id);
    },
  };
}

export function runWrites(db: Kysely<Tables>, author: Author, log: Log): RunWrites {
  const update = (id: string) => db.updateTable('run').where('id', '=', id);
  /** The run while the worker has it; whoever's lease lapsed still has it until another one claims it. */
  const own = (id: string, worker: string) =>
    update(id).where('status', '=', 'running').where('worker', '=', worker);
  const leaseEnd = (seconds: number) => sql<string>`clock_timestamp() + make_interval(secs => ${seconds})`;

  return {
    async request({ programme, version, kind, options, seed, programVersion }, againOf) {
      const row = await db
        .insertInto('run')
        .values({
          ...{ id: randomUUID(), programme, version, kind, seed },
          options: JSON.stringify(options),
          program_version: programVersion,
          again_of: againOf ?? null,
          requested_by: author,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
        .catch(noSuchVersion);
      await log({
        action: 'run.request',
        subject: row.id,
        programme,
        detail: { kind, version, options, ...(againOf !== undefined && { againOf }) },
      });
      return runOf(row);
    },
    async claim(id, worker, leaseSeconds) {
      const row = await update(id)
        .set({
          status: 'running',
          worker,
          lease_until: leaseEnd(leaseSeconds),
          started_at: sql`clock_timestamp()`,
          attempts: sql`attempts + 1`,
          progress: null,
        })
        .where(claimable)
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      const { programme, attempts } = row;
      await log({ action: 'run.claim', subject: id, programme, detail: { worker, attempt: attempts } });
      return runOf(row);
    },
    async progress(id, worker, leaseSeconds, progress) {
      const told = progress === null ? {} : { progress: JSON.stringify(progress) };
      const row = await own(id, worker)
        .set({ lease_until: leaseEnd(leaseSeconds), ...told })
        .returning(['cancel_requested', 'stop_requested'])
        .executeTakeFirst();
      if (!row) return 'lost';
      if (row.cancel_requested) return 'cancel';
      return row.stop_requested ? 'stop' : 'go-on';
    },
    async finish(id, worker, outcome) {
      const result = 'result' in outcome ? outcome.result : null;
      const error = 'error' in outcome ? outcome.error : null;
      // The row first, so that a worker that lost the run leaves no text behind.
      const held = await db
        .selectFrom('run')
        .select('programme')
        .where('id', '=', id)
        .where('status', '=', 'running')
        .where('worker', '=', worker)
        .forUpdate()
        .executeTakeFirst();
      if (!held) return false;
      const resultHash = result === null ? null : await putText(db, result);
      await own(id, worker)
        .set(finished(outcome.status, resultHash, error))
        .execute();
      const detail = { worker, status: outcome.status, resultHash, error: error?.code ?? null };
      await log({ action: 'run.finish', subject: id, programme: held.programme, detail });
      return true;
    },
    async release(id, worker) {
      const row = await own(id, worker)
        .set({
          ...{ status: 'waiting', worker: null, lease_until: null, progress: null },
          attempts: sql`attempts - 1`,
        })
        .returning('programme')
        .executeTakeFirst();
      if (!row) return false;
      await log({ action: 'run.release', subject: id, programme: row.programme, detail: { worker } });
      return true;
    },
    async requestCancel(id) {
      const row =
        (await update(id)
          .set({ ...finished('cancelled', null, null), cancel_requested: true })
          .where('status', '=', 'waiting')
          .returningAll()
          .executeTakeFirst()) ??
        (await update(id)
          .set({ cancel_requested: true })
          .where('status', '=', 'running')
          .returningAll()
          .executeTakeFirst());
      if (!row) return runReads(db).get(id);
      await log({
        action: 'run.cancel',
        subject: id,
        programme: row.programme,
        detail: { status: row.status },
      });
      return runOf(row);
    },
    async requestStop(id) {
      const row = await update(id)
        .set({ stop_requested: true })
        .where('status', '=', 'running')
        .returningAll()
        .executeTakeFirst();
      if (!row) return runReads(db).get(id);
      await log({ action: 'run.stop', subject: id, programme: row.programme, detail: {} });
      return runOf(row);
    },
  };
}

function finished(status: RunOutcome['status'], resultHash: string | null, error: object | null) {
  return {
    status,
    result_hash: resultHash,
    error: error === null ? null : JSON.stringify(error),
    finished_at: sql<string>`clock_timestamp()`,
    lease_until: null,
  };
}

function noSuchVersion(error: unknown): never {
  if (!isPgError(error, FOREIGN_KEY_VIOLATION, 'run_programme_version_fkey')) throw error;
  throw new MusterError('NO_SUCH_VERSION', 'There is no such version of the programme.');
}
