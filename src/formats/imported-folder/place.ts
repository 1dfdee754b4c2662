import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ImportReport } from '../../contract/import-report.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Programme } from '../../programme/programme.ts';
import { printProgramme, writeFolder } from '../programme-folder/write.ts';
import { printReport } from './markdown.ts';

/**
 * Puts an imported programme and its report into a folder that is new, empty, or as an earlier import of the same
 * source wrote it. The folder is complete before it takes its place; on failure what was there stays.
 */
export async function placeImport(
  programme: Programme,
  found: Omit<ImportReport, 'files'>,
  folder: string,
): Promise<ImportReport> {
  const target = resolve(folder);
  const before = await inspectTarget(target, folder, found);
  const markdown = printReport(found);
  const report = { ...found, files: hashes(programme, found.format, markdown) };
  const suffix = randomBytes(4).toString('hex');
  const fresh = join(dirname(target), `.${basename(target)}.import-${suffix}`);
  try {
    await writeFolder(programme, fresh);
    await mkdir(join(fresh, 'reports'));
    await writeFile(join(fresh, reportPath(found.format, 'md')), markdown);
    await writeFile(join(fresh, reportPath(found.format, 'json')), `${JSON.stringify(report, null, 2)}\n`);
    if (before === 'empty') await rmdir(target);
    if (before === 'import') await replace(fresh, target, suffix);
    else await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  return report;
}

async function replace(fresh: string, target: string, suffix: string): Promise<void> {
  const old = join(dirname(target), `.${basename(target)}.old-${suffix}`);
  await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true });
}

function reportPath(format: string, extension: 'md' | 'json'): string {
  return `reports/import-${format}.${extension}`;
}

function hashes(programme: Programme, format: string, markdown: string): Record<string, string> {
  const texts = [...printProgramme(programme), [reportPath(format, 'md'), markdown] as const];
  return Object.fromEntries(texts.map(([path, text]) => [path, sha256(text)]));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What is at the target. Refuses whatever an import did not write, or what was edited since. */
async function inspectTarget(
  target: string,
  written: string,
  { format, source }: Pick<ImportReport, 'format' | 'source'>,
): Promise<'absent' | 'empty' | 'import'> {
  const info = await stat(target).catch(() => null);
  if (!info) return 'absent';
  if (!info.isDirectory()) throw new MusterError('NOT_A_FOLDER', `${written} is a file, not a folder.`);
  if ((await readdir(target)).length === 0) return 'empty';
  const earlier = await earlierReport(join(target, reportPath(format, 'json')));
  if (earlier?.format !== format || earlier.source !== source) {
    throw new MusterError(
      'OUT_NOT_EMPTY',
      `${written} is not empty and is no ${format} import of ${source}.`,
      {
        hint: 'Choose a new or an empty folder.',
      },
    );
  }
  const edited = await editedFiles(target, earlier, format);
  if (edited.length > 0) {
    throw new MusterError('OUT_EDITED', `${written} was changed since its import: ${edited.join(', ')}.`, {
      hint: 'Import into a new folder and carry your changes over.',
    });
  }
  return 'import';
}

async function earlierReport(path: string): Promise<ImportReport | null> {
  try {
    return ImportReport.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Files of a folder that are not as its import wrote them: added, changed or gone. */
async function editedFiles(target: string, earlier: ImportReport, format: string): Promise<string[]> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(target, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const edited = Object.keys(earlier.files).filter((path) => !paths.includes(path));
  for (const path of paths) {
    if (path === reportPath(format, 'json')) continue;
    const known = earlier.files[path];
    if (known === undefined || known !== sha256(await readFile(join(target, path)))) edited.push(path);
  }
  return edited.sort();
}
