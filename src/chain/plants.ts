/** Where a provider makes things: a jurisdiction, and the share of what it makes where that is known. */
export interface Plant {
  readonly jurisdiction: string;
  readonly share: number | null;
}

/** Reads `CHN` or `CHN:0.4`; null where it is neither. */
export function parsePlant(text: string): Plant | null {
  const match = /^([A-Z]{3})(?::(\d*\.?\d+))?$/.exec(text);
  if (!match) return null;
  const share = match[2] === undefined ? null : Number(match[2]);
  return share !== null && share > 1 ? null : { jurisdiction: match[1]!, share };
}
