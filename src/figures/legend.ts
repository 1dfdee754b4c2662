import { element, escapeMarkup } from './markup.ts';
import { textWidth } from './text-fit.ts';
import type { Palette } from './theme.ts';

/** A sign of a drawing, drawn about the line y = 0 from x = 0 on, and what it means. */
export interface LegendItem {
  readonly sign: string;
  readonly width: number;
  readonly meaning: string;
}

const LETTERS = 11;
const ROW = 22;
/** Between a sign and its meaning, and after that. */
const GAP = 5;
const SPACE = 18;

/** Signs in rows no wider than a drawing, and the height of them all. */
export function legend(
  items: readonly LegendItem[],
  width: number,
  palette: Palette,
): { body: string; height: number } {
  let x = 0;
  let row = 0;
  const drawn = items.map(({ sign, width: signWidth, meaning }) => {
    const used = signWidth + GAP + textWidth(meaning, LETTERS);
    if (x > 0 && x + used > width) {
      x = 0;
      row += 1;
    }
    const place = { transform: `translate(${Math.round(x * 10) / 10} ${row * ROW + ROW / 2})` };
    x += used + SPACE;
    const words = { x: signWidth + GAP, y: 4, 'font-size': LETTERS, fill: palette.muted };
    return element('g', place, sign + element('text', words, escapeMarkup(meaning)));
  });
  return { body: `<g class="legend">${drawn.join('')}</g>`, height: (row + 1) * ROW };
}
