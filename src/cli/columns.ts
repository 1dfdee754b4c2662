/** Widest a column may be before its text is cut, the last one excepted. */
const WIDEST = 44;

/** A table in aligned columns for a terminal; wide characters count double. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) =>
    row.map((cell, i) => (i < row.length - 1 ? shortened(cell) : cell)),
  );
  const widths = head.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i < row.length - 1 ? cell + ' '.repeat(widths[i] - width(cell)) : cell))
      .join('  ')
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
}

function shortened(text: string): string {
  return width(text) <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`;
}

function width(text: string): number {
  return [...text].reduce((sum, c) => sum + (c.codePointAt(0)! >= 0x2e80 ? 2 : 1), 0);
}
