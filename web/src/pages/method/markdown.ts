/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

/** A block of a document. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

const ITEM = /^(\s*)([-*]|\d+\.)\s+(.*)$/;
const RULE = /^\|?[\s:|-]+\|[\s:|-]*$/;

/** The part of Markdown that the documentation is written in: headings, paragraphs, lists, tables, code, links. */
export function parseMarkdown(source: string): Block[] {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.trim() === '') i += 1;
    else if (line.startsWith('```')) {
      const end = lines.findIndex((one, j) => j > i && one.startsWith('```'));
      const until = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(i + 1, until).join('\n') });
      i = until + 1;
    } else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1].length, text: parseInline(heading[2]) });
      i += 1;
    } else if (line.includes('|') && RULE.test(lines[i + 1] ?? '')) {
      const until = endOf(lines, i + 2, (one) => one.includes('|'));
      const [head, ...rows] = [line, ...lines.slice(i + 2, until)].map((one) =>
        cellsOf(one).map(parseInline),
      );
      blocks.push({ kind: 'table', head, rows });
      i = until;
    } else if (ITEM.test(line)) {
      const until = endOf(lines, i, (one) => ITEM.test(one) || /^\s+\S/.test(one));
      blocks.push(listOf(lines.slice(i, until)));
      i = until;
    } else {
      const until = endOf(
        lines,
        i + 1,
        (one) => one.trim() !== '' && !/^(#|```)/.test(one) && !ITEM.test(one),
      );
      blocks.push({ kind: 'paragraph', text: parseInline(lines.slice(i, until).join(' ')) });
      i = until;
    }
  }
  return blocks;
}

function endOf(lines: readonly string[], from: number, goesOn: (line: string) => boolean): number {
  let i = from;
  while (i < lines.length && goesOn(lines[i])) i += 1;
  return i;
}

function listOf(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item) items.push(item[3]);
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return { kind: 'list', ordered: /^\s*\d/.test(lines[0]), items: items.map(parseInline) };
}

/** Cells of a row; a bar in code or after a backslash parts nothing. */
function cellsOf(line: string): string[] {
  const cells = [''];
  let code = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '`') code = !code;
    if (line[i] === '\\' && line[i + 1] === '|') {
      cells[cells.length - 1] += '|';
      i += 1;
    } else if (line[i] === '|' && !code) cells.push('');
    else cells[cells.length - 1] += line[i];
  }
  const trimmed = cells.map((cell) => cell.trim());
  if (trimmed[0] === '') trimmed.shift();
  if (trimmed.at(-1) === '') trimmed.pop();
  return trimmed;
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|\*([^*\s][^*]*)\*/g;

function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    const [, code, strong, name, to, soft] = match;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (to !== undefined) found.push({ kind: 'link', text: name.replaceAll('`', ''), to });
    else found.push({ kind: 'strong', text: strong ?? soft });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
}
