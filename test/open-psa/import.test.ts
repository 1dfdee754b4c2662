import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/app/assess.ts';
import { checkFolder, openProgramme } from '../../src/app/check-folder.ts';
import { exportFaultTree } from '../../src/app/export-open-psa.ts';
import { importProgramme } from '../../src/app/import-programme.ts';
import { ChainWorld } from '../../src/app/scenario-world.ts';
import { dependence } from '../../src/chain/dependence.ts';
import { convertFaultTree } from '../../src/formats/open-psa/convert.ts';
import { parseFaultTree } from '../../src/formats/open-psa/read.ts';
import { writeFaultTree } from '../../src/formats/open-psa/write.ts';
import { checkProgramme } from '../../src/programme/check.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { FaultTree, TreeFormula } from '../../src/structure/fault-tree.ts';
import { coherentTrees, cutSetsOf, happens, named } from './trees.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'muster-psa-'));
});
afterAll(() => rm(work, { recursive: true }));

/** Minimal sets of suppliers without whom the product stops, by the names that the events had. */
function chainCutSets(programme: Programme, reading: 'home' | 'world'): string[] {
  const world = new ChainWorld(programme);
  const [{ link }] = programme.muster.products;
  const { sets } = dependence(world.chain, world.suppliers, link, 1, {
    reading,
    actsOn: 'provider',
    unknownGates: 'all',
    shares: 'adverse',
    figures: 'adverse',
    home: programme.muster.home,
    maxOrder: 20,
    limit: 10_000,
  });
  const names = new Map(programme.providers.map(({ id, name }) => [id, name]));
  return sets.map((set) => named(set.map((id) => names.get(id)!))).sort();
}

const isConstant = (tree: FaultTree): boolean =>
  happens(tree, new Set()) || !happens(tree, new Set(tree.events.keys()));

describe('an imported fault tree', () => {
  test('is a programme without defects that has its minimal cut sets', () => {
    let listedTwice = 0;
    fc.assert(
      fc.property(coherentTrees, fc.constantFrom('home' as const, 'world' as const), (tree, reading) => {
        if (isConstant(tree)) {
          expect(() => convertFaultTree(tree, 'x.xml', ['CHN'])).toThrow(/whatever fails/);
          return;
        }
        const { programme, findings } = convertFaultTree(tree, 'x.xml', ['CHN']);
        listedTwice += findings.filter(({ code }) => code === 'LISTED_TWICE').length;
        expect(checkProgramme(programme)).toEqual([]);
        expect(chainCutSets(programme, reading)).toEqual(cutSetsOf(tree));
      }),
      { numRuns: 1500, seed: 20_260_801 },
    );
    expect(listedTwice).toBeGreaterThan(10);
  });

  test('comes back from the folder, and from an export of it, as the same function', async () => {
    const trees = fc.sample(
      coherentTrees.filter((tree) => !isConstant(tree)),
      { numRuns: 12, seed: 7 },
    );
    for (const [i, tree] of trees.entries()) {
      const file = join(work, `tree-${i}.xml`);
      const folder = join(work, `tree-${i}`);
      await writeFile(file, writeFaultTree(tree));
      const report = await importProgramme('open-psa', [file], folder, ['CHN'], { top: 'top' });
      expect(report.counts).toMatchObject({ gates: expect.any(Number), events: expect.any(Number) });
      const { defects, programme } = await checkFolder(folder);
      expect(defects).toEqual([]);
      const assessment = assess(programme!, { maxOrder: 2, gates: 'unknown', mixed: false });
      expect(assessment.products[0].works).toBe('no');
      const options = { product: null, reading: 'home', actsOn: 'provider', unknowns: 'adverse' } as const;
      const exported = exportFaultTree(await openProgramme(folder), options);
      const back = await parseFaultTree('back.xml', [exported.text], { top: null });
      const names = new Map(programme!.providers.map(({ id, name }) => [portableName(id), name]));
      const sets = cutSetsOf({
        ...back,
        events: back.events.map((e) => ({ ...e, name: names.get(e.name)! })),
      });
      expect(sets).toEqual(cutSetsOf(tree));
    }
  });

  test('tells what it left out and what it assumed', () => {
    const event = (place: number): TreeFormula => ({ kind: 'event', event: place });
    const tree: FaultTree = {
      name: 't',
      events: [
        { name: 'pump', probability: 0.1 },
        { name: 'a/b', probability: null },
        { name: 'idle', probability: 0 },
      ],
      gates: [
        {
          name: 'top',
          formula: {
            kind: 'at-least',
            k: 2,
            parts: [event(0), event(0), event(1), { kind: 'gate', gate: 1 }],
          },
        },
        { name: 'never', formula: { kind: 'and', parts: [event(2), { kind: 'constant', value: false }] } },
      ],
      top: 0,
    };
    const { programme, findings, counts } = convertFaultTree(tree, 't.xml', ['CHN']);
    expect(findings.map(({ code, subject, message }) => `${code} ${subject}: ${message}`)).toEqual([
      'PROBABILITY : 2 of 3 basic events.',
      'NO_PROBABILITY : 1 of 3 basic events.',
      'CONSTANT never: never never happens.',
      'NOT_NEEDED idle: The basic event idle makes no difference.',
      'LISTED_TWICE pump: pump.2 stands for pump once more.',
      'RENAMED a/b: a/b has the id a-b.',
    ]);
    expect(counts).toEqual({ events: 3, gates: 2, links: 4, requirements: 4, providers: 2, supplyRows: 2 });
    // Failing: two of pump, pump and a/b. Working: two of the three.
    expect(programme.requirements.filter(({ link }) => link === 'top')).toEqual(
      ['pump', 'pump.2', 'a-b'].map((needs) => ({
        link: 'top',
        group: 'needs',
        gate: 'at-least',
        k: 2,
        needs,
      })),
    );
  });
});

test('a tree with negation is refused, with its gates', async () => {
  const text = (formula: string): string =>
    `<opsa-mef><define-fault-tree name="t"><define-gate name="top"><or><gate name="odd"/><event name="c"/></or></define-gate><define-gate name="odd">${formula}</define-gate></define-fault-tree></opsa-mef>`;
  for (const operator of ['not', 'xor', 'nand', 'nor']) {
    const parts = operator === 'not' ? '<event name="a"/>' : '<event name="a"/><event name="b"/>';
    const file = join(work, `${operator}.xml`);
    await writeFile(file, text(`<${operator}>${parts}</${operator}>`));
    await expect(importProgramme('open-psa', [file], join(work, operator), ['CHN'])).rejects.toMatchObject({
      code: 'FAULT_TREE_NEGATION',
      message: expect.stringContaining('odd'),
      exitCode: 2,
    });
  }
});

/** How an export calls the loss of a provider. */
function portableName(id: string): string {
  return `lost-${id}`.replace(/[^A-Za-z0-9_-]+/g, '_');
}
