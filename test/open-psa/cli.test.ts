import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CutSetsReport } from '../../src/contract/cutsets.ts';
import { FaultTreeExport } from '../../src/contract/export.ts';
import { ImportReport } from '../../src/contract/import-report.ts';
import { Random } from '../../src/kernel/random.ts';
import { MUSTER, requireBuild, runMuster } from '../support/run-muster.ts';

/** The top happens when the pump fails, or both valves do. */
const PLANT = `<?xml version="1.0"?>
<opsa-mef>
  <define-fault-tree name="cooling">
    <define-gate name="top"><or><basic-event name="pump"/><gate name="valves"/></or></define-gate>
    <define-gate name="valves"><and><basic-event name="v1"/><basic-event name="v2"/></and></define-gate>
  </define-fault-tree>
  <model-data>
    <define-basic-event name="pump"><float value="0.01"/></define-basic-event>
    <define-basic-event name="v1"><float value="0.2"/></define-basic-event>
    <define-basic-event name="v2"><float value="0.5"/></define-basic-event>
  </model-data>
</opsa-mef>
`;

let work: string;
const muster = (...args: string[]) => runMuster(work, ...args);

beforeAll(async () => {
  requireBuild();
  work = await mkdtemp(join(tmpdir(), 'muster-psa-'));
  await writeFile(join(work, 'plant.xml'), PLANT);
  await writeFile(join(work, 'packed.xml.gz'), gzipSync(PLANT));
  await writeFile(join(work, 'hard.xml'), hardTree());
  await writeFile(join(work, 'broken.xml'), PLANT.replace('"v1"/>', '"v3"/>').replace('0.5', '1.5'));
});
afterAll(() => rm(work, { recursive: true }));

/** A tree without modules whose diagrams outgrow any limit: 700 random triples of 120 events. */
function hardTree(): string {
  const random = new Random(1);
  const event = (): string => `<basic-event name="e${random.integer(120)}"/>`;
  const triples = Array.from({ length: 700 }, () => `<and>${event()}${event()}${event()}</and>`);
  return `<opsa-mef><define-fault-tree name="hard"><define-gate name="top"><or>${triples.join('')}</or></define-gate></define-fault-tree></opsa-mef>`;
}

describe('muster cutsets', () => {
  test('prints what its schema says, for a file packed or not', async () => {
    for (const file of ['plant.xml', 'packed.xml.gz']) {
      const { code, stdout, stderr } = await muster('cutsets', file, '--json', '--importance');
      expect([code, stderr]).toEqual([0, '']);
      const report = CutSetsReport.parse(JSON.parse(stdout));
      expect(JSON.parse(stdout)).toEqual(report);
      expect(Object.keys(report)[0]).toBe('schema');
      // 1 − 0.99 × (1 − 0.2 × 0.5) = 0.109
      expect(report).toMatchObject({
        tree: 'cooling',
        top: 'top',
        events: 3,
        gates: 2,
        coherent: true,
        minimalCutSets: '2',
        byOrder: { '1': '1', '2': '1' },
        probability: expect.closeTo(0.109, 12),
        setsBy: 'probability',
        notes: [],
      });
      expect(report.sets).toEqual([
        { members: ['v1', 'v2'], order: 2, probability: expect.closeTo(0.1, 12) },
        { members: ['pump'], order: 1, probability: 0.01 },
      ]);
      // The valves: 0.099 of 0.109 is gone without either; the pump: 0.109 − 0.1.
      const measures = report.importance!.map(({ event, fussellVesely, birnbaum }) => [
        event,
        fussellVesely,
        birnbaum,
      ]);
      expect(measures).toEqual([
        ['v1', expect.closeTo(0.099 / 0.109, 9), expect.closeTo(0.495, 9)],
        ['v2', expect.closeTo(0.099 / 0.109, 9), expect.closeTo(0.198, 9)],
        ['pump', expect.closeTo(0.009 / 0.109, 9), expect.closeTo(0.9, 9)],
      ]);
    }
  });

  test('takes its options', async () => {
    const { stdout } = await muster('cutsets', 'plant.xml', '--json', '--by', 'order', '--limit', '1');
    expect(CutSetsReport.parse(JSON.parse(stdout))).toMatchObject({
      setsBy: 'order',
      sets: [{ members: ['pump'] }],
      importance: null,
    });
    const part = await muster('cutsets', 'plant.xml', '--json', '--top', 'valves');
    expect(CutSetsReport.parse(JSON.parse(part.stdout))).toMatchObject({
      top: 'valves',
      events: 2,
      gates: 1,
    });
  });

  test('says what it cannot say', async () => {
    const odd = PLANT.replace('<and><basic-event name="v1"/>', '<xor><basic-event name="v1"/>')
      .replace('</and>', '</xor>')
      .replace('<float value="0.01"/>', '');
    await writeFile(join(work, 'odd.xml'), odd);
    const { code, stdout: text } = await muster('cutsets', 'odd.xml', '--json');
    expect(code).toBe(0);
    const report = CutSetsReport.parse(JSON.parse(text));
    expect(report).toMatchObject({ coherent: false, minimalCutSets: null, byOrder: null, probability: null });
    expect(report.notes.join(' ')).toMatch(/not coherent.*No chance is stated of pump:/);
  });

  test('speaks in words without --json', async () => {
    const { code, stdout, stderr } = await muster('cutsets', 'plant.xml', '--importance');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('cooling: 3 basic events, 2 gates, top top');
    expect(stdout).toContain('Chance of the top: 0.109 (exact)');
    expect(stdout).toMatch(/^order {2}sets\n1 {6}1\n2 {6}1$/m);
    expect(stdout).toMatch(/^0\.1 +2 +v1 v2\n0\.01 +1 +pump$/m);
    expect(stdout).toMatch(/^v1 +0\.2 +0\.9083/m);
  });

  test('refuses bad input with every defect, and bad options', async () => {
    const { code, stdout, stderr } = await muster('cutsets', 'broken.xml', '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('broken.xml:5  UNKNOWN_EVENT');
    expect(stderr).toContain('broken.xml:10  PROBABILITY');
    for (const args of [
      ['none.xml'],
      ['plant.xml', '--top', 'pump'],
      ['plant.xml', '--limit', '-1'],
      ['plant.xml', '--by', 'name'],
      ['plant.xml', '--time-limit', '0'],
    ]) {
      const ran = await muster('cutsets', ...args);
      expect([args, ran.code, ran.stdout]).toEqual([args, 2, '']);
      expect(ran.stderr).not.toContain('bug');
    }
  });

  test('stops at its limits with exit 4', async () => {
    for (const limit of [
      ['--max-nodes', '1000'],
      ['--time-limit', '1'],
    ]) {
      const { code, stdout, stderr } = await muster('cutsets', 'hard.xml', '--json', ...limit);
      expect([limit, code, stdout]).toEqual([limit, 4, '']);
      expect(stderr).toMatch(limit[0] === '--time-limit' ? 'TIME_LIMIT' : 'STRUCTURE_TOO_LARGE');
    }
  });

  test('shows progress and ends on an interrupt', async () => {
    const child = spawn(process.execPath, [MUSTER, 'cutsets', 'hard.xml'], { cwd: work });
    let progress = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      progress += text;
      child.kill('SIGINT');
    });
    const signal = await new Promise((resolve) => {
      child.on('close', (_, signal) => resolve(signal));
    });
    expect(signal).toBe('SIGINT');
    expect(progress).toMatch(/ s {2}[\d,]+ nodes in this diagram/);
  });
});

