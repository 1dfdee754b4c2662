import type { Plan } from '../contract/plan.ts';
import type { Lang } from './figure.ts';
import { formatMonth } from './text.ts';

/** Short name of period `t` (from 1): month and year of its start. */
export const periodName = (plan: Plan, t: number, lang: Lang): string =>
  plan.periods[t - 1] === undefined ? '–' : formatMonth(plan.periods[t - 1].start, lang);

/** Month and year in which period `t` ends; past the horizon, its end. */
export const periodEndName = (plan: Plan, t: number, lang: Lang): string => {
  const period = plan.periods[Math.min(t, plan.periods.length) - 1];
  return period === undefined ? '–' : formatMonth(period.end, lang);
};

/** Compact name of a period for narrow columns and axes: `2027 H1`, `2027 Q3`, `2027`, `2027-04`. */
export function periodCode(plan: Plan, t: number): string {
  const { start, end } = plan.periods[t - 1];
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  const months = (Number(end.slice(0, 4)) - Number(year)) * 12 + Number(end.slice(5, 7)) - month + 1;
  if (months === 12 && month === 1) return year;
  if (months === 6 && (month === 1 || month === 7)) return `${year} H${month === 1 ? 1 : 2}`;
  if (months === 3 && month % 3 === 1) return `${year} Q${(month + 2) / 3}`;
  return start.slice(0, 7);
}

/** How many periods begin before a year has passed. */
export const periodsInFirstYear = (plan: Plan): number => {
  const first = plan.periods[0]?.start;
  if (first === undefined) return 0;
  const limit = `${Number(first.slice(0, 4)) + 1}${first.slice(4)}`;
  return plan.periods.filter((period) => period.start < limit).length;
};
