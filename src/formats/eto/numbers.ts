const SCALES: Record<string, number> = { '': 0, thousand: 3, million: 6, billion: 9, trillion: 12 };

/** A market size as written, such as `$56.2 billion (microprocessors) (2019)`. */
export interface Market {
  readonly dollars: number;
  readonly year: number | null;
  /** What the figure covers, where it says so; else blank. */
  readonly qualifier: string;
}

/** Reads a market size in US dollars; null where it is not one. */
export function parseMarket(text: string): Market | null {
  const match = text.match(/^\$\s*([\d,]+(?:\.\d+)?)\s*(thousand|million|billion|trillion)?\b\s*(.*)$/i);
  if (!match) return null;
  const digits = match[1].replaceAll(',', '');
  const notes = [...match[3].matchAll(/\(([^)]*)\)/g)].map((m) => m[1].trim());
  if (match[3].replace(/\([^)]*\)/g, '').trim() !== '') return null;
  const year = notes.find((n) => /^(19|20)\d\d$/.test(n));
  return {
    dollars: decimal(digits, SCALES[(match[2] ?? '').toLowerCase()]),
    year: year === undefined ? null : Number(year),
    qualifier: notes.filter((n) => n !== year).join('; '),
  };
}

/** Reads a share in percent, `61%` or `2.4`, as a fraction; null where it is not one from 0 to 100. */
export function parseShare(text: string): number | null {
  const match = text.match(/^(\d+(?:\.\d+)?)\s*%?$/);
  if (!match) return null;
  const share = decimal(match[1], -2);
  return share <= 1 ? share : null;
}

/** Reads a year; null where it is not one. */
export function parseYear(text: string): number | null {
  return /^(19|20)\d\d$/.test(text) ? Number(text) : null;
}

/** Digits times a power of ten, rounded once: 2.4 with −2 is 0.024, not 0.024000000000000003. */
function decimal(digits: string, exponent: number): number {
  return Number(`${digits}e${exponent}`);
}
