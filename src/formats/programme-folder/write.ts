import { randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { MusterError } from '../../kernel/errors.ts';
import type { Programme } from '../../programme/programme.ts';
import { besideOf, type CsvFile, emptyPart, FILES, type YamlFile } from './files.ts';
import { writeTable } from './table.ts';
import { writeYaml } from './yaml.ts';

/** The files of a programme in canonical form, by path. Optional files that would say nothing are left out. */
export function printProgramme(programme: Programme): Map<string, string> {
  const texts = FILES.map((file) => [file.path, printFile(file, programme)] as const);
  return new Map(texts.filter((entry): entry is readonly [string, string] => entry[1] !== null));
}

/** One file of a programme in canonical form; null for an optional one that would say nothing. */
export function printFile(file: CsvFile | YamlFile, programme: Programme): string | null {
  const part = programme[file.part];
  const beside = Object.fromEntries(besideOf(file).map((other) => [other.key, programme[other.part]]));
  const saysNothing =
    isDeepStrictEqual(part, emptyPart(file)) &&
    Object.values(beside).every((other) => isDeepStrictEqual(other, []));
  if (!file.required && saysNothing) return null;
  return file.format === 'csv'
    ? writeTable(file, part as unknown as Record<string, unknown>[])
    : writeYaml(file, part, beside);
}

/**
 * Writes a programme to a folder that is new, empty or a programme already; its files are replaced as a whole,
 * anything else in the folder stays. The new folder is complete before it takes the place of the old one.
 */
export async function writeFolder(programme: Programme, folder: string): Promise<void> {
  const target = await realpath(folder).catch(() => resolve(folder));
  const exists = await mayBeWritten(target);
  const texts = printProgramme(programme);
  const suffix = randomBytes(4).toString('hex');
  const fresh = join(dirname(target), `.${basename(target)}.new-${suffix}`);
  const old = join(dirname(target), `.${basename(target)}.old-${suffix}`);
  try {
    await mkdir(join(fresh, 'chain'), { recursive: true });
    for (const [path, text] of texts) await writeFile(join(fresh, path), text, { flag: 'wx' });
    if (exists) await rename(target, old);
    await rename(fresh, target);
  } catch (error) {
    await rename(old, target).catch(() => {});
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  if (!exists) return;
  await keepOthers(old, target);
  await rm(old, { recursive: true });
}

/** Whether the folder is there. Refuses one that holds something else than a programme. */
async function mayBeWritten(folder: string): Promise<boolean> {
  const info = await stat(folder).catch(() => null);
  if (!info) return false;
  if (!info.isDirectory()) throw new MusterError('NOT_A_FOLDER', `${folder} is a file, not a folder.`);
  const entries = await readdir(folder);
  if (entries.length > 0 && !entries.includes('muster.yaml')) {
    throw new MusterError('NOT_A_PROGRAMME', `${folder} is not empty and is not a programme.`, {
      hint: 'Choose a new or an empty folder, or one that holds muster.yaml.',
    });
  }
  return true;
}

/** Moves what is not a file of the programme from the old folder to the new one. */
async function keepOthers(old: string, target: string): Promise<void> {
  const ours = new Set(FILES.map((file) => file.path));
  for (const directory of ['', 'chain']) {
    for (const name of await readdir(join(old, directory)).catch(() => [])) {
      const path = directory === '' ? name : `${directory}/${name}`;
      if (ours.has(path) || path === 'chain') continue;
      await rename(join(old, path), join(target, path));
    }
  }
}
