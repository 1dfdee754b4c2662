import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pagesIn } from '../../src/server/pages.ts';

let root: string;
let page: (path: string, method?: string) => Promise<Response | null>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'muster-pages-'));
  const folder = join(root, 'web');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets', 'index-abc.js'), 'let a;');
  await writeFile(join(root, 'secret.txt'), 'secret');
  await symlink(join(root, 'secret.txt'), join(folder, 'assets', 'link.txt'));
  const pages = pagesIn(folder);
  page = (path, method = 'GET') => pages(new Request(`http://localhost${path}`, { method }));
});
afterAll(() => rm(root, { recursive: true }));

it('files whose name tells their content are kept for ever, the index page is asked for each time', async () => {
  const script = await page('/assets/index-abc.js');
  expect(script!.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(script!.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  for (const path of ['/', '/p/some-id/plan', '/sign-in', '/p/x/chain.name']) {
    const index = await page(path);
    expect(await index!.text(), path).toBe('<!doctype html>');
    expect(index!.headers.get('cache-control')).toBe('no-cache');
  }
});

it('nothing outside the folder is read, and what is missing is missing', async () => {
  for (const path of [
    '/assets/index-old.js',
    '/favicon.ico',
    '/assets/link.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%00',
    '/%E0%A4%A',
  ]) {
    const reply = await page(path);
    expect(reply === null || (await reply.text()) === '<!doctype html>', path).toBe(true);
  }
  expect(await page('/', 'POST')).toBeNull();
  expect(await pagesIn(join(root, 'not-built'))(new Request('http://localhost/'))).toBeNull();
});
