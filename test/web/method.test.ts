import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseFactors } from '../../web/src/analysis/run-options.ts';
import { type Block, type Inline, parseMarkdown } from '../../web/src/pages/method/markdown.ts';

const DOCS = join(import.meta.dirname, '../../docs');

test('the parts of Markdown that the documentation uses', () => {
  const source =
    '# Title\n\nA `code` and\n**strong** [page](time.md).\n\n- one\n  more\n- two\n\n| a | b |\n|---|---|\n| 1 | `x|y` |\n\n```\nraw | text\n```\n';
  expect(parseMarkdown(source)).toEqual<Block[]>([
    { kind: 'heading', level: 1, text: [{ kind: 'text', text: 'Title' }] },
    {
      kind: 'paragraph',
      text: [
        { kind: 'text', text: 'A ' },
        { kind: 'code', text: 'code' },
        { kind: 'text', text: ' and ' },
        { kind: 'strong', text: 'strong' },
        { kind: 'text', text: ' ' },
        { kind: 'link', text: 'page', to: 'time.md' },
        { kind: 'text', text: '.' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'one more' }], [{ kind: 'text', text: 'two' }]],
    },
    {
      kind: 'table',
      head: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
      rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'code', text: 'x|y' }]]],
    },
    { kind: 'code', text: 'raw | text' },
  ]);
});

const textOf = (pieces: readonly Inline[]): string => pieces.map(({ text }) => text).join('');

test.each([
  ...readdirSync(join(DOCS, 'explanation')).map((file) => `explanation/${file}`),
  ...['model', 'folder', 'json-output', 'defects'].map((file) => `reference/${file}.md`),
])('%s is read whole: no sign of Markdown is left in its text, every row has its cells', (file) => {
  const blocks = parseMarkdown(readFileSync(join(DOCS, file), 'utf8'));
  expect(blocks[0].kind).toBe('heading');
  for (const block of blocks) {
    if (block.kind === 'paragraph') expect(textOf(block.text)).not.toMatch(/^\||\]\(|\*\*/);
    if (block.kind !== 'table') continue;
    for (const row of block.rows) expect(row.length, JSON.stringify(row)).toBe(block.head.length);
  }
});

test('multiples of money as they are typed', () => {
  expect(parseFactors('0.5, 1 2，2')).toEqual([0.5, 1, 2]);
  for (const bad of ['', '0', '1 x', '-1', '1001']) expect(parseFactors(bad)).toBeNull();
});
