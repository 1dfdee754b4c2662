import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readFaultTree } from '../../src/formats/open-psa/read.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

interface Expected {
  readonly events: number | null;
  readonly gates: number | null;
  readonly notGates: number | null;
}

const file = fixturePath('fault-trees', 'expected.json');
const expected: Record<string, Expected> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

eachFixture('Aralia fault trees are read', 'fault-trees', Object.keys(expected), async (name) => {
  const plain = fixturePath('fault-trees', `${name}.xml`);
  const tree = await readFaultTree(existsSync(plain) ? plain : `${plain}.gz`, { top: null });
  const { events, gates } = expected[name];
  expect(tree.name).toBe(name);
  if (events !== null) expect(tree.events).toHaveLength(events);
  if (gates !== null) expect(tree.gates).toHaveLength(gates);
  expect(tree.events.every(({ probability }) => probability !== null)).toBe(true);
});
