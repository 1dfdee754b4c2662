import { mkdir } from 'node:fs/promises';
import { MusterError } from '../kernel/errors.ts';

/** Makes the folder that answers go to, before the work on them: a plan that cannot be written is lost. */
export async function makeOutDir(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
  } catch (error) {
    throw new MusterError('OUT_DIR', `${dir} cannot be made a folder: ${(error as Error).message}`, {
      hint: 'Give --out a new folder, or one that may be written.',
    });
  }
}
