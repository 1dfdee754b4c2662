import { hash3 } from './node-table.ts';

const FIRST_ENTRIES = 1 << 10;
const MOST_ENTRIES = 1 << 21;

/**
 * Remembers results of operations on up to three numbers, in typed arrays, one entry per hash. A newer result
 * may push an older one out: that costs time and never changes a result. Keys and results are integers of 32
 * bits, the first key and the result at least 0. It doubles while many results arrive, up to 32 MB.
 */
export class ComputedCache {
  private keys = new Int32Array(4 * FIRST_ENTRIES).fill(-1);
  private mask = FIRST_ENTRIES - 1;
  private stored = 0;

  /** The remembered result, or -1. */
  get(a: number, b: number, c: number): number {
    const at = (hash3(a, b, c) & this.mask) << 2;
    const keys = this.keys;
    return keys[at] === a && keys[at + 1] === b && keys[at + 2] === c ? keys[at + 3] : -1;
  }

  set(a: number, b: number, c: number, result: number): void {
    this.stored += 1;
    if (this.stored > 2 * this.mask && this.mask + 1 < MOST_ENTRIES) this.grow();
    this.put(a, b, c, result);
  }

  private put(a: number, b: number, c: number, result: number): void {
    const at = (hash3(a, b, c) & this.mask) << 2;
    this.keys[at] = a;
    this.keys[at + 1] = b;
    this.keys[at + 2] = c;
    this.keys[at + 3] = result;
  }

  private grow(): void {
    const old = this.keys;
    this.keys = new Int32Array(2 * old.length).fill(-1);
    this.mask = 2 * this.mask + 1;
    this.stored = 0;
    for (let at = 0; at < old.length; at += 4) {
      if (old[at] >= 0) this.put(old[at], old[at + 1], old[at + 2], old[at + 3]);
    }
  }
}
