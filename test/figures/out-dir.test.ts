import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeOutputs } from '../../src/cli/out-dir.ts';
import { Plan } from '../../src/contract/plan.ts';
import { input, plan } from './sample.ts';

it('writes every file of an answer and leaves nothing temporary behind', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'muster-out-'));
  await writeFile(join(dir, 'plan.json'), 'an older answer');
  const names = await writeOutputs(dir, input);
  expect((await readdir(dir)).sort()).toEqual([...names].sort());
  expect(names).toContain('report.zh.html');
  expect(Plan.parse(JSON.parse(await readFile(join(dir, 'plan.json'), 'utf8')))).toEqual(plan);
});

it('leaves the former answer as it was when something fails', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'muster-out-'));
  await writeFile(join(dir, 'plan.json'), 'an older answer');
  const broken = { ...input, plan: { ...plan, funded: null as never } };
  await expect(writeOutputs(dir, broken)).rejects.toThrow();
  expect(await readdir(dir)).toEqual(['plan.json']);
});
