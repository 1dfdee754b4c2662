import { Random } from '../../src/kernel/random.ts';
import type { CourseProblem, Demand, Source } from '../../src/portfolio/course-problem.ts';
import type { GroupSpec, StageSpec, VariantSpec } from '../../src/portfolio/spec.ts';

/**
 * A small random problem of commitments: two or three groups of one or two projects, short horizons, tight sources.
 * The first rows draw on one source each; where `shared`, one more row draws on the first two together.
 */
export function randomCourses(seed: number): CourseProblem {
  const random = new Random(seed);
  const between = (low: number, high: number): number => low + random.integer(high - low + 1);
  const T = between(3, 5);
  const sourceCount = between(1, 3);
  const shared = sourceCount > 1 && random.integer(2) === 0;
  const sources = Array.from({ length: sourceCount }, (_, s): Source => {
    const level = between(2, 5);
    const amount = Array.from({ length: T }, () => Math.max(0, level - random.integer(3)));
    return { amount, price: s === 0 || random.integer(2) === 0 ? 1 : null };
  });
  const rowSources = [...sources.map((_, s) => [s]), ...(shared ? [[0, 1]] : [])];
  const groupCount = between(2, 3);
  const stage = (group: number): StageSpec => {
    const length = between(1, 2);
    const rows = rowSources.map((_, row) => row).filter(() => random.integer(2) === 0);
    return {
      durationLaw: length === 1 ? [1] : random.integer(2) === 0 ? [0, 1] : [0.5, 0.5],
      success: 0.8,
      proves: false,
      costPerPeriod: between(0, 3),
      use: rows.map((row) => ({ row, amount: between(1, 3) })),
      requires: group > 0 && random.integer(4) === 0 ? [random.integer(group)] : [],
    };
  };
  const variant = (group: number, v: number): VariantSpec => ({
    id: `variant-${v}`,
    stages: Array.from({ length: between(1, 2) }, () => stage(group)),
  });
  const groups = Array.from({ length: groupCount }, (_, g): GroupSpec => {
    const projects = Array.from({ length: between(1, 2) }, (_, p) => ({
      id: `g${g}-${p}`,
      approach: 0,
      variants: Array.from({ length: between(1, 2) }, (_, v) => variant(g, v)),
    }));
    return { id: `g${g}`, approaches: [1], projects };
  });
  const anyPlace = () => {
    const group = random.integer(groupCount);
    return { group, project: random.integer(groups[group].projects.length) };
  };
  const demand = (): Demand => {
    const kind = random.integer(5);
    if (kind === 0) return { kind: 'lock-out', places: [anyPlace()] };
    if (kind === 1) return { kind: 'deadline', groups: [random.integer(groupCount)], by: random.integer(T) };
    const place = anyPlace();
    const { variants } = groups[place.group].projects[place.project];
    const all = variants.map((_, v) => v);
    const from = random.integer(2) === 0 ? 0 : random.integer(T);
    const by = random.integer(2) === 0 ? T - 1 : between(from, T - 1);
    return { kind: 'lock-in', place, variants: random.integer(2) === 0 ? all : [all[0]], from, by };
  };
  return {
    spec: {
      periods: T,
      discount: new Array(T).fill(1),
      rows: rowSources.map((own, row) => ({
        id: `row ${row}`,
        capacity: sources[0].amount.map((_, t) => own.reduce((sum, s) => sum + sources[s].amount[t], 0)),
      })),
      groups,
    },
    sources,
    rowSources,
    demands: Array.from({ length: between(1, 4) }, demand),
  };
}
