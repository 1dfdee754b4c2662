import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { importCycles } from '../support/rooms.ts';
import { type SourceFile, sourceFile } from '../support/source-files.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Packages that the web application is made of. */
const PACKAGES =
  /^(react(\/.*)?|react-dom\/client|@mantine\/(core|hooks|notifications)(\/.*\.css)?|@tanstack\/react-(router|query|table|virtual)|@xyflow\/react(\/.*\.css)?|echarts(\/.*)?)$/;

/** Whole pages, and layouts, are made on the server. */
const SERVER_ONLY = /^src\/figures\/(layout|report\/(page|render-report))\.ts$/;

/** The one rule of the cores that the editor needs as it is: how rows are called in edits. */
const SHARED = new Set(['src/programme/row-identity.ts']);

const files = readdirSync(join(ROOT, 'web/src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `web/src/${path.split(sep).join('/')}`)
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((path) => sourceFile(path, readFileSync(join(ROOT, path), 'utf8')));

function breaches({ path, imports }: SourceFile): string[] {
  return imports.flatMap(({ target, ours, typeOnly, line }) => {
    const at = `${path}:${line}`;
    if (!ours) return PACKAGES.test(target) ? [] : [`${at} may not import the package ${target}`];
    if (target.startsWith('web/src/') || /^schemas\/[\w-]+\.schema\.json$/.test(target)) return [];
    if (target.startsWith('src/figures/') && !SERVER_ONLY.test(target)) return [];
    if (SHARED.has(target)) return [];
    if (/^src\/(contract|programme)\//.test(target)) {
      return typeOnly ? [] : [`${at} imports more than types from ${target}`];
    }
    return [`${at} may not import ${target}`];
  });
}

test('the web application knows figures, and of the contract its types only', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(breaches)).toEqual([]);
});

test('every import names a file that exists', () => {
  const missing = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ ours, target }) => ours && !existsSync(join(ROOT, target)))
      .map(({ target }) => `${path}: ${target}`),
  );
  expect(missing).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(importCycles(files)).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > 400).map(({ path }) => path);
  expect(long).toEqual([]);
});

describe('the test of the rooms catches', () => {
  it.each([
    ['values of the contract', "import { Plan } from '../../../src/contract/plan.ts';", 'more than types'],
    ['the server', "import type { A } from '../../../src/server/app.ts';", 'may not import src/server'],
    ['the pages of reports', "import { r } from '../../../src/figures/report/page.ts';", 'may not import'],
    ['Node', "import 'node:fs';", 'the package node:fs'],
  ])('%s', (_, text, breach) => {
    expect(breaches(sourceFile('web/src/pages/x.ts', text))).toEqual([expect.stringContaining(breach)]);
  });
});
