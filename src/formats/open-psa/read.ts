import { basename } from 'node:path';
import type { FaultTree } from '../../structure/fault-tree.ts';
import { OpenPsaStop, refusal } from './defects.ts';
import { parseOpenPsa } from './parse.ts';
import { resolve } from './resolve.ts';
import { textOf } from './text.ts';

export interface ReadOptions {
  /** Name of the top gate; null: the one gate that no gate refers to. */
  readonly top: string | null;
}

/**
 * Reads one fault tree from a file in the Open-PSA Model Exchange Format, .xml or .xml.gz. Throws
 * `INVALID_FAULT_TREE` with every defect of the file.
 */
export function readFaultTree(file: string, options: ReadOptions): Promise<FaultTree> {
  return parseFaultTree(basename(file), textOf(file), options);
}

/** The same from the pieces of its text; `file` is what messages call it. */
export async function parseFaultTree(
  file: string,
  pieces: AsyncIterable<string> | Iterable<string>,
  { top }: ReadOptions,
): Promise<FaultTree> {
  try {
    const { model, defects } = await parseOpenPsa(pieces);
    const tree = resolve(model, top, defects);
    if (tree) return tree;
    throw refusal(file, defects);
  } catch (error) {
    throw error instanceof OpenPsaStop ? refusal(file, [error.defect]) : error;
  }
}
