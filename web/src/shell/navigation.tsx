import { Link } from '@tanstack/react-router';
import { NAV_PAGES, type NavGroup, pagePath } from '../pages.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import css from './frame.module.css';
import { Icon } from './icons.tsx';
import { useProgramme } from './programme.tsx';

const GROUPS: readonly NavGroup[] = ['see', 'decide', 'know', 'keep'];

/** Pages of the programme. The version and the plan that are looked at go along. */
export function Navigation() {
  const say = useWords(shellWords);
  const { id } = useProgramme();
  return GROUPS.map((group) => (
    <section key={group} aria-label={say.navGroups[group]}>
      <div className={css.group} aria-hidden>
        {say.navGroups[group]}
      </div>
      {NAV_PAGES.filter((page) => page.group === group).map((page) => (
        <Link
          key={page.id}
          to={pagePath(id, page)}
          search={({ version, run }: Record<string, string>) => ({ version, run })}
          activeOptions={{ exact: true, includeSearch: false }}
          className={css.item}
        >
          <Icon name={page.icon} />
          {say.pages[page.id]}
        </Link>
      ))}
    </section>
  ));
}
