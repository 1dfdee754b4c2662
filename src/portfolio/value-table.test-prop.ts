import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ValueTable } from './value-table.ts';

it('a table of values keeps what a map keeps', () => {
  const key = fc.oneof(fc.nat(40), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.double({ noNaN: true })), { maxLength: 2000 }), (entries) => {
      const table = new ValueTable();
      for (const [k, v] of entries) table.set(k, v);
      const map = new Map(entries);
      expect(table.size).toBe(map.size);
      for (const [k, v] of map) expect(table.get(k)).toBe(v);
      for (let k = 0; k < 40; k++) if (!map.has(k)) expect(table.get(k)).toBeNaN();
    }),
  );
});
