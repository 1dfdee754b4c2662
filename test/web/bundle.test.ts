import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const BUILT = join(import.meta.dirname, '../../dist/web');
const MANIFEST = join(BUILT, '.vite/manifest.json');

/** Bytes of script, gzip, that the first page may cost. */
const BUDGET_BYTES = 250 * 1024;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const manifest = (): Record<string, Chunk> => JSON.parse(readFileSync(MANIFEST, 'utf8'));

/** Files of script that come with a chunk: its own and those it imports at once. */
function filesOf(chunks: Record<string, Chunk>, names: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const { file, imports = [] } = chunks[name]!;
    if (files.has(file)) return;
    files.add(file);
    imports.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

const bytesOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);

/** The application is built by `npm run build`; without it there is nothing to weigh. */
const built = test.skipIf(!existsSync(MANIFEST));

built.each(['sign-in', 'programmes', 'overview'])(
  'the first page costs no more script than its budget: %s',
  (page) => {
    const chunks = manifest();
    const files = filesOf(chunks, ['index.html', `src/pages/${page}/page.tsx`]);
    expect(bytesOf(files)).toBeLessThanOrEqual(BUDGET_BYTES);
  },
);

built('every page is a chunk of its own, and Chinese comes when it is wanted', () => {
  const chunks = manifest();
  const first = filesOf(chunks, ['index.html']);
  const pages = Object.keys(chunks).filter((name) => name.startsWith('src/pages/'));
  expect(pages.length).toBeGreaterThan(15);
  for (const page of pages) expect(first).not.toContain(chunks[page]!.file);
  const text = [...first].map((file) => readFileSync(join(BUILT, file), 'utf8')).join('');
  expect(text).not.toContain('键盘快捷键');
  expect(text).not.toContain('echarts');
});
