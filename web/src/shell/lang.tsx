import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Lang } from '../../../src/figures/figure.ts';
import { stored } from './stored.ts';

interface Language {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
}

const LanguageContext = createContext<Language | null>(null);

const kept = stored<Lang>('muster.lang', (value) => value === 'en' || value === 'zh');

/** What the reader chose before; else what the browser prefers. */
const firstLang = (): Lang => kept.read() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

/** Language of the interface: kept in the browser, told to the document. */
export function LangProvider({ children }: { children: ReactNode }) {
  const [lang, choose] = useState(firstLang);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  const value = useMemo<Language>(
    () => ({
      lang,
      setLang: (next) => {
        kept.write(next);
        startTransition(() => choose(next));
      },
    }),
    [lang],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLang(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLang outside LangProvider');
  return language;
}
