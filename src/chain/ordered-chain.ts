import { MusterError } from '../kernel/errors.ts';
import type { Chain, Link } from './chain.ts';
import { type GroupArrays, groupArrays } from './group-arrays.ts';

/** How requirements are read in a pass over the links. */
export interface Pass {
  /** How a gate that nobody has stated is read. */
  readonly unknownGates: 'all' | 'any';
  /** What a link keeps whose requirements ask for nothing: the most there is. */
  readonly most: number;
  /** What is kept when only `share` of what a link does depends on one that keeps `value`. */
  through(value: number, share: number): number;
}

/**
 * A chain laid out in arrays, for passes from the bottom up: links are numbered in the order of the chain, and `order`
 * lists each behind all that it needs. A pass meets every requirement once and does not recurse, so a chain may be as
 * deep as it has links.
 */
export class OrderedChain {
  readonly links: readonly Link[];
  /** Numbers of the links, each behind all that it needs. */
  readonly order: Int32Array;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly groups: GroupArrays;
  /** By group, while a link is looked at: what the group keeps, and the member that decides it (−1: none). */
  private readonly keeps: Float64Array;
  private readonly deciding: Int32Array;

  private constructor(chain: Chain) {
    this.links = [...chain.links.values()];
    this.numbers = new Map(this.links.map((link, number) => [link.id, number]));
    this.groups = groupArrays(this.links, (id) => this.numberOf(id));
    this.order = bottomUp(this.links, this.groups);
    const { length } = this.groups.needed;
    this.keeps = new Float64Array(length);
    this.deciding = new Int32Array(length);
  }

  /** The layout of a chain, made once. Throws CYCLE where links need each other, UNKNOWN_LINK where one is missing. */
  static of(chain: Chain): OrderedChain {
    let ordered = remembered.get(chain);
    if (!ordered) {
      ordered = new OrderedChain(chain);
      remembered.set(chain, ordered);
    }
    return ordered;
  }

  numberOf(id: string): number {
    const number = this.numbers.get(id);
    if (number === undefined) throw new MusterError('UNKNOWN_LINK', `link ${id} is needed but not defined`);
    return number;
  }

  /** What its requirements leave of a link, where the links they name keep `values`: all of its groups must hold. */
  kept(number: number, values: Float64Array, pass: Pass): number {
    const { groupFrom } = this.groups;
    const end = groupFrom[number + 1];
    for (let group = groupFrom[number]; group < end; group++) this.settle(group, values, pass);
    return end > groupFrom[number] ? this.keeps[end - 1] : pass.most;
  }

  /** The needed link that decides what `kept` has just said of a link; −1: none, or none of them matters. */
  decider(number: number): number {
    const { groupFrom, parts } = this.groups;
    const end = groupFrom[number + 1];
    const member = end > groupFrom[number] ? this.deciding[end - 1] : -1;
    return member < 0 ? -1 : parts[member];
  }

  /** A group keeps the k-th best of its parts: the least of `all`, the best of `any`. Groups inside it are settled. */
  private settle(group: number, values: Float64Array, pass: Pass): void {
    const { partFrom, needed } = this.groups;
    const from = partFrom[group];
    const to = partFrom[group + 1];
    const stated = needed[group];
    const k = stated > 0 ? stated : pass.unknownGates === 'any' ? 1 : to - from;
    const at = k > to - from ? -1 : this.kthBest(k, from, to, values, pass);
    this.keeps[group] = at < 0 ? pass.most : this.part(at, values, pass);
    this.deciding[group] = at < 0 ? -1 : this.memberOf(at);
  }

  /** Of equals the first is taken as the better one. */
  private kthBest(k: number, from: number, to: number, values: Float64Array, pass: Pass): number {
    if (from === to) return -1;
    if (k > 1 && k < to - from) {
      const parts = Array.from({ length: to - from }, (_, i) => from + i);
      const keeps = parts.map((part) => this.part(part, values, pass));
      parts.sort((a, b) => descending(keeps[a - from], keeps[b - from]));
      return parts[k - 1];
    }
    let best = from;
    let value = this.part(from, values, pass);
    for (let part = from + 1; part < to; part++) {
      const other = this.part(part, values, pass);
      if (k === 1 && to - from > 1 ? other <= value : other > value) continue;
      best = part;
      value = other;
    }
    return best;
  }

  private part(part: number, values: Float64Array, pass: Pass): number {
    const { parts, shares } = this.groups;
    const what = parts[part];
    return what < 0 ? this.keeps[-1 - what] : pass.through(values[what], shares[part]);
  }

  private memberOf(part: number): number {
    const what = this.groups.parts[part];
    return what < 0 ? this.deciding[-1 - what] : part;
  }
}

const remembered = new WeakMap<Chain, OrderedChain>();

function descending(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** Links in the order in which a walk in depth leaves them. */
function bottomUp(links: readonly Link[], { groupFrom, partFrom, parts }: GroupArrays): Int32Array {
  const order = new Int32Array(links.length);
  const next = new Int32Array(links.length).fill(-1);
  const left = new Uint8Array(links.length);
  const path: number[] = [];
  let count = 0;
  for (let root = 0; root < links.length; root++) {
    if (next[root] < 0) enter(root);
    while (path.length > 0) {
      const link = path[path.length - 1];
      const part = next[link]++;
      if (part === partFrom[groupFrom[link + 1]]) {
        path.pop();
        left[link] = 1;
        order[count++] = link;
      } else if (parts[part] >= 0) enter(parts[part]);
    }
  }
  return order;

  function enter(link: number): void {
    if (left[link] === 1) return;
    if (next[link] >= 0) throw new MusterError('CYCLE', `link ${links[link].id} needs itself`);
    next[link] = partFrom[groupFrom[link]];
    path.push(link);
  }
}
