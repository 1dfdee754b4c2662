import type { z } from 'zod';
import { Alternatives } from './alternatives.ts';
import { AssessmentReport } from './assess.ts';
import { BackupReport } from './backup.ts';
import { CascadeReport } from './cascade.ts';
import { CheckReport } from './check.ts';
import { CutSetsReport } from './cutsets.ts';
import { DiffReport } from './diff.ts';
import { Explanation } from './explain.ts';
import { FaultTreeExport } from './export.ts';
import { fieldRows, fieldTable } from './field-table.ts';
import { Frontier } from './frontier.ts';
import { ImportReport } from './import-report.ts';
import { InfeasibleReport } from './infeasible.ts';
import { PipelineResult, Plan } from './plan.ts';
import { PlanDiff } from './plan-diff.ts';

interface Output {
  readonly command: string;
  readonly schema: z.ZodType;
  readonly collapsed?: Readonly<Record<string, string>>;
}

const OUTPUTS: readonly Output[] = [
  { command: 'muster check FOLDER --json', schema: CheckReport },
  {
    command: 'muster assess FOLDER --json',
    schema: AssessmentReport,
    collapsed: { otherScenarios: 'list of the same object, without otherScenarios' },
  },
  { command: 'muster diff FOLDER_A FOLDER_B --json', schema: DiffReport },
  { command: 'muster diff PLAN_A PLAN_B --json', schema: PlanDiff },
  { command: 'muster plan FOLDER --json', schema: Plan },
  { command: 'muster plan FOLDER --json, where its commitments cannot all be met', schema: InfeasibleReport },
  { command: 'muster frontier FOLDER --json', schema: Frontier },
  { command: 'muster alternatives FOLDER --json', schema: Alternatives },
  { command: 'muster explain FOLDER PLAN.json SUBJECT --json', schema: Explanation },
  { command: 'muster pipeline FILE.dat --json', schema: PipelineResult },
  { command: 'muster cascade NETWORK --json', schema: CascadeReport },
  { command: 'muster cutsets FILE --json', schema: CutSetsReport },
  { command: 'muster import FORMAT SOURCE --out FOLDER --json', schema: ImportReport },
  { command: 'muster export open-psa FOLDER --out FILE --json', schema: FaultTreeExport },
  { command: 'muster backup --out FILE --json, muster restore FILE --json', schema: BackupReport },
];

const HEAD = `# What the commands print with --json

Written from the schemas of the code by \`npm run schemas\`; a test holds it to them.

One object on stdout, its first key \`schema\`. Progress and messages go to stderr. Exit codes: 0 done, 1 a bug of
Muster, 2 invalid input, 3 nothing feasible, 4 stopped at a limit without an answer.

Numbers are plain JSON numbers; money is in major units of the currency of the programme; shares and chances
are 0 to 1; days count from the start of the scenario. \`a[].b\` is field b of each entry of the list a. Fields may be added
within a version; none changes its meaning or goes.
`;

/** The page of reference on what the commands print. */
export function outputPage(): string {
  const parts = OUTPUTS.map(
    ({ command, schema, collapsed }) =>
      `## \`${command}\`\n\n${fieldTable(fieldRows(schema, 'output', collapsed), 'no')}\n`,
  );
  return [HEAD, ...parts].join('\n');
}
