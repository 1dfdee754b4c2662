/** Width of a text in pixels, estimated by classes of letters: no font is at hand where figures are laid out. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += letterWidth(letter);
  return ems * size;
}

function letterWidth(letter: string): number {
  if (letter.codePointAt(0)! > 0x2e7f) return 1;
  if (/[iljft.,:;'|!()\s[\]-]/.test(letter)) return 0.36;
  if (/[mwMW@%]/.test(letter)) return 0.92;
  return /[A-Z0-9&]/.test(letter) ? 0.67 : 0.59;
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

/** Breaks a text into at most as many lines as there are widths; the last one is cut where it does not fit. */
export function wrap(text: string, widths: readonly number[], size: number): string[] {
  const rows: string[] = [];
  let rest = text;
  while (rest !== '' && rows.length < widths.length - 1 && textWidth(rest, size) > widths[rows.length]) {
    const at = breakAt(rest, widths[rows.length], size);
    rows.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '') rows.push(truncate(rest, widths[rows.length], size));
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
