import { basename } from 'node:path';
import type { Programme } from '../../programme/programme.ts';
import { FRAME_RULE } from '../imported-folder/frame.ts';
import { type FoundReport, importReport } from '../imported-folder/report.ts';
import { convertFaultTree } from './convert.ts';
import { OPEN_PSA_FINDINGS } from './import-findings.ts';
import { readFaultTree } from './read.ts';

/** What holds for every gate and event, whatever the file says. */
const ASSUMPTIONS: readonly string[] = [
  'A fault tree is written in failures, a chain in what works: `and` became gate `any`, `or` became `all`, and k of n failing became at least n − k + 1 working.',
  'Each basic event became a link and its one supplier, of the same id, who makes all of it; the event happens when the supplier is lost. Home makes none of it.',
  'Each gate became a grouping; the top became the product, which home makes when what it needs is there.',
  FRAME_RULE,
];

/** Imports one fault tree; `top` as in {@link readFaultTree}. */
export async function importFaultTree(
  file: string,
  home: readonly string[],
  top: string | null,
): Promise<{ programme: Programme; report: FoundReport }> {
  const source = basename(file);
  const tree = await readFaultTree(file, { top });
  const { programme, findings, counts } = convertFaultTree(tree, source, home);
  const about = { format: 'open-psa', source, layout: 'fault tree' };
  return { programme, report: importReport(OPEN_PSA_FINDINGS, about, counts, ASSUMPTIONS, findings) };
}
