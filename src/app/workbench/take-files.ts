import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FILES } from '../../formats/programme-folder/files.ts';
import { type FileContent, parseFiles, unknownFiles } from '../../formats/programme-folder/parse.ts';
import { readContent } from '../../formats/programme-folder/read.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { CheckedFolder } from '../check-folder.ts';
import { checkFiles, type ProgrammeFiles } from './content.ts';

/** Files that were handed in, checked. They are to be kept only where `programme` is not null. */
export interface TakenFiles extends CheckedFolder {
  /** Those of a programme folder, exactly as they came, where they are text. */
  readonly files: ProgrammeFiles;
}

/**
 * Files handed in by path, those of a programme taken and checked. A table or YAML file of another name is refused,
 * since it would be lost; anything else, such as a README, is left out.
 */
export function takeFiles(given: ReadonlyMap<string, FileContent>): TakenFiles {
  const contents = new Map<string, FileContent>();
  const files = new Map<string, string>();
  for (const { path } of FILES) {
    const content = given.get(path) ?? null;
    const text = textOf(content);
    contents.set(path, text === null && typeof content === 'string' ? NOT_TEXT : content);
    if (text !== null) files.set(path, text);
  }
  const checked = checkFiles(contents);
  const refused = unknownFiles([...given.keys()].sort()).map((defect) => ({
    ...defect,
    severity: 'error' as const,
  }));
  return {
    files,
    programme: refused.length > 0 ? null : checked.programme,
    defects: [...checked.defects, ...refused],
    unread: checked.unread,
  };
}

const NOT_TEXT: FileContent = {
  problem: { code: 'NOT_UTF8', line: null, message: 'half a character stands alone in the text' },
};

/** The text exactly as it came, byte-order mark and line ends too; null where there is none. */
function textOf(content: FileContent): string | null {
  if (typeof content === 'string') return Buffer.from(content).toString() === content ? content : null;
  if (!(content instanceof Uint8Array)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return null;
  }
}

/** Files of a programme folder on disk, taken and checked; whatever else lies there is left out, as `muster check` does. */
export async function takeFolder(folder: string): Promise<TakenFiles> {
  const given = new Map<string, FileContent>();
  for (const { path } of FILES) given.set(path, await readContent(join(folder, path)));
  return takeFiles(given);
}

/** A programme that comes with Muster, to begin from. */
export interface Example {
  /** Name of its folder. */
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** The programme folders that lie in a folder of examples, by id. */
export async function listExamples(root: string): Promise<Example[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  const examples: Example[] = [];
  for (const { name: id } of entries.filter((entry) => entry.isDirectory()).sort(byName)) {
    const content = await readContent(join(root, id, 'muster.yaml'));
    const { muster } = parseFiles((path) => (path === 'muster.yaml' ? content : null)).parts;
    if (muster) examples.push({ id, name: muster.name, nameZh: muster.name_zh ?? null });
  }
  return examples;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** The files of an example. Refuses an id that is not listed, so that no other folder can be named. */
export async function takeExample(root: string, id: string): Promise<ProgrammeFiles> {
  const examples = await listExamples(root);
  if (examples.some((example) => example.id === id)) return (await takeFolder(join(root, id))).files;
  throw new MusterError('UNKNOWN_EXAMPLE', `'${id}' is no example.`, {
    hint: `Examples: ${examples.map((example) => example.id).join(', ') || 'none'}.`,
  });
}
