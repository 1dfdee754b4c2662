import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requestRun } from '../../app/workbench/runs.ts';
import { beginSession } from '../../app/workbench/sessions.ts';
import type { Workbench } from '../../app/workbench/workbench.ts';
import { StartRun } from '../../contract/api/runs.ts';
import { importOnce, serveWorkbench } from '../workbench-server.ts';
import type { Bench } from './bench.ts';
import type { Measured, Reading } from './load-callers.ts';
import { machine } from './machine.ts';

const REQUESTS = 2000;
/** People who read at once, each one request at a time: fewer would meet the limit of requests a person has. */
const CALLERS = 16;
const EXAMPLE = fileURLToPath(new URL('../../../examples/advanced-chips', import.meta.url));

/** Server and callers on one machine, each a process of its own, over HTTP: readers of a chain and of what runs found. */
export const loadBench: Bench = {
  name: 'load',
  subject: 'requests a second of the server: reading a chain, an assessment and a plan',
  async run([folder = EXAMPLE]) {
    const dataDir = await mkdtemp(join(tmpdir(), 'muster-load-'));
    const options = { place: { dataDir }, host: '127.0.0.1', port: 0, worker: true, behindProxy: false };
    const served = await serveWorkbench(options);
    const callers = fork(new URL('./load-callers.js', import.meta.url));
    try {
      const { workbench, address } = served;
      const { id } = await importOnce(workbench, folder);
      const cookies = await readersOf(workbench, id);
      const version = `${address}/api/programmes/${id}/versions/1`;
      const subjects = [
        ['a chain', `${version}/content`],
        ['an assessment', `${version}/assessment`],
        [
          'the result of a plan',
          `${address}/api/programmes/${id}/runs/${await planned(workbench, id)}/result`,
        ],
      ] as const;
      const lines: string[] = [];
      for (const [what, url] of subjects) {
        const gzip = { 'Accept-Encoding': 'gzip' };
        const asked = { url, cookies, requests: REQUESTS };
        const { etag, ...all } = await measured(callers, { ...asked, headers: gzip });
        const known = await measured(callers, { ...asked, headers: { ...gzip, 'If-None-Match': etag } });
        lines.push(line(what, all), line(`${what} that the reader has (304)`, known));
      }
      return `${machine()}; ${REQUESTS} requests each by ${CALLERS} people at once; server and callers are processes of their own\n${lines.join('')}`;
    } finally {
      callers.disconnect();
      await served.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** Cookies of so many guests of a programme. */
function readersOf(workbench: Workbench, programme: string): Promise<string[]> {
  return workbench.records.transaction(null, async (writes) => {
    const cookies: string[] = [];
    for (let i = 0; i < CALLERS; i++) {
      const person = await writes.people.add({
        name: `Reader ${i}`,
        login: `${i}`,
        password: null,
        owner: false,
      });
      await writes.programmes.setMember(programme, person.id, 'guest');
      cookies.push(`muster_session=${(await beginSession(workbench, writes, person)).token}`);
    }
    return cookies;
  });
}

/** Has the programme planned; the run that did. */
async function planned(workbench: Workbench, programme: string): Promise<string> {
  const { id } = await requestRun(
    workbench,
    null,
    programme,
    StartRun.parse({ version: 1, kind: 'plan', options: { gap: 0.2, timeLimit: 20 } }),
  );
  for await (const run of workbench.records.watch(id, new AbortController().signal)) {
    if (run.error) throw new Error(JSON.stringify(run.error));
  }
  return id;
}

/** What the callers measured, and the processor time of this process, the server, meanwhile. */
async function measured(callers: ChildProcess, reading: Reading): Promise<Measured & { serverCpu: number }> {
  const cpu = process.cpuUsage();
  callers.send(reading);
  const [found] = (await once(callers, 'message')) as [Measured];
  const { user, system } = process.cpuUsage(cpu);
  return { ...found, serverCpu: (user + system) / 1e6 };
}

function line(
  what: string,
  {
    bytes,
    encoding,
    seconds,
    times,
    cpuSeconds,
    serverCpu,
  }: Omit<Awaited<ReturnType<typeof measured>>, 'etag'>,
): string {
  const at = (share: number): string => `${times[Math.floor(share * (times.length - 1))]!.toFixed(1)} ms`;
  const each = (cpu: number): string => `${((1000 * cpu) / times.length).toFixed(2)} ms`;
  const size = bytes === 0 ? 'no body' : `${Math.round(bytes / 1024)} KiB ${encoding}`;
  return `  ${what} (${size}): ${Math.round(times.length / seconds)} requests/s, p50 ${at(0.5)}, p99 ${at(0.99)}; processor time of a request: server ${each(serverCpu)} without its database, callers ${each(cpuSeconds)}\n`;
}