describe('muster import and export open-psa', () => {
  test('go there and back', async () => {
    const imported = await muster('import', 'open-psa', 'plant.xml', '--out', 'plant', '--json');
    expect([imported.code, imported.stderr]).toEqual([0, '']);
    const report = ImportReport.parse(JSON.parse(imported.stdout));
    expect(report).toMatchObject({ format: 'open-psa', counts: { links: 5, requirements: 4 } });
    expect((await muster('check', 'plant')).stdout).toContain('0 errors, 0 warnings');
    expect((await muster('assess', 'plant')).code).toBe(0);

    const args = ['export', 'open-psa', 'plant', '--acts-on', 'provider', '--out', 'back.xml'];
    const exported = await muster(...args, '--json');
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    expect(FaultTreeExport.parse(JSON.parse(exported.stdout))).toMatchObject({ events: 3, gates: 2 });
    expect((await muster(...args)).stdout).toContain('muster cutsets back.xml');
    const { stdout } = await muster('cutsets', 'back.xml', '--json');
    const { sets, notes } = CutSetsReport.parse(JSON.parse(stdout));
    expect(sets.map(({ members }) => [...members].sort())).toEqual([['lost-pump'], ['lost-v1', 'lost-v2']]);
    expect(notes[0]).toContain('No chance is stated');
  });

  test('refuse what does not fit', async () => {
    for (const args of [
      ['import', 'open-psa', 'broken.xml', '--out', 'never'],
      ['import', 'open-psa', 'plant.xml', 'plant.xml', '--out', 'never'],
      ['import', 'open-psa', 'plant.xml', '--codes', '1234', '--out', 'never'],
      ['import', 'eto', '.', '--top', 'top', '--out', 'never'],
      ['export', 'open-psa', 'nowhere', '--out', 'x.xml'],
      ['export', 'open-psa', 'plant', '--product', 'pump', '--out', 'x.xml'],
      ['export', 'open-psa', 'plant', '--acts-on', 'provider', '--out', 'no/such/folder.xml'],
      ['export', 'word', 'plant', '--out', 'x.xml'],
    ]) {
      const { code, stdout, stderr } = await muster(...args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).not.toContain('bug');
    }
  });
});

test('muster bench cutsets runs the trees of a folder, and says so where no peer is there', async () => {
  await mkdir(join(work, 'trees'));
  for (const file of ['plant.xml', 'packed.xml.gz', 'broken.xml']) {
    await copyFile(join(work, file), join(work, 'trees', file));
  }
  const { code, stdout } = await muster('bench', 'cutsets', 'trees');
  expect(code).toBe(0);
  expect(stdout).toMatch(/cores, Node v/);
  expect(stdout).toMatch(/^peer: /m);
  expect(stdout).toMatch(/^plant +3 +2 +2 +0\.109000/m);
  expect(stdout).toMatch(/^packed +3 +2 +2 +0\.109000/m);
  expect(stdout).toMatch(/^broken +– +– +INVALID_FAULT_TREE/m);
  expect(await readFile(join(work, 'plant.xml'), 'utf8')).toBe(PLANT);
  const none = await muster('bench', 'cutsets');
  expect([none.code, none.stdout]).toEqual([2, '']);
});
