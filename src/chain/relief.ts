/** What an attained goal takes off the need for a link. */
export interface Relief {
  /** The function "the goal is attained" of the diagram. */
  readonly attained: number;
  /** Fraction of the need that falls away, above 0. */
  readonly level: number;
  /** Links that can do so; null: all that need it. */
  readonly users: ReadonlySet<string> | null;
  /** The link that must then serve in its place; null: nothing has to. */
  readonly substitute: string | null;
}

/** The gates with which reliefs are combined, and the function of a link at a level. */
interface Parts {
  constant(value: boolean): number;
  all(parts: readonly number[]): number;
  any(parts: readonly number[]): number;
  works(link: string, level: number): number;
}

/**
 * "A user has of a link what it needs at a level", where reliefs may take some of the need away: with what is attained
 * the link must serve only the rest, and each substitute what it takes over, its level or all that is then left. Need
 * that falls away without a substitute goes first.
 */
export function served(link: string, level: number, reliefs: readonly Relief[], parts: Parts): number {
  const inOrder = [...reliefs].sort((a, b) => Number(a.substitute !== null) - Number(b.substitute !== null));
  const rest = (from: number, left: number): number => {
    if (left <= 0) return parts.constant(true);
    const relief = inOrder[from];
    if (!relief) return parts.works(link, left);
    const { attained, substitute } = relief;
    const taken = Math.min(relief.level, left);
    return parts.any([
      rest(from + 1, left),
      parts.all([
        attained,
        ...(substitute === null ? [] : [parts.works(substitute, taken)]),
        rest(from + 1, lowered(left, taken)),
      ]),
    ]);
  };
  return rest(0, level);
}

/** Every level at which a link may be asked to serve, where products ask for `levels`. */
export function levelsAsked(levels: readonly number[], reliefs: readonly Relief[]): number[] {
  const found = new Set(levels);
  for (const level of found) {
    for (const relief of reliefs) {
      const taken = Math.min(relief.level, level);
      for (const next of [taken, lowered(level, taken)]) if (next > 0) found.add(next);
    }
  }
  return [...found];
}

/** The difference without the noise of floating point, so that equal levels are found equal. */
function lowered(level: number, by: number): number {
  return Math.round((level - by) * 1e9) / 1e9;
}
