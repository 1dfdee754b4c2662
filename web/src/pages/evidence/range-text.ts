import { type FigureContext, formatMoney, formatNumber } from '../../../../src/figures/text.ts';

interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** `low – central – high` in the unit of the figure; money in a readable step of it. */
export function rangeText({ low, central, high }: Range, unit: string, context: FigureContext): string {
  const money = unit === context.currency;
  const text = (value: number): string =>
    money ? formatMoney(value, context, high) : formatNumber(value, context.lang);
  return (
    [low, central, high].map(text).join(' – ') + (money || unit === '1' || unit === '' ? '' : ` ${unit}`)
  );
}
