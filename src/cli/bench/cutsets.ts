import { fork } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { CutSetsReport } from '../../contract/cutsets.ts';
import { MusterError } from '../../kernel/errors.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';
import { findOnPath } from './on-path.ts';
import { runScram, type ScramRun } from './scram.ts';

/** What the process of one tree tells. */
export type CutSetsRun =
  | { readonly report: CutSetsReport; readonly peakBytes: number }
  | { readonly refused: string };

/** Longest that one program may take for one tree. */
const LIMIT_SECONDS = 120;

/** `muster bench cutsets FILES…`: fault trees, each in a process of its own, beside SCRAM where it is installed. */
export const cutSetsBench: Bench = {
  name: 'cutsets',
  subject: 'fault trees: minimal cut sets and exact chance',
  run: benchCutSets,
};

async function benchCutSets(targets: readonly string[]): Promise<string> {
  const files = (await Promise.all(targets.map(treesOf))).flat();
  if (files.length === 0) {
    throw new MusterError('NO_FAULT_TREES', 'There is no fault tree to run.', {
      hint: 'Name files or folders with .xml or .xml.gz: muster bench cutsets FOLDER.',
    });
  }
  const scram = findOnPath('scram');
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  try {
    const rows: string[][] = [];
    for (const file of files) {
      process.stderr.write(`${basename(file)}\n`);
      rows.push(await rowOf(file, scram, folder));
    }
    const head = ['tree', 'events', 'gates', 'minimal cut sets', 'chance', 'seconds', 'peak memory'];
    const peer = scram
      ? `peer: ${scram}, by its own account of its analysis; ratio: its seconds over ours, which include reading`
      : 'peer: none, scram is not on the PATH';
    const peerHead = scram ? ['scram seconds', 'scram chance', 'ratio'] : [];
    return [machine(), peer, columns([...head, ...peerHead], rows)].join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The fault trees of a folder, in order of their names; a file is itself. */
async function treesOf(target: string): Promise<string[]> {
  const found = await stat(target).catch(() => null);
  if (!found) throw new MusterError('NO_FILE', `${target} is not a file or folder that can be read.`);
  if (!found.isDirectory()) return [target];
  const names = (await readdir(target)).filter((name) => /\.xml(\.gz)?$/.test(name));
  return names.sort().map((name) => join(target, name));
}

async function rowOf(file: string, scram: string | null, folder: string): Promise<string[]> {
  const run = await runTree(file);
  const peer = scram ? await runScram(scram, await plain(file, folder), LIMIT_SECONDS) : null;
  const name = basename(file).replace(/\.xml(\.gz)?$/, '');
  const peerCells = scram ? cellsOf(peer, 'report' in run ? run.report.seconds : null) : [];
  if ('refused' in run) return [name, '–', '–', run.refused, '–', '–', '–', ...peerCells];
  const { events, gates, minimalCutSets, probability, seconds } = run.report;
  return [
    name,
    String(events),
    String(gates),
    minimalCutSets === null ? 'not coherent' : BigInt(minimalCutSets).toLocaleString('en'),
    probability === null ? '–' : probability.toPrecision(6),
    seconds.toPrecision(2),
    `${(run.peakBytes / 2 ** 20).toFixed(0)} MiB`,
    ...peerCells,
  ];
}

function cellsOf(peer: ScramRun | null, seconds: number | null): string[] {
  if (!peer) return [`failed or > ${LIMIT_SECONDS} s`, '–', '–'];
  const ratio = seconds === null ? '–' : (peer.seconds / seconds).toPrecision(2);
  return [peer.seconds.toPrecision(2), String(peer.probability), ratio];
}

function runTree(file: string): Promise<CutSetsRun> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./cutsets-worker.js', import.meta.url), [file], {
      timeout: LIMIT_SECONDS * 1000,
      killSignal: 'SIGKILL',
    });
    child.on('message', (message) => resolve(message as CutSetsRun));
    child.on('close', (code, signal) => {
      if (signal !== null) resolve({ refused: `not done in ${LIMIT_SECONDS} s` });
      else if (code !== 0) reject(new Error(`the process of ${file} ended with code ${code}`));
    });
  });
}

/** The file, unpacked where it is packed. */
async function plain(file: string, folder: string): Promise<string> {
  if (!file.endsWith('.gz')) return file;
  const unpacked = join(folder, basename(file, '.gz'));
  await pipeline(createReadStream(file), createGunzip(), createWriteStream(unpacked));
  return unpacked;
}
