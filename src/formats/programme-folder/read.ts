import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MusterError } from '../../kernel/errors.ts';
import { FILE_BYTES_MAX, FILES } from './files.ts';
import { type FileContent, parseFiles, type ReadResult, unknownFiles } from './parse.ts';

/** Reads a programme folder. Throws only where there is no folder; everything else is a defect. */
export async function readFolder(folder: string): Promise<ReadResult> {
  const info = await stat(folder).catch(() => null);
  if (!info) {
    throw new MusterError('FOLDER_NOT_FOUND', `There is no folder ${folder}.`, { hint: 'Check the path.' });
  }
  if (!info.isDirectory()) {
    throw new MusterError('NOT_A_FOLDER', `${folder} is a file, not a programme folder.`, {
      hint: 'Name the folder that holds muster.yaml.',
    });
  }
  const contents = new Map<string, FileContent>();
  for (const { path } of FILES) contents.set(path, await readContent(join(folder, path)));
  const result = parseFiles((path) => contents.get(path)!);
  const inChain = (await names(join(folder, 'chain'))).map((name) => `chain/${name}`);
  const unknown = unknownFiles([...(await names(folder)), ...inChain]);
  return { ...result, defects: [...result.defects, ...unknown] };
}

/** The bytes of a file, null where there is none, or why it was not read. */
export async function readContent(path: string, bytesMax = FILE_BYTES_MAX): Promise<FileContent> {
  try {
    const { size } = await stat(path);
    if (size > bytesMax) {
      const message = `${size} bytes, at most ${bytesMax} are read`;
      return { problem: { code: 'FILE_TOO_LARGE', line: null, message } };
    }
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    return { problem: { code: 'FILE_UNREADABLE', line: null, message: `cannot be read (${code})` } };
  }
}

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
