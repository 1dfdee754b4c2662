import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { cutSets } from '../../src/app/cutsets.ts';
import { readFaultTree } from '../../src/formats/open-psa/read.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

/** What is published or was found by two other engines; null where nobody knows. */
interface Expected {
  readonly events: number | null;
  readonly gates: number | null;
  readonly minimalCutSets: string | null;
  readonly byOrder: Readonly<Record<string, string>> | null;
  readonly probability: number | null;
}

const file = fixturePath('fault-trees', 'expected.json');
const expected: Record<string, Expected> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

/** Read, but not analysed: unsolved or hard for every program. */
const HARD = ['das9701', 'nus9601'];

eachFixture('Aralia fault trees', 'fault-trees', Object.keys(expected), async (name) => {
  const plain = fixturePath('fault-trees', `${name}.xml`);
  const tree = await readFaultTree(existsSync(plain) ? plain : `${plain}.gz`, { top: null });
  const { events, gates, minimalCutSets, byOrder, probability } = expected[name];
  expect(tree.name).toBe(name);
  if (events !== null) expect(tree.events).toHaveLength(events);
  if (gates !== null) expect(tree.gates).toHaveLength(gates);
  expect(tree.events.every((event) => event.probability !== null)).toBe(true);
  if (HARD.includes(name) || probability === null) return;
  const report = cutSets(tree, { by: null, limit: 20, importance: false }, () => 0);
  expect(report.probability! / probability).toBeCloseTo(1, 5);
  if (minimalCutSets !== null) expect(report).toMatchObject({ coherent: true, minimalCutSets, byOrder });
  const chances = report.sets.map((set) => set.probability!);
  expect(chances).toEqual([...chances].sort((a, b) => b - a));
});
