import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readFaultTree } from '../../src/formats/open-psa/read.ts';
import type { FaultTree } from '../../src/structure/fault-tree.ts';
import { FaultTreeAnalysis } from '../../src/structure/fault-tree-analysis.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

interface Expected {
  readonly probability: number;
  readonly minimalCutSets: string | null;
  readonly byOrder: Record<string, string> | null;
}

const file = fixturePath('fault-trees', 'expected.json');
const expected: Record<string, Expected> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

/** Trees that are hard for everyone: they may end at a limit. */
const HARD = ['das9701', 'nus9601'];
const NAMES = Object.keys(expected).filter((name) => !HARD.includes(name));

const treeOf = (name: string): Promise<FaultTree> => {
  const plain = fixturePath('fault-trees', `${name}.xml`);
  return readFaultTree(existsSync(plain) ? plain : `${plain}.gz`, { top: null });
};

eachFixture('Aralia fault trees are exact', 'fault-trees', NAMES, async (name) => {
  const { probability, minimalCutSets, byOrder } = expected[name];
  const analysis = new FaultTreeAnalysis(await treeOf(name));
  expect(Math.abs(analysis.probability()! / probability - 1)).toBeLessThan(2e-5);
  if (minimalCutSets === null) {
    expect(analysis.coherent).toBe(false);
    return;
  }
  expect(String(analysis.count())).toBe(minimalCutSets);
  const counts = analysis.countByOrder()!.flatMap((n, order) => (n > 0n ? [[String(order), String(n)]] : []));
  expect(Object.fromEntries(counts)).toEqual(byOrder);
});

eachFixture('Aralia fault trees rank their cut sets', 'fault-trees', ['edf9204', 'das9209'], async (name) => {
  const tree = await treeOf(name);
  const analysis = new FaultTreeAnalysis(tree);
  const top = analysis.probability()!;
  const sets = analysis.mostProbable(100)!;
  expect(sets).toHaveLength(100);
  sets.forEach(({ members, probability }, i) => {
    const product = members.reduce((chance, event) => chance * tree.events[event].probability!, 1);
    expect(Math.abs(probability! / product - 1)).toBeLessThan(1e-9);
    expect(probability!).toBeLessThanOrEqual(top);
    if (i > 0) expect(probability!).toBeLessThanOrEqual(sets[i - 1].probability! * (1 + 1e-9));
  });
  for (const measure of analysis.importance()!) {
    expect(measure.riskAchievementWorth).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(measure.riskReductionWorth).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(measure.fussellVesely).toBeGreaterThanOrEqual(-1e-9);
  }
});
