/** Equal periods that follow each other: first day, ISO 8601 length, how many. */
export interface Periods {
  readonly start: string;
  readonly length: 'P1M' | 'P3M' | 'P6M' | 'P1Y';
  readonly count: number;
}

/** Months in a period. */
export const PERIOD_MONTHS = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 } as const;

/** First days of the periods, and the day after the last one: `count + 1` days, ISO 8601. */
export function periodBounds({ start, length, count }: Periods): string[] {
  return Array.from({ length: count + 1 }, (_, t) => addMonths(start, t * PERIOD_MONTHS[length]));
}

/** The same day of the month so many months later, or the last of that month where it is shorter. */
function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}-${two(Math.min(date, lastOfMonth))}`;
}
