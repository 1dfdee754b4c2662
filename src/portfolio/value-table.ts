const FIRST_SLOTS = 1 << 8;
const FREE = -1;

/**
 * Values by packed joint state, in typed arrays: open addressing with linear probing, at most seven slots in ten
 * used. Keys are whole numbers from 0 to 2⁵³ − 1; 23 to 46 bytes an entry.
 */
export class ValueTable {
  size = 0;
  private keys = new Float64Array(FIRST_SLOTS).fill(FREE);
  private values = new Float64Array(FIRST_SLOTS);

  /** NaN where nothing is known. */
  get(key: number): number {
    const slot = this.slotOf(key);
    return this.keys[slot] === key ? this.values[slot] : Number.NaN;
  }

  set(key: number, value: number): void {
    let slot = this.slotOf(key);
    if (this.keys[slot] !== key) {
      if (this.size >= 0.7 * this.keys.length) {
        this.grow();
        slot = this.slotOf(key);
      }
      this.keys[slot] = key;
      this.size++;
    }
    this.values[slot] = value;
  }

  /** Where the key is, or the free slot where it belongs. */
  private slotOf(key: number): number {
    const { keys } = this;
    const mask = keys.length - 1;
    let h = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4294967296) | 0, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    let slot = (h ^ (h >>> 13)) & mask;
    while (keys[slot] !== key && keys[slot] !== FREE) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Float64Array(2 * keys.length).fill(FREE);
    this.values = new Float64Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === FREE) continue;
      const slot = this.slotOf(keys[i]);
      this.keys[slot] = keys[i];
      this.values[slot] = values[i];
    }
  }
}
