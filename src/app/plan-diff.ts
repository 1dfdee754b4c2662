import type { Plan } from '../contract/plan.ts';
import type { PlanDiff, PlanProjectChange } from '../contract/plan-diff.ts';
import { MusterError } from '../kernel/errors.ts';

/** Chances and money closer than this (relative to the larger) are the same. */
const SAME = 1e-9;

/** What differs between two plans of one programme. Refuses plans that cannot be compared, with every reason. */
export function planDiff(before: Plan, after: Plan): PlanDiff {
  refuseOthers(before, after);
  const { programme, currency, priceYear, seed } = after;
  return {
    schema: 'muster/plan-diff@1',
    programme,
    currency,
    priceYear,
    seed,
    before: sideOf(before),
    after: sideOf(after),
    valueChange: after.value - before.value,
    valueChangeError: Math.hypot(before.standardError, after.standardError),
    projects: projectChanges(before, after),
    goals: paired(before.goals, after.goals, ({ goal }) => goal).flatMap(([a, b]) => {
      const { goal, name, nameZh } = (b ?? a)!;
      return changed({ goal, name, nameZh, before: atTheEnd(a), after: atTheEnd(b) });
    }),
    products: paired(before.products, after.products, ({ id, level }) => `${id} ${level}`).flatMap(
      ([a, b]) => {
        const { id, name, nameZh, level } = (b ?? a)!;
        return changed({ id, name, nameZh, level, before: atTheEnd(a), after: atTheEnd(b) });
      },
    ),
    funds: fundChanges(before, after),
    notesBefore: before.notes.filter((note) => !after.notes.includes(note)),
    notesAfter: after.notes.filter((note) => !before.notes.includes(note)),
  };
}

function refuseOthers(before: Plan, after: Plan): void {
  const days = ({ periods }: Plan): string =>
    `${periods.length} periods from ${periods[0]?.start} to ${periods.at(-1)?.end}`;
  const aspects: readonly [string, (plan: Plan) => string][] = [
    ['programme', ({ programme }) => `“${programme}”`],
    ['money', ({ currency, priceYear }) => `${currency} of ${priceYear}`],
    ['time', days],
  ];
  const differing = aspects.filter(([, of]) => of(before) !== of(after));
  if (differing.length === 0) return;
  const reasons = differing.map(([what, of]) => `${what} ${of(before)} against ${of(after)}`);
  throw new MusterError('PLANS_NOT_COMPARABLE', `The plans differ in ${reasons.join('; in ')}.`, {
    hint: 'Compare plans of one programme, with the same currency, price year and periods.',
  });
}

function sideOf({ value, standardError, bound, gap, proof, status }: Plan): PlanDiff['before'] {
  return { value, standardError, bound, gap, proof, status };
}

/** Entries of two lists that belong together, in the order of the second list, then what only the first has. */
function paired<E>(
  before: readonly E[],
  after: readonly E[],
  keyOf: (entry: E) => string,
): [E | undefined, E | undefined][] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const both = after.map((entry): [E | undefined, E | undefined] => [old.get(keyOf(entry)), entry]);
  const kept = new Set(after.map(keyOf));
  return [
    ...both,
    ...before.filter((entry) => !kept.has(keyOf(entry))).map((entry): [E, undefined] => [entry, undefined]),
  ];
}

function atTheEnd(entry: { availableByPeriod: readonly number[] } | undefined): number | null {
  return entry?.availableByPeriod.at(-1) ?? null;
}

/** The entry where its two sides differ, else nothing. */
function changed<E extends { before: number | null; after: number | null }>(entry: E): E[] {
  const { before, after } = entry;
  return before === after || (before !== null && after !== null && same(before, after)) ? [] : [entry];
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a), Math.abs(b));
}

function projectChanges(before: Plan, after: Plan): PlanProjectChange[] {
  return paired(before.funded, after.funded, ({ project }) => project).flatMap(([a, b]) => {
    const kinds: PlanProjectChange['kinds'] = [];
    if (!a) kinds.push('added');
    else if (!b) kinds.push('dropped');
    else {
      if (a.startPeriod !== b.startPeriod) kinds.push('moved');
      if (a.leadMode !== b.leadMode) kinds.push('mode');
    }
    if (kinds.length === 0) return [];
    const { project, goal, name, nameZh, teamName } = (b ?? a)!;
    return [{ project, goal, name, nameZh, teamName, kinds, before: stateOf(a), after: stateOf(b) }];
  });
}

function stateOf(funded: Plan['funded'][number] | undefined): PlanProjectChange['before'] {
  if (!funded) return null;
  const { startPeriod, leadMode, chanceOfStart, expectedCost } = funded;
  return { startPeriod, leadMode, chanceOfStart, expectedCost };
}

function fundChanges(before: Plan, after: Plan): PlanDiff['funds'] {
  const none = after.periods.map(() => 0);
  return paired(before.funds, after.funds, ({ id }) => id).flatMap(([a, b]) => {
    const { id, name, nameZh } = (b ?? a)!;
    const change = {
      id,
      name,
      nameZh,
      before: a?.byPeriod ?? none,
      after: b?.byPeriod ?? none,
      availableBefore: a?.availableByPeriod ?? none,
      availableAfter: b?.availableByPeriod ?? none,
    };
    const equal = (x: readonly number[], y: readonly number[]): boolean => x.every((v, t) => same(v, y[t]));
    const unchanged =
      equal(change.before, change.after) && equal(change.availableBefore, change.availableAfter);
    return unchanged ? [] : [change];
  });
}
