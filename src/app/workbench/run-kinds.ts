import type { Alternatives } from '../../contract/alternatives.ts';
import type { RunKind, RunOptions } from '../../contract/api/runs.ts';
import type { AssessmentReport } from '../../contract/assess.ts';
import type { Frontier } from '../../contract/frontier.ts';
import type { InfeasibleReport } from '../../contract/infeasible.ts';
import type { Plan } from '../../contract/plan.ts';
import type { LinearSolver } from '../../kernel/linear-program.ts';
import type { Programme } from '../../programme/programme.ts';
import { type WhatIf, whatIfNotes, withWhatIf } from '../../programme/what-if.ts';
import type { AlternativesAsked } from '../alternatives.ts';
import { assess } from '../assess.ts';
import { infeasibility } from '../infeasibility.ts';
import { openFiles } from './content.ts';
import type { FolderTexts } from './ports/programmes.ts';

/** What is computed, with all its options said. */
export type Asked = {
  [Kind in RunKind]: { readonly kind: Kind; readonly options: RunOptions[Kind] };
}[RunKind];

/** All that the answer of a run depends on, beside the version of Muster. */
export interface PinnedRun {
  readonly files: FolderTexts;
  /** Takes the place of that of the programme; null keeps it. */
  readonly seed: number | null;
  readonly asked: Asked;
}

/** What a run finds. Commitments that cannot all be met are an answer too: why not, and what would mend it. */
export type RunReport = AssessmentReport | Plan | Frontier | Alternatives | InfeasibleReport;

/** Where the long parts are computed; a stop there means the best so far. */
export interface Computing {
  readonly solver: LinearSolver;
  plan(programme: Programme, gap: number): Promise<Plan>;
  frontier(programme: Programme, factors: readonly number[]): Promise<Frontier>;
  alternatives(programme: Programme, asked: AlternativesAsked): Promise<Alternatives>;
}

/** Computes a run as the command of its name does. Refuses what the command would refuse, save the infeasible. */
export async function computeRun(
  { files, seed, asked }: PinnedRun,
  computing: Computing,
): Promise<RunReport> {
  const read = openFiles(files);
  const programme = seed === null ? read : { ...read, muster: { ...read.muster, seed } };
  if (asked.kind === 'assess') return assessed(programme, asked.options, computing.solver);
  const changed = withWhatIf(programme, asked.options);
  const infeasible = changed.commitments.length > 0 ? infeasibility(changed, computing.solver) : null;
  return infeasible ?? withNotes(await study(changed, asked, computing), asked.options);
}

function assessed(
  programme: Programme,
  { scenario, reading, survive, ...options }: Extract<Asked, { kind: 'assess' }>['options'],
  solver: LinearSolver,
): AssessmentReport {
  return assess(programme, {
    ...options,
    scenario: scenario ?? undefined,
    reading: reading ?? undefined,
    survive: survive === null ? undefined : { days: survive, solver },
  });
}

function study(
  programme: Programme,
  asked: Exclude<Asked, { kind: 'assess' }>,
  computing: Computing,
): Promise<Plan | Frontier | Alternatives> {
  switch (asked.kind) {
    case 'plan':
      return computing.plan(programme, asked.options.gap);
    case 'frontier':
      return computing.frontier(programme, asked.options.factors);
    case 'alternatives': {
      const { count, within, apart } = asked.options;
      return computing.alternatives(programme, { count, within, apart });
    }
  }
}

function withNotes<Report extends { readonly notes: string[] }>(report: Report, whatIf: WhatIf): Report {
  return { ...report, notes: [...whatIfNotes(whatIf), ...report.notes] };
}

/** Whether a time limit or a stop cut the answer short, so that the same pins may give other bytes. */
export function isCutShort(report: RunReport): boolean {
  return 'reproducible' in report && !report.reproducible;
}

/** The bytes of a result that are kept: as the command prints it with `--json`, without the seconds it took. */
export function canonicalText(report: RunReport): string {
  const { seconds: _, ...rest } = report as RunReport & { readonly seconds?: number };
  return `${JSON.stringify(rest, null, 2)}\n`;
}
