import type { NetworkDefect } from './tables.ts';
import { networkDefect, readRows, SHOCK_TABLE } from './tables.ts';

/** Shocks that happen together: what each firm loses of its output to begin with, 0 to 1. */
export interface NamedShocks {
  readonly scenario: string;
  readonly shocks: readonly { readonly firm: string; readonly loss: number }[];
}

/** Reads a table of shocks, by scenario in the order of the file; with every defect, unknown firms among them. */
export async function readShocks(
  path: string,
  ids: ReadonlySet<string>,
): Promise<{ scenarios: readonly NamedShocks[]; defects: readonly NetworkDefect[] }> {
  const { rows, defects } = await readRows(path, path, SHOCK_TABLE);
  const scenarios = new Map<string, Map<string, number>>();
  for (const { row, line } of rows ?? []) {
    const { scenario, firm, loss } = row;
    const shocks = scenarios.get(scenario) ?? new Map<string, number>();
    scenarios.set(scenario, shocks);
    if (!ids.has(firm)) defects.push(networkDefect(path, line, 'UNKNOWN_FIRM', `no firm ${firm}`));
    else if (shocks.has(firm)) {
      defects.push(networkDefect(path, line, 'DUPLICATE_ROW', `${firm} stands twice in ${scenario}`));
    } else shocks.set(firm, loss);
  }
  if (rows && scenarios.size === 0 && defects.length === 0) {
    defects.push(networkDefect(path, null, 'MISSING_VALUE', 'no shock is in the file'));
  }
  return {
    scenarios: [...scenarios].map(([scenario, shocks]) => ({
      scenario,
      shocks: [...shocks].map(([firm, loss]) => ({ firm, loss })),
    })),
    defects,
  };
}
