import { useQuery } from '@tanstack/react-query';
import { useLang } from '../../shell/lang.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useUrl } from '../../shell/url-state.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { analysisWords } from '../../words/analysis.ts';
import { methodWords } from '../../words/method.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { Document } from './document.tsx';
import css from './method.module.css';
import { methodsOf } from './methods.ts';
import { DOCUMENTS, pageOf, titleOf } from './pages.ts';

/** How each figure is made, and the pages of the documentation that give formulae and files. */
export default function Page() {
  const shell = useWords(shellWords);
  const common = useWords(analysisWords);
  const say = useWords(methodWords);
  const [{ page }, change] = useUrl();
  const open = page && DOCUMENTS.has(page) ? page : null;
  const item = (id: string | null, title: string) => (
    <li key={id ?? ''}>
      <button type="button" aria-current={id === open} onClick={() => change({ page: id ?? undefined })}>
        {title}
      </button>
    </li>
  );
  const of = (folder: string): string[] => [...DOCUMENTS.keys()].filter((id) => id.startsWith(folder)).sort();
  return (
    <>
      <PageHead title={shell.pages.method} lead={common.pages.method} />
      <div className={css.split}>
        <nav aria-label={say.pages}>
          <ul className={css.list}>{item(null, say.figures)}</ul>
          <p className={css.group}>{say.explanation}</p>
          <ul className={css.list}>{of('explanation/').map((id) => item(id, titleOf(id)))}</ul>
          <p className={css.group}>{say.reference}</p>
          <ul className={css.list}>{of('reference/').map((id) => item(id, titleOf(id)))}</ul>
        </nav>
        {open === null ? <Methods /> : <Shown key={open} id={open} />}
      </div>
    </>
  );
}

function Methods() {
  const say = useWords(methodWords);
  const { lang } = useLang();
  return (
    <dl className={css.methods}>
      {Object.entries(methodsOf(lang)).map(([id, text]) => (
        <div key={id}>
          <dt>{say.titles[id as keyof typeof say.titles]}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Shown({ id }: { id: string }) {
  const say = useWords(methodWords);
  const { lang } = useLang();
  const [, change] = useUrl();
  const { data, error } = useQuery({
    queryKey: ['document', id],
    queryFn: DOCUMENTS.get(id)!,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <div>
      {lang !== 'en' && <p>{say.english}</p>}
      <Document
        source={data}
        onPage={(link) => {
          const page = pageOf(id, link);
          return page === null ? null : () => change({ page });
        }}
      />
    </div>
  );
}
