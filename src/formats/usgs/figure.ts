/** What a cell of figures says. Only `amount`, `trace` and `bound` say how much. */
export type Figure =
  | { readonly is: 'amount'; readonly value: number }
  /** Above (or below) a value; how much is not said. */
  | { readonly is: 'bound'; readonly side: 'above' | 'below'; readonly value: number }
  /** More than none and less than half of a unit. */
  | { readonly is: 'trace' }
  /** Withheld to protect a firm; not available; a dash, which stands for zero; nothing written. */
  | { readonly is: 'withheld' | 'unavailable' | 'dash' | 'blank' }
  /** More goes out than comes in. */
  | { readonly is: 'net-exporter' }
  | { readonly is: 'footnote' | 'unreadable' };

/** A cell as read, and what hung on the figure. */
export interface FigureCell {
  readonly figure: Figure;
  /** Marks of an estimate, a revision or a footnote that were taken off. */
  readonly marks: string;
  readonly thousands: boolean;
}

const WORDS: Readonly<Record<string, Figure>> = {
  '': { is: 'blank' },
  W: { is: 'withheld' },
  NA: { is: 'unavailable' },
  'N/A': { is: 'unavailable' },
  E: { is: 'net-exporter' },
  '-': { is: 'dash' },
  '–': { is: 'dash' },
  '—': { is: 'dash' },
  XX: { is: 'unavailable' },
};

const TRACE = /^(?:<\s*(?:½|1\/2)(?: unit)?|less than (?:½|1\/2|0\.5) unit)$/i;
const SUPERSCRIPTS = /[⁰¹²³⁴-⁹ᵉʳ]/g;
/** A number with thousands marked by commas or spaces, or not at all. */
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(\.\d+)?$/;

/** Reads a cell of figures as USGS writes them. */
export function readFigure(text: string): FigureCell {
  const word = WORDS[text] ?? (TRACE.test(text) ? ({ is: 'trace' } as const) : undefined);
  if (word) return { figure: word, marks: '', thousands: false };
  if (/^\(\d{1,2}\)$/.test(text)) return { figure: { is: 'footnote' }, marks: '', thousands: false };
  const [, before, sign, body, after] = text
    .replace(SUPERSCRIPTS, '')
    .match(/^([er]?)\s*([<>]?)\s*(.*?)\s*([er]?)$/i)!;
  const marks = (text.match(SUPERSCRIPTS) ?? []).join('') + before + after;
  const match = body.match(NUMBER);
  if (!match) return { figure: { is: 'unreadable' }, marks: '', thousands: false };
  const value = Number(match[1].replace(/[, ]/g, '') + (match[2] ?? ''));
  const figure: Figure =
    sign === '' ? { is: 'amount', value } : { is: 'bound', side: sign === '>' ? 'above' : 'below', value };
  return { figure, marks, thousands: /[, ]/.test(match[1]) };
}
