import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MusterError } from '../../kernel/errors.ts';

/** An instance that is not ours to ship: under `MUSTER_FIXTURES`, else where the tests look too, beside the checkout. */
export function instancePath(...parts: string[]): string {
  return join(process.env.MUSTER_FIXTURES ?? join('..', 'shared', 'data'), ...parts);
}

/** The text of a file, unpacked where its name ends in .gz. */
export async function instanceText(file: string, bytesMax: number): Promise<string> {
  const content = await readFile(file).catch(() => {
    throw new MusterError('NO_FILE', `${file} is not a file that can be read.`, {
      hint: 'Name the files to run, or set MUSTER_FIXTURES to the folder of the instances.',
    });
  });
  try {
    const bytes = file.endsWith('.gz') ? gunzipSync(content, { maxOutputLength: bytesMax }) : content;
    if (bytes.length <= bytesMax) return bytes.toString('utf8');
  } catch {
    throw new MusterError('BAD_FILE', `${file} cannot be unpacked within ${bytesMax} bytes.`);
  }
  throw new MusterError('FILE_TOO_LARGE', `${file} is larger than ${bytesMax} bytes.`);
}
