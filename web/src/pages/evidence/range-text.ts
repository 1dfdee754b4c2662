import { type FigureContext, formatNumber, moneyUnit, moneyUnitName } from '../../../../src/figures/text.ts';

interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** `low – central – high`, then the unit once; money in the step in which its high end reads well. */
export function rangeText({ low, central, high }: Range, unit: string, context: FigureContext): string {
  const step = unit === context.currency ? moneyUnit(high, context.lang) : null;
  const name = step ? moneyUnitName(step, context) : unit === '1' ? '' : unit;
  const numbers = [low, central, high].map((value) =>
    formatNumber(value / (step?.factor ?? 1), context.lang),
  );
  return `${numbers.join(' – ')} ${name}`.trim();
}
