import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerImport } from '../../src/cli/import.ts';
import { ImportReport } from '../../src/contract/import-report.ts';

const OLD = join(import.meta.dirname, '../fixtures/eto-2022');

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'muster-eto-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(out, { recursive: true });
});

/** What `muster import …` prints on stdout. */
async function printed(...words: string[]): Promise<string> {
  const texts: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => texts.push(String(text)) > 0);
  const program = new Command('muster').exitOverride().configureOutput({ writeErr: () => {} });
  registerImport(program);
  await program.parseAsync(['import', ...words], { from: 'user' });
  return texts.join('');
}

it('prints one JSON object', async () => {
  const report = ImportReport.parse(JSON.parse(await printed('eto', OLD, '--out', out, '--json')));
  expect(Object.keys(report)[0]).toBe('schema');
  expect(report.counts.links).toBe(11);
});

it('prints what was imported and found', async () => {
  const text = await printed('eto', OLD, '--out', out, '--home', 'JPN');
  expect(text).toContain('11 links, 8 requirements, 9 providers, 15 rows of supply.');
  expect(text).toContain('heuristic NON_IC_TYPE: 1');
});

it('refuses what it does not know', async () => {
  await expect(printed('etx', OLD, '--out', out)).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
  await expect(printed('eto', OLD, '--out', out, '--home', 'China')).rejects.toMatchObject({
    code: 'BAD_HOME',
  });
  await expect(printed('eto', OLD)).rejects.toMatchObject({ code: 'commander.missingMandatoryOptionValue' });
});
