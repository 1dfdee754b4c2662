import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Alternatives } from '../src/contract/alternatives.ts';
import { Frontier } from '../src/contract/frontier.ts';
import { writeFolder } from '../src/formats/programme-folder/write.ts';
import { threeTools } from './decisions/three-tools.ts';
import { twinTools } from './decisions/twin-tools.ts';
import { requireBuild, runMuster } from './support/run-muster.ts';

let work: string;
beforeAll(async () => {
  requireBuild();
  work = await mkdtemp(join(tmpdir(), 'muster-frontier-'));
  await writeFolder(threeTools(30), join(work, 'tools'));
  await writeFolder(twinTools(), join(work, 'twins'));
  const committed = { commitments: [{ lockIn: 'make-large/lab', reason: 'promised' }] };
  await writeFolder(threeTools(20, committed), join(work, 'promised'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const muster = (...args: string[]) => runMuster(work, ...args);

test('muster frontier prints what its schema says, and says where it is', async () => {
  const { code, stdout, stderr } = await muster(
    'frontier',
    'tools',
    '--from',
    '0.5',
    '--steps',
    '4',
    '--json',
  );
  expect(code).toBe(0);
  expect(stderr).toContain('0.5 × the money: done');
  expect(stderr).toContain('money that chokepoint would need');
  const report = JSON.parse(stdout) as Record<string, unknown>;
  expect(Object.keys(report)[0]).toBe('schema');
  expect(Frontier.parse(report)).toEqual(report);
  expect(Frontier.parse(report).points.map(({ factor, value }) => [factor, Math.round(value)])).toEqual([
    [0.5, 21],
    [1, 50],
    [1.5, 71],
    [2, 91],
  ]);
});

test('it tells in words what changes, and writes it into a folder', async () => {
  const { code, stdout } = await muster('frontier', 'tools', '--to', '1', '--steps', '4', '--out', 'out');
  expect(code).toBe(0);
  expect(stdout).toContain('From 0.75× to 1× of the money: drops make-first by lab (100');
  expect(stdout).toMatch(/Greedy by value per cost is worth 41.* it would need 1\.6[78] times the\s+money/);
  expect(stdout).toContain('does as well as the plan');
  expect((await readdir(join(work, 'out'))).sort()).toEqual([
    'budgets.csv',
    'frontier.html',
    'frontier.json',
    'frontier.zh.html',
    'funded.csv',
    'rankings.csv',
    'steps.csv',
  ]);
  const html = await readFile(join(work, 'out/frontier.zh.html'), 'utf8');
  expect(html).toContain('需要 1.67 倍的资金');
  expect(html).toContain('<polyline');
  expect(await readFile(join(work, 'out/steps.csv'), 'utf8')).toContain('0.75,1,dropped,make-first/lab');
});

test('budgets that make no sense, and commitments that cannot be met, are refused', async () => {
  for (const args of [
    ['--from', '0'],
    ['--steps', '1.5'],
    ['--from', '2', '--to', '1'],
  ]) {
    const { code, stdout } = await muster('frontier', 'tools', ...args);
    expect([args, code, stdout]).toEqual([args, 2, '']);
  }
  const { code, stdout } = await muster('frontier', 'promised', '--json');
  expect([code, JSON.parse(stdout).schema]).toEqual([3, 'muster/infeasible@1']);
});

test('muster alternatives prints what its schema says, or tells it in words', async () => {
  const { code, stdout, stderr } = await muster('alternatives', 'twins', '--json');
  expect(code).toBe(0);
  expect(stderr).toMatch(/\d+ other plans tried, \d of them nearly as good/);
  const report = JSON.parse(stdout) as Record<string, unknown>;
  expect(Object.keys(report)[0]).toBe('schema');
  expect(Alternatives.parse(report)).toEqual(report);
  expect(Alternatives.parse(report).alternatives).toHaveLength(3);
  const told = await muster('alternatives', 'twins', '--within', '0.0032');
  expect(told.code).toBe(0);
  expect(told.stdout).toContain('1 other plan loses at most 0.3');
  expect(told.stdout).toContain('That is fewer than the 20 asked for');
  expect(told.stdout).toMatch(/Plan 1: without first by lab \(100.* with first-dear by lab/s);
  const wrong = await muster('alternatives', 'twins', '--apart', '0');
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
});
