import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withPatched } from '../../test/support/folders.ts';
import { CheckReport } from '../contract/check.ts';
import { registerCheck } from './check.ts';
import { run } from './run.ts';

const VALID = join(import.meta.dirname, '../../test/fixtures/folders/valid');

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs the command line in this process and gives its exit code. */
async function muster(...args: string[]): Promise<number> {
  process.exitCode = undefined;
  const program = new Command('muster').exitOverride();
  registerCheck(program);
  await run(() => program.parseAsync(args, { from: 'user' }));
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return code;
}

describe('muster check', () => {
  it('says in one line that a folder is sound', async () => {
    expect(await muster('check', VALID)).toBe(0);
    expect(out).toBe(`${VALID}: 0 errors, 0 warnings; it can be used.\n`);
  });

  it('groups defects by file, each with its hint, and exits with 2', async () => {
    const patches = [
      { file: 'chain/supply.csv', replace: 'oven,NEA', by: 'oven,NAE' },
      { file: 'scenarios.yaml', replace: 'weight: 0.7', by: 'weight: 0.8' },
    ];
    await withPatched(patches, async (folder) => {
      expect(await muster('check', folder)).toBe(2);
      expect(out).toBe(
        [
          'chain/supply.csv:6  UNKNOWN_PROVIDER  provider "NAE" does not exist',
          '    Add it to chain/providers.csv.',
          '',
          'scenarios.yaml:2  SCENARIO_WEIGHTS (warning)  weights sum to 1.1',
          '    Let them sum to 1.',
          '',
          `${folder}: 1 error, 1 warning; it cannot be used yet.`,
          '',
        ].join('\n'),
      );
    });
  });

  it('says which checks were left out because a file could not be read', async () => {
    const patch = { file: 'funds.yaml', replace: 'type: fiscal', by: 'type: fiscally' };
    await withPatched([patch], (folder) => muster('check', folder));
    expect(out).toContain('\nChecks that need funds.yaml were left out.\n');
  });

  it('exits with 0 where there are only warnings', async () => {
    const patch = { file: 'scenarios.yaml', replace: 'weight: 0.7', by: 'weight: 0.8' };
    expect(await withPatched([patch], (folder) => muster('check', folder))).toBe(0);
  });

  it('prints one JSON object with --json', async () => {
    const patch = { file: 'chain/supply.csv', replace: 'oven,NEA', by: 'oven,NAE' };
    expect(await withPatched([patch], (folder) => muster('check', folder, '--json'))).toBe(2);
    const report = CheckReport.strict().parse(JSON.parse(out));
    expect(Object.keys(JSON.parse(out))[0]).toBe('schema');
    expect(report).toMatchObject({ errors: 1, warnings: 0 });
    expect(report.defects[0]).toMatchObject({ file: 'chain/supply.csv', line: 6, code: 'UNKNOWN_PROVIDER' });
  });

  it('refuses what is not a folder, and a wrong command line, with 2', async () => {
    expect(await muster('check', join(VALID, 'muster.yaml'))).toBe(2);
    expect(err).toContain('NOT_A_FOLDER');
    expect(await muster('check', join(VALID, 'nowhere'))).toBe(2);
    expect(err).toContain('FOLDER_NOT_FOUND');
    expect(await muster('check')).toBe(2);
    expect(await muster('check', VALID, '--jsonn')).toBe(2);
    expect(await muster('check', '--help')).toBe(0);
    expect(out).toContain('Usage: muster check');
  });
});

describe('run', () => {
  it('calls anything unforeseen a bug, and exits with 1', async () => {
    await run(() => Promise.reject(new TypeError('x is not a function')));
    expect(process.exitCode).toBe(1);
    expect(err).toContain('This is a bug of Muster');
  });
});
