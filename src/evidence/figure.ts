/** How a figure came about; `none` where nobody said. */
export type FigureMark = 'read' | 'computed' | 'judgement' | 'none';

/** A sourced figure: low ≤ central ≤ high, how it came about and the row of evidence behind it. */
export interface SourcedFigure {
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly mark: FigureMark;
  readonly evidence?: string;
  /** Standard deviation of the central values of its experts, where it is pooled from judgements. */
  readonly disagreement?: number;
}

/** A figure as the programme folder writes it: a number, or a range with its own evidence. */
export type WrittenFigure =
  | number
  | { readonly low: number; readonly central: number; readonly high: number; readonly evidence?: string };

/** The evidence of a written figure: its own, else that of whatever it is a part of. */
export function sourcedFigure(
  written: WrittenFigure,
  inherited: string | undefined,
  markOf: (evidence: string) => FigureMark,
): SourcedFigure {
  const range =
    typeof written === 'number' ? { low: written, central: written, high: written } : { ...written };
  const evidence = (typeof written === 'number' ? undefined : written.evidence) ?? inherited;
  const { low, central, high } = range;
  return evidence === undefined
    ? { low, central, high, mark: 'none' }
    : { low, central, high, mark: markOf(evidence), evidence };
}

/** The central value of a written figure. */
export function centralOf(figure: WrittenFigure): number {
  return typeof figure === 'number' ? figure : figure.central;
}
