import { Unzip, type UnzipFile, UnzipInflate, zipSync } from 'fflate';
import { FILE_BYTES_MAX } from '../../formats/programme-folder/files.ts';
import type { FileContent } from '../../formats/programme-folder/parse.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { ProgrammeFiles } from './content.ts';

/** Bytes of an archive, packed and unpacked, and files in it, at most. */
export const ZIP_BYTES_MAX = 25 * 1024 * 1024;
export const UNZIPPED_BYTES_MAX = 100 * 1024 * 1024;
export const ZIP_ENTRIES_MAX = 1000;

/** Bytes unpacked at a time: they grow at most a thousandfold before they are counted. */
const STEP_BYTES = 16 * 1024;

/** The day that entries bear (MS-DOS time has no zone, and begins here): the same files give the same bytes. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** Files as a ZIP archive, by path in order; the same files give the same bytes. */
export function zipFiles(files: ProgrammeFiles): Uint8Array {
  const paths = [...files.keys()].sort();
  const entries = paths.map((path) => [path, new TextEncoder().encode(files.get(path)!)]);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: ENTRY_TIME });
}

/**
 * The files in a ZIP archive by path, counted from the one folder at its top where they lie in one. Nothing is written
 * anywhere. Refuses an archive that is broken, too large packed or unpacked, has too many files, or one whose path leads out
 * of it.
 */
export function unzipFiles(archive: Uint8Array): Map<string, FileContent> {
  if (archive.length > ZIP_BYTES_MAX) throw tooLarge(`${archive.length} bytes`, ZIP_BYTES_MAX);
  const entries = new Map<string, Entry>();
  const budget = { left: UNZIPPED_BYTES_MAX };
  const unzip = new Unzip((file) => take(file, entries, budget));
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length; at += STEP_BYTES) {
      unzip.push(archive.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= archive.length);
    }
  } catch (error) {
    if (error instanceof MusterError) throw error;
    throw broken((error as Error).message);
  }
  if (entries.size === 0) throw broken('it holds no file');
  const cut = [...entries].find(([, entry]) => !entry.whole);
  if (cut) throw broken(`${cut[0]} is cut off`);
  return fromTop(entries);
}

interface Entry {
  readonly chunks: Uint8Array[];
  bytes: number;
  whole: boolean;
}

/** Begins to unpack one file of an archive. Throws out of the unpacking where a limit is passed. */
function take(file: UnzipFile, entries: Map<string, Entry>, budget: { left: number }): void {
  const { name } = file;
  if (entries.size >= ZIP_ENTRIES_MAX) {
    throw new MusterError('ZIP_ENTRIES', `The archive holds more than ${ZIP_ENTRIES_MAX} files.`, {
      hint: 'Pack the programme folder alone.',
    });
  }
  refuseUnsafe(name);
  if (entries.has(name)) throw broken(`${name} stands twice in it`);
  const entry: Entry = { chunks: [], bytes: 0, whole: false };
  entries.set(name, entry);
  file.ondata = (error, chunk, final) => {
    // What is thrown below comes back here once more.
    if (error) throw error instanceof MusterError ? error : broken(`${name}: ${error.message}`);
    budget.left -= chunk.length;
    if (budget.left < 0) throw tooLarge('more bytes unpacked', UNZIPPED_BYTES_MAX);
    entry.bytes += chunk.length;
    if (entry.bytes <= FILE_BYTES_MAX) entry.chunks.push(chunk.slice());
    entry.whole = final;
  };
  file.start();
}

function refuseUnsafe(name: string): void {
  const outside = name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name);
  if (!outside && !name.includes('\0') && !name.split('/').includes('..')) return;
  throw new MusterError('ZIP_PATH', `A path of the archive leads out of it: ${JSON.stringify(name)}.`, {
    hint: 'Pack the programme folder anew.',
  });
}

/** Files from the folder that holds muster.yaml, what systems add of their own left out. */
function fromTop(entries: ReadonlyMap<string, Entry>): Map<string, FileContent> {
  const paths = [...entries.keys()].filter((path) => !path.endsWith('/') && !isHidden(path));
  const tops = new Set(paths.map((path) => path.slice(0, path.indexOf('/') + 1)));
  const [only = ''] = tops;
  const top = tops.size === 1 && paths.includes(`${only}muster.yaml`) ? only : '';
  return new Map(paths.map((path) => [path.slice(top.length), contentOf(entries.get(path)!)]));
}

/** Of the system that packed it, such as `__MACOSX/` and `.DS_Store`. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX');
}

function contentOf({ chunks, bytes }: Entry): FileContent {
  if (bytes <= FILE_BYTES_MAX) return Buffer.concat(chunks);
  const message = `${bytes} bytes, at most ${FILE_BYTES_MAX} are read`;
  return { problem: { code: 'FILE_TOO_LARGE', line: null, message } };
}

function tooLarge(what: string, most: number): MusterError {
  return new MusterError('ZIP_TOO_LARGE', `The archive has ${what}, at most ${most} are taken.`, {
    hint: 'Pack the programme folder alone.',
  });
}

function broken(why: string): MusterError {
  return new MusterError('ZIP_BROKEN', `This is no sound ZIP archive: ${why}.`, {
    hint: 'Pack the programme folder anew.',
  });
}
