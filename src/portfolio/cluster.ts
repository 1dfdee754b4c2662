import { Bdd } from '../structure/bdd.ts';
import { FormulaBuilder } from '../structure/formula.ts';
import { ChainValue } from './chain-value.ts';
import { ATTAINED, INITIAL } from './group-process.ts';
import { JointModel } from './joint-model.ts';
import type { GroupProcess } from './process-tables.ts';
import { type ActionRow, ProcessTables } from './process-tables.ts';
import { CAPACITY_TOLERANCE } from './spec.ts';
import { spentStates } from './spent-states.ts';

/** Neighbours together, or every n-th. */
export type Deal = 'in order' | 'in turn';

/**
 * The same plan with its groups joined into clusters, each a group of its own: what the members of a cluster share is
 * heeded among them, so that a bound over clusters is at most one over groups. For plans whose groups nothing but
 * capacities couples. The fewest clusters are made in which the product of the numbers of states keeps within
 * `statesMax`.
 */
export function clustered(model: JointModel, statesMax: number, deal: Deal): JointModel {
  const standsFor = spentStates(model);
  const clusters = partition(
    model.groups.map(({ states }) => states),
    statesMax,
    deal,
  );
  const most = model.plan.rows.map(({ capacity }) => Math.max(...capacity));
  const processes = clusters.map((members) =>
    clusterProcess(
      members.map((g) => model.groups[g].process),
      members.map((g) => standsFor[g]),
      most,
    ),
  );
  const count = processes.length;
  const noChain = new ChainValue(model.periods, count, new FormulaBuilder(new Bdd(count)), []);
  return new JointModel(model.plan, noChain, processes);
}

/** The fewest clusters of equal length whose product of sizes keeps within the limit. */
function partition(sizes: readonly number[], statesMax: number, deal: Deal): number[][] {
  for (let count = 1; ; count++) {
    const length = Math.ceil(sizes.length / count);
    const clusters = Array.from({ length: Math.min(count, sizes.length) }, (_, c) =>
      sizes.flatMap((_, g) => ((deal === 'in turn' ? g % count : Math.floor(g / length)) === c ? [g] : [])),
    ).filter((members) => members.length > 0);
    const product = (members: readonly number[]): number => members.reduce((all, g) => all * sizes[g], 1);
    if (count >= sizes.length || clusters.every((members) => product(members) <= statesMax)) return clusters;
  }
}

/** The product of the members' processes; what even the largest capacity of a row could not carry is left out. */
function clusterProcess(
  members: readonly GroupProcess[],
  standsFor: readonly Int32Array[],
  most: readonly number[],
): GroupProcess {
  const space = new ClusterStates(members.length);
  const tables = new ProcessTables();
  for (let s = 0; s < space.count; s++) {
    tables.openState();
    if (s === ATTAINED) {
      tables.addIdle(ATTAINED);
      continue;
    }
    forEachChoice(members, space.membersOf(s), (actions) => {
      const row = jointRow(members, standsFor, actions, space);
      if (
        row.use.every(
          ({ row: r, amount }) => amount <= most[r] * (1 + CAPACITY_TOLERANCE) + CAPACITY_TOLERANCE,
        )
      ) {
        tables.addAction(row);
      }
    });
  }
  return tables.finish(members.map(({ id }) => id).join(' + '), space.count);
}

/** Visits every combination of actions of the members, each standing in its state; the list is reused. */
function forEachChoice(
  members: readonly GroupProcess[],
  states: ArrayLike<number>,
  visit: (actions: readonly number[]) => void,
): void {
  const actions = members.map(() => 0);
  const descend = (i: number): void => {
    if (i === members.length) {
      visit(actions);
      return;
    }
    const { actionsFrom } = members[i];
    for (let a = actionsFrom[states[i]]; a < actionsFrom[states[i] + 1]; a++) {
      actions[i] = a;
      descend(i + 1);
    }
  };
  descend(0);
}

function jointRow(
  members: readonly GroupProcess[],
  standsFor: readonly Int32Array[],
  actions: readonly number[],
  space: ClusterStates,
): ActionRow {
  const use = new Map<string, ActionRow['use'][number]>();
  let reward = 0;
  let timed: Float64Array | null = null;
  members.forEach((member, i) => {
    const a = actions[i];
    reward += member.reward[a];
    const extra = member.timedReward[a];
    if (extra) timed = timed ? timed.map((x, t) => x + extra[t]) : extra.slice();
    for (let u = member.useFrom[a]; u < member.useFrom[a + 1]; u++) {
      const row = member.useRow[u];
      const offset = member.useOffset[u];
      const amount = member.useAmount[u] + (use.get(`${row} ${offset}`)?.amount ?? 0);
      use.set(`${row} ${offset}`, { row, offset, amount });
    }
  });
  const next = jointOutcomes(members, standsFor, actions, space);
  return { starts: [], reward, timed, use: [...use.values()], requires: [], pending: [], outlook: 0, next };
}

function jointOutcomes(
  members: readonly GroupProcess[],
  standsFor: readonly Int32Array[],
  actions: readonly number[],
  space: ClusterStates,
): ActionRow['next'] {
  const found: ActionRow['next'] = [];
  const states = members.map(() => INITIAL);
  const descend = (i: number, probability: number): void => {
    if (i === members.length) {
      found.push({ state: space.idOf(states), probability });
      return;
    }
    const { nextFrom, next, probability: chance } = members[i];
    for (let n = nextFrom[actions[i]]; n < nextFrom[actions[i] + 1]; n++) {
      states[i] = standsFor[i][next[n]];
      descend(i + 1, probability * chance[n]);
    }
  };
  descend(0, 1);
  return found;
}

/** Numbers the joint states of the members as they are met; number 1, "attained", is kept free. */
class ClusterStates {
  private readonly ids = new Map<string, number>();
  private readonly states: (readonly number[])[] = [];

  constructor(members: number) {
    const beginning = new Array<number>(members).fill(INITIAL);
    this.idOf(beginning);
    this.states.push(beginning);
  }

  get count(): number {
    return this.states.length;
  }

  membersOf(id: number): readonly number[] {
    return this.states[id];
  }

  idOf(states: readonly number[]): number {
    const key = states.join(' ');
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.states.length;
      this.ids.set(key, id);
      this.states.push(states.slice());
    }
    return id;
  }
}
