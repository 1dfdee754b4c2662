/** What stands for something else in a cell: spaces that do not break, invisible marks, a character lost on the way. */
const ODD = /[\u00a0\u2000-\u200d\u202f\u2060\ufeff\ufffd]/g;

/** A cell with plain single spaces and nothing invisible, and whether that changed more than its ends. */
export function plainCell(cell: string): { text: string; odd: boolean } {
  const plain = cell.replace(ODD, (mark) => (/[\u00a0\u2000-\u200a\u202f]/.test(mark) ? ' ' : ''));
  return { text: plain.replace(/\s+/g, ' ').trim(), odd: plain !== cell };
}

/** An id of the programme from words: lower case, dashes between them, at most 60 characters. */
export function slug(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
