import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importOnce, serveWorkbench } from '../workbench-server.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

const REQUESTS = 4000;
const CALLERS = 16;
const EXAMPLE = fileURLToPath(new URL('../../../examples/advanced-chips', import.meta.url));

/** Server and callers on one machine, over HTTP: readers of a chain and of a run's result. */
export const loadBench: Bench = {
  name: 'load',
  subject: 'requests a second of the server: reading a chain, and the result of a run',
  async run([folder = EXAMPLE]) {
    const dataDir = await mkdtemp(join(tmpdir(), 'muster-load-'));
    const options = { place: { dataDir }, host: '127.0.0.1', port: 0, worker: true, behindProxy: false };
    const served = await serveWorkbench(options);
    try {
      const { id } = await importOnce(served.workbench, folder);
      const reader = await signedIn(served.address, served.ownerAddress!);
      const programme = `${served.address}/api/programmes/${id}`;
      const result = await assessed(reader, programme);
      const lines = [
        await measured('a chain', reader, `${programme}/versions/1/content`),
        await measured('a chain that the reader has (304)', reader, `${programme}/versions/1/content`, true),
        await measured('the result of an assessment', reader, result),
      ];
      return `${machine()}; ${REQUESTS} requests of ${CALLERS} callers at a time, in the process of the server\n${lines.join('')}`;
    } finally {
      await served.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

type Reader = (url: string, init?: RequestInit) => Promise<Response>;

async function signedIn(address: string, ownerAddress: string): Promise<Reader> {
  const reply = await fetch(`${address}/api/owner`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      token: ownerAddress.split('/').at(-1),
      ...{ login: 'load', name: 'Load', password: 'only for this benchmark' },
    }),
  });
  const cookie = reply.headers.get('set-cookie')!.split(';')[0]!;
  return (url, init) => fetch(url, { ...init, headers: { cookie, ...init?.headers } });
}

/** Has the programme assessed; the address of the result. */
async function assessed(reader: Reader, programme: string): Promise<string> {
  const asked = await reader(`${programme}/runs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ version: 1, kind: 'assess' }),
  });
  const { id } = (await asked.json()) as { id: string };
  await (await reader(`${programme}/runs/${id}/events`)).text();
  return `${programme}/runs/${id}/result`;
}

async function measured(what: string, reader: Reader, url: string, known = false): Promise<string> {
  const first = await reader(url);
  const bytes = (await first.arrayBuffer()).byteLength;
  const headers = known ? { 'If-None-Match': first.headers.get('etag')! } : undefined;
  const times: number[] = [];
  let left = REQUESTS / 3;
  const begun = performance.now();
  const caller = async (): Promise<void> => {
    while (left-- > 0) {
      const at = performance.now();
      const reply = await reader(url, { headers });
      await reply.arrayBuffer();
      if (reply.status >= 400) throw new Error(`${url} answered ${reply.status}`);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${times[Math.floor(share * (times.length - 1))]!.toFixed(1)} ms`;
  const rate = Math.round(times.length / seconds);
  return `  ${what} (${Math.round(bytes / 1024)} KiB): ${rate} requests/s, p50 ${at(0.5)}, p99 ${at(0.99)}\n`;
}
