import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Sha256 } from '../app/workbench/ports/common.ts';
import type { Tables } from './tables.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export function sha256(text: string): Sha256 {
  return createHash('sha256').update(text).digest('hex');
}

/** Keeps texts once each, and returns their hashes in order. */
export async function putTexts(db: Kysely<Tables>, texts: readonly string[]): Promise<readonly Sha256[]> {
  const hashes = texts.map(sha256);
  const known = await knownOf(db, hashes);
  const missing = new Map(
    hashes.map((hash, i) => [hash, texts[i]!]).filter(([hash]) => !known.has(hash!)) as [Sha256, string][],
  );
  // In one order everywhere, so that two writers of the same texts wait for each other and never in a circle.
  for (const hash of [...missing.keys()].sort()) {
    const bytes = await pack(missing.get(hash)!);
    await db
      .insertInto('blob')
      .values({ sha256: hash, bytes })
      .onConflict((c) => c.doNothing())
      .execute();
  }
  return hashes;
}

async function knownOf(db: Kysely<Tables>, hashes: readonly Sha256[]): Promise<ReadonlySet<Sha256>> {
  if (hashes.length === 0) return new Set();
  const rows = await db.selectFrom('blob').select('sha256').where('sha256', 'in', hashes).execute();
  return new Set(rows.map((row) => row.sha256));
}

export async function putText(db: Kysely<Tables>, text: string): Promise<Sha256> {
  return (await putTexts(db, [text]))[0]!;
}

/** The text of packed bytes. */
export async function textOf(bytes: Buffer): Promise<string> {
  return (await unpack(bytes)).toString();
}
