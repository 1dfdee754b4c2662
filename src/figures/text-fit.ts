/** Width of a text in pixels, estimated by classes of letters: no font is at hand where figures are laid out. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += letterWidth(letter);
  return ems * size;
}

function letterWidth(letter: string): number {
  if (letter.codePointAt(0)! > 0x2e7f) return 1;
  if (/[iljft.,:;'|!()\s[\]-]/.test(letter)) return 0.31;
  if (/[mwMW@%]/.test(letter)) return 0.86;
  return /[A-Z0-9&]/.test(letter) ? 0.63 : 0.55;
}

/** Cuts a text to a width, with an ellipsis where something is lost. */
export function truncate(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (textWidth(`${kept}${letter}…`, size) > width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a text into at most `lines` lines of a width; the last one is cut where it does not fit. */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const rows: string[] = [];
  let rest = text;
  while (rest !== '' && rows.length < lines - 1 && textWidth(rest, size) > width) {
    const at = breakAt(rest, width, size);
    rows.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '') rows.push(truncate(rest, width, size));
  return rows;
}

/** Where a line ends: after the last blank or dash that fits, before a wide letter, else in the middle of a word. */
function breakAt(text: string, width: number, size: number): number {
  let fits = 0;
  let good = 0;
  let used = 0;
  for (const letter of text) {
    used += letterWidth(letter) * size;
    if (used > width) break;
    fits += letter.length;
    const next = text.slice(fits, fits + 1);
    if (/[\s\-/·]/.test(letter) || /\s/.test(next) || (next !== '' && next.codePointAt(0)! > 0x2e7f))
      good = fits;
  }
  return good > 0 ? good : Math.max(fits, 1);
}
