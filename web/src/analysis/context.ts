import type { Content } from '../../../src/contract/api/content.ts';
import type { Lang } from '../../../src/figures/figure.ts';
import { type FigureContext, nameOf } from '../../../src/figures/text.ts';

/** The name of something in the folder, in the language of the reader. */
export const folderName = (named: { id: string; name?: string; name_zh?: string }, lang: Lang): string =>
  nameOf({ name: named.name ?? named.id, nameZh: named.name_zh ?? null }, lang);

/** The words and units in which figures of a programme are written; `seed` where something random is in them. */
export function contextOf({ parts }: Content, lang: Lang, seed: number | null = null): FigureContext {
  const { name, name_zh, currency, priceYear } = parts.muster;
  return { lang, programme: nameOf({ name, nameZh: name_zh ?? null }, lang), currency, priceYear, seed };
}
