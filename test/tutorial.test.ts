import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const TUTORIALS = readdirSync(join(ROOT, 'docs/tutorials')).map((name) => `docs/tutorials/${name}`);

/** A block of commands to run, with the exit code it must have and words that its output must hold. */
interface Step {
  readonly line: number;
  readonly commands: string;
  readonly exitCode: number;
  readonly expected: readonly string[];
}

/** Blocks of a page marked `sh run`, or `sh run exit=N`; a `text` block right after one says what it prints. */
function stepsOf(markdown: string): Step[] {
  const steps: Step[] = [];
  const block = /^```sh run(?: exit=(\d))?\n(.*?)\n```(?:\n\n```text\n(.*?)\n```)?/gms;
  for (const { index, 1: exit, 2: commands, 3: output } of markdown.matchAll(block)) {
    const line = markdown.slice(0, index).split('\n').length;
    steps.push({
      line,
      commands: commands!,
      exitCode: Number(exit ?? 0),
      expected: output?.split('\n') ?? [],
    });
  }
  return steps;
}

beforeAll(() => {
  expect(existsSync(join(ROOT, 'dist/cli/main.js')), 'run `npm run build` first').toBe(true);
});

describe.each(TUTORIALS)('%s', (tutorial) => {
  const steps = stepsOf(readFileSync(join(ROOT, tutorial), 'utf8'));
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'muster-tutorial-'));
    symlinkSync(join(ROOT, 'bin'), join(folder, 'bin'));
    cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has blocks to run', () => expect(steps.length).toBeGreaterThanOrEqual(5));

  it.each(steps)('line $line: $commands', ({ commands, exitCode, expected }) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', commands], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(status, stderr).toBe(exitCode);
    for (const words of expected) expect(stdout).toContain(words);
  });

  it('leaves JSON that can be read', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const left = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).schema);
    expect(left).toEqual(files.map((name) => `muster/${name.replace('.json', '')}@1`));
  });
});

it('links between the pages lead to files that exist', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', ...TUTORIALS];
  for (const folder of ['guides', 'explanation', 'reference', 'decisions']) {
    for (const name of readdirSync(join(ROOT, 'docs', folder))) pages.push(`docs/${folder}/${name}`);
  }
  const dead = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !existsSync(join(ROOT, page, '..', target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(dead.filter((link) => !link.includes('docs/pictures/'))).toEqual([]);
});
