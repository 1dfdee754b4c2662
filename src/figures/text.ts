import type { Lang } from './figure.ts';
import { words } from './words/index.ts';

/** Everything a figure needs to know beside its data. */
export interface FigureContext {
  readonly lang: Lang;
  readonly programme: string;
  /** ISO 4217; null where nothing states it. */
  readonly currency: string | null;
  readonly priceYear: number | null;
  readonly seed: number | null;
}

/** A step of money: `1 bn` is 10⁹. */
interface MoneyUnit {
  readonly factor: number;
  readonly name: string;
}

const MONEY_UNITS: Record<Lang, readonly MoneyUnit[]> = {
  en: [
    { factor: 1e12, name: 'tn' },
    { factor: 1e9, name: 'bn' },
    { factor: 1e6, name: 'm' },
    { factor: 1e3, name: 'k' },
  ],
  zh: [
    { factor: 1e12, name: '万亿' },
    { factor: 1e8, name: '亿' },
    { factor: 1e4, name: '万' },
  ],
};

/** A blank at which no line breaks: a number stays with its unit. */
const NO_BREAK = '\u00a0';

const LOCALES: Record<Lang, string> = { en: 'en-GB', zh: 'zh-CN' };

/** Digits that keep about three significant ones. */
const digitsFor = (size: number): number => (size >= 100 ? 0 : size >= 10 ? 1 : 2);

export function formatNumber(value: number, lang: Lang, digits = digitsFor(Math.abs(value))): string {
  const rounded = Number(value.toFixed(digits));
  return new Intl.NumberFormat(LOCALES[lang], {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(rounded === 0 ? 0 : rounded);
}

/** A number with exactly `digits` decimals, so that a column lines up. */
export function formatFixed(value: number, lang: Lang, digits: number): string {
  const rounded = Number(value.toFixed(digits));
  return new Intl.NumberFormat(LOCALES[lang], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(rounded === 0 ? 0 : rounded);
}

/** A share or probability as a percentage; tiny and nearly certain ones keep a decimal. */
export function formatShare(value: number, lang: Lang): string {
  const percent = value * 100;
  const edge = Math.abs(percent) < 10 || (percent > 99 && percent < 100);
  return `${formatNumber(percent, lang, edge ? 1 : 0)}${lang === 'zh' ? '%' : `${NO_BREAK}%`}`;
}

/** The unit in which `largest` reads well. */
export function moneyUnit(largest: number, lang: Lang): MoneyUnit {
  return (
    MONEY_UNITS[lang].find((unit) => Math.abs(largest) >= unit.factor * 0.9995) ?? { factor: 1, name: '' }
  );
}

/** Name of a unit of money with its currency, such as `bn CNY` or `亿元`. */
export function moneyUnitName(unit: MoneyUnit, context: FigureContext): string {
  const currency = context.currency === null ? '' : currencyName(context.currency, context.lang);
  return context.lang === 'zh' ? `${unit.name}${currency}` : [unit.name, currency].filter(Boolean).join(' ');
}

function currencyName(currency: string, lang: Lang): string {
  if (lang === 'en') return currency;
  if (currency === 'CNY') return '元';
  return new Intl.DisplayNames(LOCALES.zh, { type: 'currency' }).of(currency) ?? currency;
}

/** Money in a readable unit: `12.3 bn CNY`, `123 亿元`; in the unit of `beside` where it stands beside that. */
export function formatMoney(value: number, context: FigureContext, beside = value): string {
  const unit = moneyUnit(beside, context.lang);
  const text = `${formatNumber(value / unit.factor, context.lang)} ${moneyUnitName(unit, context)}`.trim();
  return text.replaceAll(' ', NO_BREAK);
}

/** A count of days, or never. */
export function formatDays(days: number | null, lang: Lang): string {
  const { never, days: unit } = words(lang).labels;
  return days === null ? never : unit(Math.round(days), formatNumber(Math.round(days), lang));
}

/** A calendar day in words. */
export const formatDate = (iso: string, lang: Lang): string =>
  formatUtc(iso, lang, { day: 'numeric', month: lang === 'zh' ? 'long' : 'short', year: 'numeric' });

/** Month and year of a day. */
export const formatMonth = (iso: string, lang: Lang): string =>
  formatUtc(iso, lang, { month: lang === 'zh' ? 'long' : 'short', year: 'numeric' });

function formatUtc(iso: string, lang: Lang, parts: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(LOCALES[lang], { ...parts, timeZone: 'UTC' }).format(time);
}

/** `a, b and c`. */
export const formatList = (items: readonly string[], lang: Lang): string =>
  new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' }).format(items);

/** Joins sentences or clauses the way the language does. */
export const joinClauses = (clauses: readonly string[], lang: Lang): string =>
  clauses.filter(Boolean).join(lang === 'zh' ? '；' : '; ');

/** A remark in brackets after a text. */
export const withRemark = (text: string, remark: string, lang: Lang): string =>
  lang === 'zh' ? `${text}（${remark}）` : `${text} (${remark})`;

/** The name to show: the Chinese one in Chinese where there is one. */
export const nameOf = (named: { name: string; nameZh: string | null }, lang: Lang): string =>
  lang === 'zh' ? (named.nameZh ?? named.name) : named.name;

/** Looks a fixed word up; an unknown key shows as itself. */
export const label = (dictionary: object, key: string): string =>
  (dictionary as Record<string, string>)[key] ?? key;

/** Price year, source and seed: the end of every subtitle. */
export function provenance(context: FigureContext, parts: { money: boolean; seed: boolean }): string {
  const say = words(context.lang).figures.provenance;
  return joinClauses(
    [
      parts.money && context.priceYear !== null ? say.prices(context.priceYear) : '',
      say.source(context.programme),
      parts.seed && context.seed !== null ? say.seed(context.seed) : '',
    ],
    context.lang,
  );
}
