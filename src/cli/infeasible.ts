import type { InfeasibleReport } from '../contract/infeasible.ts';
import { infeasibleContext, infeasibleSentences } from '../figures/infeasible.ts';
import { words } from '../figures/words/index.ts';
import { makeOutDir } from './make-out-dir.ts';
import { writeFiles } from './out-dir.ts';
import { wrap } from './wrap.ts';

/** Tells why a programme cannot be planned as it is committed, on stdout, and sets exit code 3. */
export async function tellInfeasible(
  report: InfeasibleReport,
  { out, json }: { readonly out?: string; readonly json?: boolean },
): Promise<void> {
  process.exitCode = 3;
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (out !== undefined) {
    await makeOutDir(out);
    const names = await writeFiles(out, [{ name: 'infeasible.json', text }]);
    process.stderr.write(`Wrote ${names.join(', ')} into ${out}\n`);
  }
  process.stdout.write(json ? text : infeasibleText(report));
}

/** The conflict and the repairs, for people. */
function infeasibleText(report: InfeasibleReport): string {
  const { headline, conflict, repairs } = infeasibleSentences(report, infeasibleContext(report, 'en'));
  const say = words('en').commitments;
  const list = (lines: readonly string[]): string =>
    lines.map((line) => `  ${wrap(line, 110, '    ')}\n`).join('');
  return `${headline}\n\n${say.conflictHead}\n${list(conflict)}\n${say.repairHead}\n${list(repairs)}`;
}
