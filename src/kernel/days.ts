/** Days since 1970-01-01 of a calendar day written `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The calendar day, `YYYY-MM-DD`, of a day number. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A count of days as a whole number; null for one that is never reached. */
export function wholeDay(day: number): number | null {
  return Number.isFinite(day) ? Math.round(day) : null;
}

const MONTHS = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 } as const;

/** Length of a period, ISO 8601. */
export type PeriodLength = keyof typeof MONTHS;

/** Years of one period. */
export function periodYears(length: PeriodLength): number {
  return MONTHS[length] / 12;
}

/**
 * Day numbers on which the periods start, and the end of the last: `count + 1` entries. Each is the same day of
 * its month, or the last one of a month that is shorter.
 */
export function periodStarts(periods: {
  readonly start: string;
  readonly length: PeriodLength;
  readonly count: number;
}): number[] {
  const [year, month, day] = periods.start.split('-').map(Number);
  return Array.from({ length: periods.count + 1 }, (_, i) => {
    const index = month - 1 + i * MONTHS[periods.length];
    const daysInMonth = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    return Math.round(Date.UTC(year, index, Math.min(day, daysInMonth)) / 86_400_000);
  });
}

/** The day after the last period. */
export function horizonEnd(periods: Parameters<typeof periodStarts>[0]): string {
  return dayText(periodStarts(periods)[periods.count]);
}
