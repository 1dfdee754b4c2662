import { ListPolicy } from './base-policies.ts';
import type { GroupTables } from './group-tables.ts';
import type { JointModel } from './joint-model.ts';
import type { Reach } from './reach.ts';

/**
 * Local search over priority lists with relevance gate: moves one group to another place while that raises the
 * value. `value` must be deterministic; at most `evaluations` lists are tried.
 */
export function tuneList(
  model: JointModel,
  tables: readonly GroupTables[],
  reach: Reach,
  starts: readonly (readonly number[])[],
  value: (policy: ListPolicy) => number,
  evaluations: number,
): ListPolicy {
  let spent = 0;
  const rate = (order: readonly number[]): { policy: ListPolicy; value: number } => {
    spent++;
    const policy = new ListPolicy('tuned list', model, tables, reach, order, true);
    return { policy, value: value(policy) };
  };
  let best = starts.map(rate).reduce((a, b) => (b.value > a.value ? b : a));
  for (let improved = true; improved && spent < evaluations; ) {
    improved = false;
    const n = best.policy.order.length;
    for (let from = 0; from < n && spent < evaluations; from++) {
      for (let to = 0; to < n && spent < evaluations; to++) {
        if (to === from || to === from - 1) continue;
        const order = [...best.policy.order];
        order.splice(to, 0, ...order.splice(from, 1));
        const tried = rate(order);
        if (tried.value > best.value + 1e-9 * Math.abs(best.value)) {
          best = tried;
          improved = true;
        }
      }
    }
  }
  return best.policy;
}
