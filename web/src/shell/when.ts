import { useMemo } from 'react';
import { useLang } from './lang.tsx';

const LOCALES = { en: 'en-GB', zh: 'zh-CN' } as const;

/** Moments and counts in the language of the reader, in the time zone of the browser. */
export function useWhen() {
  const { lang } = useLang();
  return useMemo(() => {
    const locale = LOCALES[lang];
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const number = new Intl.NumberFormat(locale);
    return {
      moment: (at: string) => moment.format(new Date(at)),
      day: (at: string) => day.format(new Date(at)),
      count: (n: number) => number.format(n),
    };
  }, [lang]);
}
