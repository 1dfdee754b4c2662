import type { Lang } from '../figure.ts';
import { formatDays } from '../text.ts';
import { words } from '../words/index.ts';

/** A day from the start of a scenario in words: at once, after so many days, never. */
export const when = (day: number | null, lang: Lang): string =>
  words(lang).explain.when(day, formatDays(day, lang));
