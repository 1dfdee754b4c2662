import { use } from 'react';
import { useLang } from '../shell/lang.tsx';

/** Words of one subject: English at hand, Chinese fetched when it is wanted. */
export interface Subject<Words> {
  readonly en: Words;
  readonly zh: () => Promise<Words>;
}

/** Joins the two languages of a subject; the Chinese module has its words as default export. */
export function subject<Words>(en: Words, load: () => Promise<{ default: Words }>): Subject<Words> {
  let zh: Promise<Words> | undefined;
  return {
    en,
    zh: () => {
      zh ??= load().then((module) => module.default);
      return zh;
    },
  };
}

/** The words of a subject in the language of the reader; suspends while Chinese is on its way. */
export function useWords<Words>(subject: Subject<Words>): Words {
  return useLang().lang === 'en' ? subject.en : use(subject.zh());
}
