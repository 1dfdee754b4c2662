import type { Area } from './areas.ts';

export type FlowKind = 'import' | 'export' | 're-import' | 're-export';

/** One flow of goods in one year, as one side reports it. */
export interface Flow {
  readonly file: string;
  readonly line: number;
  /** Code of the classification, such as 811292. */
  readonly code: string;
  readonly year: number;
  readonly kind: FlowKind;
  readonly reporter: Area;
  readonly partner: Area;
  /** Net weight in kg; null where none is given. */
  readonly kg: number | null;
  readonly kgEstimated: boolean;
  /** Value in US dollars; null where none is given. */
  readonly usd: number | null;
}

/** Flows as read, and what the files say about their codes. */
export interface TradeData {
  readonly format: 'comtrade' | 'baci';
  /** Names of the files, without their paths. */
  readonly source: string;
  readonly layout: string;
  readonly flows: readonly Flow[];
  /** What a code holds, in the words of the file, by code. */
  readonly descriptions: ReadonlyMap<string, string>;
  /** Editions of the classification, each with the years in which it was used. */
  readonly editions: ReadonlyMap<string, ReadonlySet<number>>;
  /** Both sides are in the data, so that one can be held against the other. */
  readonly mirrored: boolean;
}

/** Reads a number that is not negative; null where there is none, undefined where it is no number. */
export function amountOf(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || /^(NA|NaN|null)$/i.test(trimmed)) return null;
  return /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}

/** Notes that an edition was used in a year. */
export function noteEdition(editions: Map<string, Set<number>>, edition: string, year: number): void {
  editions.set(edition, (editions.get(edition) ?? new Set()).add(year));
}

/** Keeps flows each once: a second row of one flow is said and left out. */
export class FlowSet {
  readonly #flows = new Map<string, Flow>();

  /** The flow that was there before, if any. */
  add(flow: Flow): Flow | undefined {
    const key = `${flow.code} ${flow.year} ${flow.kind} ${flow.reporter.id} ${flow.partner.id}`;
    const before = this.#flows.get(key);
    if (!before) this.#flows.set(key, flow);
    return before;
  }

  get size(): number {
    return this.#flows.size;
  }

  all(): Flow[] {
    return [...this.#flows.values()];
  }
}
