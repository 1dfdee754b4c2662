import { describe, expect, it, test } from 'vitest';
import { breaches, importCycles } from './support/rooms.ts';
import { sourceFile, sourceFiles } from './support/source-files.ts';

const files = sourceFiles();

test('rooms import only what the table of edges allows, and the cores are pure', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(breaches(files)).toEqual([]);
});

test('every import of ours names a file that exists', () => {
  const known = new Set(files.map(({ path }) => path));
  const missing = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ ours, target }) => ours && !known.has(target))
      .map(({ target }) => `${path}: ${target}`),
  );
  expect(missing).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(importCycles(files)).toEqual([]);
});

describe('the test of the rooms catches', () => {
  const cases: readonly [name: string, path: string, text: string, breach: string | null][] = [
    [
      'a core that looks ahead',
      'chain/x.ts',
      "import { a } from '../programme/a.ts';",
      'may not import programme/a.ts',
    ],
    ['the same as a type', 'chain/x.ts', "import type { A } from '../programme/a.ts';", 'may not import'],
    ['an edge in a core', 'kernel/x.ts', "import { b } from '../contract/b.ts';", 'may not import contract'],
    ['values where types may', 'chain/x.ts', "import { b } from '../contract/b.ts';", 'more than types'],
    [
      'a value beside a type',
      'chain/x.ts',
      "import { type A, b } from '../contract/b.ts';",
      'more than types',
    ],
    ['a value passed on', 'portfolio/x.ts', "export * from '../contract/b.ts';", 'more than types'],
    ['types where types may', 'chain/x.ts', "import type { A } from '../contract/b.ts';", null],
    ['a type named in place', 'kernel/x.ts', "let a: import('../app/a.ts').A;", 'may not import app/a.ts'],
    ['a dynamic import', 'figures/x.ts', "await import('../app/a.ts');", 'may not import app/a.ts'],
    ['a computed import', 'kernel/x.ts', 'await import(name);', 'may not import the package (computed)'],
    ['who imports the command line', 'app/x.ts', "import '../cli/main.ts';", 'may not import cli/main.ts'],
    ['a way out of src', 'cli/x.ts', "import '../../test/a.ts';", 'leaves src'],
    ['a package in a core', 'kernel/x.ts', "import { z } from 'zod';", 'may not import the package zod'],
    ['Node in a core', 'evidence/x.ts', "import 'node:fs';", 'may not import the package node:fs'],
    ['a room without a row', 'attic/x.ts', '', 'not in the table'],
    ['chance', 'structure/x.ts', 'const x = Math.random();', 'uses Math.random'],
    ['a clock', 'structure/x.ts', 'const x = Date.now();', 'uses Date.now'],
    ['the time of day', 'structure/x.ts', 'const x = new Date();', 'uses new Date()'],
    ['a day that is given', 'structure/x.ts', "const x = new Date('2026-01-01');", null],
    ['a console', 'structure/x.ts', "console.log('x');", 'uses console'],
    ['the process', 'portfolio/x.ts', 'const x = process.env;', 'uses process'],
    ['a timer', 'portfolio/x.ts', 'setTimeout(() => {}, 1);', 'uses setTimeout'],
    ['a property or a name of one’s own', 'portfolio/x.ts', 'const { process } = a; b.fetch(process);', null],
    ['an edge that is free to look', 'cli/x.ts', 'console.log(Date.now());', null],
  ];
  it.each(cases)('%s', (_, path, text, breach) => {
    const found = breaches([sourceFile(path, text)]);
    if (breach === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(breach)]);
  });

  it('a circle', () => {
    const circle = [
      sourceFile('kernel/a.ts', "import './b.ts';"),
      sourceFile('kernel/b.ts', "import type { C } from './c.ts';"),
      sourceFile('kernel/c.ts', "export { a } from './a.ts';"),
    ];
    expect(importCycles(circle)).toEqual(['kernel/a.ts → kernel/b.ts → kernel/c.ts → kernel/a.ts']);
    expect(importCycles(circle.slice(1))).toEqual([]);
  });
});

/** Longest file that fits a reader's head; longer ones are split. */
const LINES_MAX = 400;

describe('tidy', () => {
  it(`no file is longer than ${LINES_MAX} lines`, () => {
    const lengths = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .sort((a, b) => b.lines - a.lines);
    const longest = lengths.slice(0, 5).map(({ path, lines }) => `${path} ${lines}`);
    expect(lengths[0]!.lines, `longest: ${longest.join(', ')}`).toBeLessThanOrEqual(LINES_MAX);
  });

  it('nothing is left to do, and the compiler is not told to look away', () => {
    const unfinished = /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/;
    const found = files.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, i) => (unfinished.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
