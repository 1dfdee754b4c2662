import { readFile, stat } from 'node:fs/promises';
import { InfeasibleReport } from '../contract/infeasible.ts';
import { Plan } from '../contract/plan.ts';
import { MusterError } from '../kernel/errors.ts';

const PLAN_BYTES_MAX = 64 * 1024 * 1024;

/** Reads a plan that `muster plan --out` or `--json` wrote. Refuses what is no plan of this version, saying where. */
export async function readPlan(path: string): Promise<Plan> {
  return planOf(path, await readJson(path));
}

/** Reads a plan, or what `muster plan` wrote where the commitments of the programme cannot all be met. */
export async function readPlanOrRefusal(path: string): Promise<Plan | InfeasibleReport> {
  const value = await readJson(path);
  const refusal = InfeasibleReport.safeParse(value);
  return refusal.success ? refusal.data : planOf(path, value);
}

async function readJson(path: string): Promise<unknown> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) {
    throw new MusterError('NO_FILE', `${path} is not a file that can be read.`, {
      hint: 'Give the plan.json that `muster plan FOLDER --out DIR` writes.',
    });
  }
  if (info.size > PLAN_BYTES_MAX) {
    throw new MusterError('PLAN_TOO_LARGE', `${path} is larger than ${PLAN_BYTES_MAX} bytes.`);
  }
  return parsed(path, await readFile(path, 'utf8'));
}

function planOf(path: string, value: unknown): Plan {
  const result = Plan.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new MusterError('NOT_A_PLAN', `${path} is not a plan: ${issue.path.join('.')}: ${issue.message}.`, {
    hint: 'Plan again with this version of Muster.',
  });
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MusterError('NOT_A_PLAN', `${path} is not JSON: ${(error as Error).message}.`, {
      hint: 'Give the plan.json that `muster plan FOLDER --out DIR` writes.',
    });
  }
}
