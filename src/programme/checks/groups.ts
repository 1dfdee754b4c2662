import { GROUP_DEPTH_MAX } from '../../chain/groups.ts';
import type { RequirementRow } from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';
import { findCycles } from '../../kernel/cycles.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { type Placed, placed } from './walk.ts';

type Requirements = Pick<Programme, 'requirements'>;

/** Rows by link, then group. */
function* groupsByLink({
  requirements,
}: Requirements): Generator<[string, Map<string, Placed<RequirementRow>[]>]> {
  for (const [link, rows] of groupBy(placed(requirements), ({ value }) => value.link)) {
    yield [link, groupBy(rows, ({ value }) => value.group)];
  }
}

/** Every row of a group says the same of the group. */
export function* checkGroupRows(p: Requirements): Generator<Defect> {
  for (const [link, groups] of groupsByLink(p)) {
    for (const [group, [first, ...others]] of groups) {
      for (const { value, path } of others) {
        const differs = (['gate', 'k', 'parent_group'] as const).find(
          (key) => value[key] !== first!.value[key],
        );
        if (differs === undefined) continue;
        const message = `${differs} of group "${group}" of "${link}" differs from that of its first row`;
        yield defect('GROUP_CONFLICT', 'requirements', path, message);
      }
    }
  }
}

/** at-least comes with k, the other gates without. How many members there are is seen after the overlay. */
export function* checkRowGates({ requirements }: Requirements): Generator<Defect> {
  for (const { value, path } of placed(requirements)) {
    if ((value.gate === 'at-least') === (value.k !== undefined)) continue;
    const message = value.k === undefined ? 'gate at-least without k' : `k with gate ${value.gate}`;
    yield defect('GATE_K', 'requirements', path, message);
  }
}

/** Groups lie inside groups of the same link that exist, not in a circle, and not too deep. */
export function* checkGroupParents(p: Requirements): Generator<Defect> {
  for (const [link, groups] of groupsByLink(p)) {
    const parentOf = (group: string): string | undefined => groups.get(group)?.[0]?.value.parent_group;
    for (const [group, [first]] of groups) {
      const parent = parentOf(group);
      if (parent !== undefined && !groups.has(parent)) {
        const message = `group "${parent}" of "${link}" does not exist`;
        yield defect('UNKNOWN_GROUP', 'requirements', first!.path, message);
      }
    }
    const parents = (group: string): string[] => [parentOf(group) ?? []].flat();
    const cycles = findCycles(groups.keys(), parents);
    for (const cycle of cycles) {
      const message = `groups of "${link}" lie inside each other: ${cycle.join(' → ')}`;
      yield defect('GROUP_CYCLE', 'requirements', groups.get(cycle[0]!)![0]!.path, message);
    }
    if (cycles.length === 0) yield* tooDeep(link, groups, parentOf);
  }
}

function* tooDeep(
  link: string,
  groups: ReadonlyMap<string, Placed<RequirementRow>[]>,
  parentOf: (group: string) => string | undefined,
): Generator<Defect> {
  const depths = new Map<string, number>();
  for (const [group, [first]] of groups) {
    const chain: string[] = [];
    for (let at: string | undefined = group; at !== undefined && !depths.has(at); at = parentOf(at))
      chain.push(at);
    for (const at of chain.reverse()) depths.set(at, (depths.get(parentOf(at) ?? '') ?? 0) + 1);
    if (depths.get(group) === GROUP_DEPTH_MAX + 1) {
      const message = `group "${group}" of "${link}" lies more than ${GROUP_DEPTH_MAX} groups deep`;
      yield defect('GROUP_DEPTH', 'requirements', first!.path, message);
    }
  }
}
