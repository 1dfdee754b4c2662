import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OpenPsaStop } from './defects.ts';
import { FILE_BYTES_MAX, TEXT_BYTES_MAX } from './limits.ts';

/**
 * The text of a file in pieces; a file whose name ends in .gz is unpacked on the way. Never holds more than one
 * piece, and stops at the limits on what is read and on what it unpacks to.
 */
export async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new OpenPsaStop('NOT_UTF8', null, 'the file is not UTF-8 text');
    }
  };
  const source = atMost(createReadStream(file), FILE_BYTES_MAX);
  const bytes = file.endsWith('.gz') ? atMost(unpacked(source), TEXT_BYTES_MAX) : source;
  try {
    for await (const piece of bytes) yield decode(piece);
  } catch (error) {
    throw explained(error, file);
  }
  yield decode();
}

function unpacked(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // Errors of the source surface where the unpacked stream is read.
  return pipeline(source, createGunzip(), () => {});
}

async function* atMost(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const piece of source) {
    total += piece.length;
    if (total > limit) {
      throw new OpenPsaStop('FILE_TOO_LARGE', null, `more than ${limit} bytes`);
    }
    yield piece;
  }
}

function explained(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof OpenPsaStop || typeof code !== 'string') return error;
  return code.startsWith('Z_')
    ? new OpenPsaStop('GZIP', null, `${file} cannot be unpacked: ${message}`)
    : new OpenPsaStop('FILE_UNREADABLE', null, `${file} cannot be read: ${code}`);
}
