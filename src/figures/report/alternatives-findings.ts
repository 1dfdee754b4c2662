import type { Alternative, Alternatives } from '../../contract/alternatives.ts';
import type { Lang } from '../figure.ts';
import { type FigureContext, formatList, formatMoney, formatShare, joinClauses, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import { differingList } from './frontier-findings.ts';

/** The words and units in which alternatives are written. */
export function alternativesContext(report: Alternatives, lang: Lang): FigureContext {
  const { programme: name, programmeNameZh: nameZh, currency, priceYear, seed } = report;
  return { lang, programme: nameOf({ name, nameZh }, lang), currency, priceYear, seed };
}

/** How many other plans there are, whether that is all, and what all of them have in common. */
export function alternativesFindings(report: Alternatives, context: FigureContext): string[] {
  const { asked, best, alternatives, tried, near, exhausted } = report;
  const { lang } = context;
  const say = words(lang).alternatives;
  const found = alternatives.length;
  return [
    say.best(formatMoney(best.value, context), formatMoney(best.bound, context), best.funded.length),
    say.found(found, formatShare(asked.within, lang), formatShare(asked.apart, lang)),
    ...(found < asked.count
      ? [say.fewer(asked.count, tried, near), exhausted ? say.exhausted : say.notExhausted]
      : []),
    ...(found > 0 ? inCommon(report, context) : []),
  ];
}

function inCommon({ best, alternatives }: Alternatives, context: FigureContext): string[] {
  const say = words(context.lang).alternatives;
  const sets = alternatives.map(({ funded }) => new Set(funded.map(({ project }) => project)));
  const always = best.funded.filter(({ project }) => sets.every((set) => set.has(project)));
  const any = new Set([best, ...alternatives].flatMap(({ funded }) => funded.map(({ project }) => project)));
  const names = always.map((one) => say.project(nameOf(one, context.lang), one.teamName));
  return [
    say.sometimes(always.length, any.size),
    ...(names.length > 0 ? [say.always(formatList(names, context.lang))] : []),
  ];
}

/** What an alternative starts that the best plan does not, and the other way round. */
export function alternativeDiffers({ dropped, added }: Alternative, context: FigureContext): string {
  const { lang } = context;
  const say = words(lang).alternatives;
  return joinClauses(
    [
      dropped.length > 0 ? say.drops(differingList(dropped, context)) : '',
      added.length > 0 ? say.adds(differingList(added, context)) : '',
    ],
    lang,
  );
}
