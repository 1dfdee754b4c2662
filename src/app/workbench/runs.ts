import type { Run, StartRun } from '../../contract/api/runs.ts';
import { parseFiles } from '../../formats/programme-folder/parse.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Id, Json } from './ports/common.ts';
import type { RunRecord } from './ports/runs.ts';
import type { Author, Queue, Records } from './ports.ts';
import { PROGRAM_VERSION } from './program-version.ts';

/** What requests of runs act on. */
export interface RunDesk {
  readonly records: Records;
  readonly queue: Queue;
}

/** A run of a programme; refuses with NO_SUCH_RUN. */
export async function findRun(records: Records, programme: Id, id: Id): Promise<RunRecord> {
  const run = await records.runs.get(id);
  if (run?.programme !== programme) {
    throw new MusterError('NO_SUCH_RUN', 'The programme has no such run.');
  }
  return run;
}

/**
 * Asks for a run with everything pinned that its answer depends on: version, options, seed and version of Muster.
 * Refuses with NO_SUCH_VERSION, and with INVALID_PROGRAMME where the programme says no seed.
 */
export async function requestRun(
  { records, queue }: RunDesk,
  author: Author,
  programme: Id,
  { version, kind, options, seed }: StartRun,
): Promise<RunRecord> {
  const run = await pinned(records, author, {
    ...{ programme, version, kind },
    options: options as Json,
    seed: seed ?? (await seedOf(records, programme, version)),
  });
  await records.afterwards(() => queue.send(run.id));
  return run;
}

/** The same pins once more, by this Muster; `runView` says whether the bytes are equal. */
export async function runAgain(
  { records, queue }: RunDesk,
  author: Author,
  programme: Id,
  id: Id,
): Promise<RunRecord> {
  const first = await findRun(records, programme, id);
  const run = await pinned(records, author, first, id);
  await records.afterwards(() => queue.send(run.id));
  return run;
}

/** A waiting run is cancelled at once, a running one within a second or two; a finished one stays as it is. */
export async function cancelRun(records: Records, author: Author, programme: Id, id: Id): Promise<RunRecord> {
  const run = await findRun(records, programme, id);
  return (await records.transaction(author, ({ runs }) => runs.requestCancel(id))) ?? run;
}

/** A running run ends soon, with the best so far; one that waits or is finished stays as it is. */
export async function stopRun(records: Records, author: Author, programme: Id, id: Id): Promise<RunRecord> {
  const run = await findRun(records, programme, id);
  return (await records.transaction(author, ({ runs }) => runs.requestStop(id))) ?? run;
}

/** A run as the API shows it. */
export async function runView(records: Records, run: RunRecord): Promise<Run> {
  const { programme: _, worker: __, leaseUntil: ___, progress, requestedBy, ...shown } = run;
  const [person, first] = await Promise.all([
    requestedBy === null ? null : records.people.get(requestedBy),
    run.againOf === null ? null : records.runs.get(run.againOf),
  ]);
  const bothEnded = run.resultHash !== null && first !== null && first.resultHash !== null;
  return {
    ...shown,
    progress: progress as Run['progress'],
    requestedBy: person && { id: person.id, name: person.name },
    sameBytes: bothEnded ? run.resultHash === first.resultHash : null,
  };
}

function pinned(
  records: Records,
  author: Author,
  {
    programme,
    version,
    kind,
    options,
    seed,
  }: Pick<RunRecord, 'programme' | 'version' | 'kind' | 'options' | 'seed'>,
  againOf?: Id,
): Promise<RunRecord> {
  const pins = { programme, version, kind, options, seed, programVersion: PROGRAM_VERSION };
  return records.transaction(author, ({ runs }) => runs.request(pins, againOf));
}

const SAYS_THE_SEED = 'muster.yaml';

/** The seed that a version says; only that file is parsed. */
async function seedOf(records: Records, programme: Id, version: number): Promise<number> {
  const files = await records.versions.files(programme, version);
  if (!files) throw new MusterError('NO_SUCH_VERSION', 'There is no such version of the programme.');
  const text = files.get(SAYS_THE_SEED);
  const { muster } = parseFiles((path) =>
    path === SAYS_THE_SEED && text !== undefined ? new TextEncoder().encode(text) : null,
  ).parts;
  if (muster) return muster.seed;
  throw new MusterError('INVALID_PROGRAMME', `${SAYS_THE_SEED} of this version is missing or has errors.`, {
    hint: 'The check of this version shows all of them.',
  });
}
