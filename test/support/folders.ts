import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small programme without a defect. */
export const VALID_FOLDER = join(import.meta.dirname, '../fixtures/folders/valid');

/** One change to the valid folder: the only place of `replace` in the file becomes `by`; null removes the file. */
export interface Patch {
  readonly file: string;
  readonly replace: string;
  readonly by: string | null;
}

/** Runs with a copy of the valid folder that has the patches, and removes it afterwards. */
export async function withPatched<T>(
  patches: readonly Patch[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-patched-'));
  try {
    await cp(VALID_FOLDER, folder, { recursive: true });
    for (const patch of patches) await apply(folder, patch);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function apply(folder: string, { file, replace, by }: Patch): Promise<void> {
  const path = join(folder, file);
  if (by === null) return rm(path);
  const text = await readFile(path, 'utf8').catch(() => '');
  const parts = text.split(replace);
  if (replace !== '' && parts.length !== 2) {
    throw new Error(`${file} has ${parts.length - 1} places of ${JSON.stringify(replace)}, not one`);
  }
  await writeFile(path, replace === '' ? by : parts.join(by));
}
