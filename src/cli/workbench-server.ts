import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Computed } from '../app/workbench/computed.ts';
import { KeptTexts } from '../app/workbench/kept-texts.ts';
import { soundFiles } from '../app/workbench/new-versions.ts';
import { PASSWORD_COST } from '../app/workbench/passwords.ts';
import { ownerLink } from '../app/workbench/people.ts';
import type { Id } from '../app/workbench/ports/common.ts';
import { addProgramme } from '../app/workbench/programmes.ts';
import { takeFolder } from '../app/workbench/take-files.ts';
import type { Workbench } from '../app/workbench/workbench.ts';
import { WorldCache } from '../app/workbench/world-cache.ts';
import { runLayout } from '../compute/run-layout.ts';
import { startRun } from '../compute/run-thread.ts';
import { openQueue } from '../jobs/queue.ts';
import { startWorker } from '../jobs/worker.ts';
import { MusterError } from '../kernel/errors.ts';
import { type Log, type LogEntry, logLines } from '../server/log.ts';
import { listen, serverApp } from '../server/server.ts';
import { openStore, type StorePlace } from '../store/open.ts';

export interface ServeOptions {
  readonly place: StorePlace;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Whether this process computes runs too. */
  readonly worker: boolean;
  readonly behindProxy: boolean;
}

/** A workbench that is served. */
export interface ServedWorkbench {
  readonly workbench: Workbench;
  /** Without a slash at its end. */
  readonly address: string;
  /** Where the installation is taken, once; null where it has an owner. */
  readonly ownerAddress: string | null;
  /** Resolves where it can serve no longer: with why. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

/** Opens the records, starts a worker and listens. What was opened is closed again where a later step fails. */
export async function serveWorkbench(options: ServeOptions): Promise<ServedWorkbench> {
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const log = terseLog(logLines(() => new Date()));
    const { records, databaseUrl, failed, close } = await openStore(options.place);
    closing.push(close);
    const queue = await openQueue(databaseUrl, (error) =>
      log({ level: 'error', event: 'queue', stack: String(error) }),
    );
    closing.push(() => queue.stop());
    if (options.worker) {
      const name = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
      const worker = await startWorker({
        ...{ records, databaseUrl, name, concurrency: 1 },
        log: ({ event, ...detail }) =>
          log({
            level: event === 'trouble' ? 'error' : 'info',
            event: `worker ${event}`,
            ...detail,
          } as LogEntry),
      });
      closing.push(() => worker.stop());
    }
    const workbench: Workbench = {
      records,
      queue,
      computed: new Computed(records, async (pinned) => (await startRun(pinned, () => {}).answer).text),
      texts: new KeptTexts(),
      worlds: new WorldCache(),
      layOut: runLayout,
      now: () => new Date(),
      passwordCost: PASSWORD_COST,
      examples: fileURLToPath(new URL('../../examples', import.meta.url)),
    };
    const pages = fileURLToPath(new URL('../web', import.meta.url));
    const app = serverApp(workbench, { behindProxy: options.behindProxy, pages, log });
    const server = await listen(app, options.host, options.port).catch((error) => {
      throw cannotListen(error, options);
    });
    closing.push(() => server.stop());
    const address = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${server.port}`;
    const owner = await ownerLink(workbench);
    return { workbench, address, ownerAddress: owner && `${address}${owner}`, failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** On a terminal only what went wrong is told; where the log goes to a file or a collector, everything. */
function terseLog(log: Log): Log {
  return (entry) => {
    if (entry.level !== 'info' || !process.stderr.isTTY) log(entry);
  };
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: ServeOptions): unknown {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES' && error.code !== 'EADDRNOTAVAIL') return error;
  return new MusterError('CANNOT_LISTEN', `${host}:${port} cannot be listened on (${error.code}).`, {
    hint: 'Name another --port or --host, or end what listens there.',
  });
}

/** Imports a programme folder under the name that it says, unless a programme of that name is there; its id. */
export async function importOnce(workbench: Workbench, folder: string): Promise<{ id: Id; isNew: boolean }> {
  const taken = await takeFolder(folder);
  const files = taken.programme ? taken.files : soundFiles(taken.files);
  const name = taken.programme!.muster.name;
  const known = await workbench.records.programmes.named(name);
  if (known) return { id: known.id, isNew: false };
  const id = await addProgramme(workbench, null, name, files, 'from a folder at the start of the server');
  return { id, isNew: true };
}
