import type { RunRecord } from '../app/workbench/ports/runs.ts';

/** A comment is sent so often, that no proxy takes the silence of a long run for its end. */
const HEARTBEAT_MS = 15_000;
/** A browser that lost the stream asks again after so long; it gets the present state first. */
const RETRY_MS = 2000;

/**
 * A run as server-sent events: `progress` as it is now and at each change, `done` with its last state. Ends with the
 * run, or where the reader goes.
 */
export function runEvents(
  states: (signal: AbortSignal) => AsyncIterable<RunRecord>,
  view: (run: RunRecord) => Promise<unknown>,
): ReadableStream<Uint8Array> {
  const ended = new AbortController();
  const bytes = new TextEncoder();
  let heartbeat: NodeJS.Timeout;
  return new ReadableStream({
    async start(controller) {
      const send = (text: string): void => {
        if (!ended.signal.aborted) controller.enqueue(bytes.encode(text));
      };
      send(`retry: ${RETRY_MS}\n\n`);
      heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      // Not waited for: a stream that has not started cannot be cancelled by its reader.
      void tell(states(ended.signal), view, send)
        .then(() => !ended.signal.aborted && controller.close())
        .catch((error) => !ended.signal.aborted && controller.error(error))
        .finally(() => clearInterval(heartbeat));
    },
    cancel() {
      ended.abort();
      clearInterval(heartbeat);
    },
  });
}

async function tell(
  states: AsyncIterable<RunRecord>,
  view: (run: RunRecord) => Promise<unknown>,
  send: (text: string) => void,
): Promise<void> {
  for await (const run of states) {
    const event = run.finishedAt === null ? 'progress' : 'done';
    send(`event: ${event}\ndata: ${JSON.stringify(await view(run))}\n\n`);
  }
}
