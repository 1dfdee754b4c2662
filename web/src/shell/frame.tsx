import { ActionIcon, Drawer, Menu } from '@mantine/core';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useList } from '../api/queries.ts';
import { NAV_PAGES, pagePath } from '../pages.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { type Command, useCommands, useKeyboard } from './commands.ts';
import css from './frame.module.css';
import { Icon } from './icons.tsx';
import { Mark } from './mark.tsx';
import { Navigation } from './navigation.tsx';
import { OldVersionNote } from './old-version-note.tsx';
import { Palette } from './palette.tsx';
import { Preferences } from './preferences.tsx';
import { ProgrammeGate, useProgrammeIfAny } from './programme.tsx';
import { ProgrammeSwitcher } from './programme-switcher.tsx';
import { RunPicker } from './run-picker.tsx';
import { SessionGate, usePerson, useSignOut } from './session.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { VersionPicker } from './version-picker.tsx';
import { Waiting } from './waiting.tsx';

/** Around pages that are open to everybody: no navigation. */
export function OpenFrame() {
  return (
    <div className={css.open}>
      <header className={css.head}>
        <Brand />
        <div className={css.spacer} />
        <Preferences />
      </header>
      <Main className={css.openMain} />
    </div>
  );
}

/** Around pages of whoever is signed in. */
export function PersonFrame() {
  return (
    <SessionGate>
      <Frame>
        <Main className={`${css.main} ${css.wide} ${css.narrow}`} />
      </Frame>
    </SessionGate>
  );
}

/** Around pages of a programme: its navigation, and which version and plan are looked at. */
export function ProgrammeFrame() {
  return (
    <SessionGate>
      <ProgrammeGate
        refused={(why) => (
          <Frame>
            <main id="main" className={`${css.main} ${css.wide}`}>
              {why}
            </main>
          </Frame>
        )}
      >
        <Frame nav={<Navigation />}>
          <Main className={css.main}>
            <OldVersionNote />
          </Main>
        </Frame>
      </ProgrammeGate>
    </SessionGate>
  );
}

function Frame({ nav, children }: { nav?: ReactNode; children: ReactNode }) {
  const say = useWords(shellWords);
  const programme = useProgrammeIfAny();
  const [open, setOpen] = useState<'palette' | 'shortcuts' | 'nav' | null>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever lies over the page goes when the page does
  useEffect(() => setOpen(null), [pathname]);
  useKeyboard();
  useShellCommands(setOpen);
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#main">
        {say.skip}
      </a>
      <header className={css.head}>
        {nav && (
          <ActionIcon className={css.burger} aria-label={say.openNavigation} onClick={() => setOpen('nav')}>
            <Icon name="menu" />
          </ActionIcon>
        )}
        <Brand />
        <span className={css.slash}>/</span>
        <ProgrammeSwitcher />
        {programme && (
          <>
            <span className={css.slash}>/</span>
            <VersionPicker />
            <RunPicker />
          </>
        )}
        <div className={css.spacer} />
        <ActionIcon
          aria-label={say.palette}
          title={say.palette}
          color="grey"
          c="dimmed"
          onClick={() => setOpen('palette')}
        >
          <Icon name="search" />
        </ActionIcon>
        <ActionIcon
          aria-label={say.shortcuts}
          title={say.shortcuts}
          color="grey"
          c="dimmed"
          className={css.wideOnly}
          onClick={() => setOpen('shortcuts')}
        >
          <Icon name="keyboard" />
        </ActionIcon>
        <Preferences />
        <PersonMenu />
      </header>
      {nav && (
        <nav className={css.nav} aria-label={say.navigation}>
          {nav}
        </nav>
      )}
      {children}
      {nav && (
        <Drawer
          opened={open === 'nav'}
          onClose={() => setOpen(null)}
          size={240}
          title={say.openNavigation}
          closeButtonProps={{ 'aria-label': say.close }}
        >
          <nav aria-label={say.navigation}>{nav}</nav>
        </Drawer>
      )}
      <Palette opened={open === 'palette'} onClose={() => setOpen(null)} />
      <Shortcuts opened={open === 'shortcuts'} onClose={() => setOpen(null)} />
    </div>
  );
}

function Brand() {
  return (
    <Link to="/" className={css.brand}>
      <Mark />
      <span className={css.wordmark}>Muster</span>
    </Link>
  );
}

/** The page itself. It takes the focus when the address changes, so the keyboard and readers of the screen follow. */
function Main({ className, children }: { className: string; children?: ReactNode }) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={className}>
      {children}
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

function PersonMenu() {
  const say = useWords(shellWords);
  const person = usePerson();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`${say.account}: ${person.name}`} color="grey" c="dimmed">
          <Icon name="person" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<Icon name="person" />}>
          {say.account}
        </Menu.Item>
        {person.owner && (
          <Menu.Item component={Link} to="/people" leftSection={<Icon name="people" />}>
            {say.people}
          </Menu.Item>
        )}
        <Menu.Item onClick={signOut} leftSection={<Icon name="signOut" />}>
          {say.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Commands that are there on every page: the pages, the programmes, the palette and the list of shortcuts. */
function useShellCommands(open: (what: 'palette' | 'shortcuts') => void): void {
  const say = useWords(shellWords);
  const programme = useProgrammeIfAny();
  const { items } = useList('GET /programmes', {});
  const navigate = useNavigate();
  const id = programme?.id;
  const pages = useMemo<Command[]>(
    () =>
      id === undefined
        ? []
        : NAV_PAGES.map((page) => ({
            id: `page-${page.id}`,
            label: say.goTo(say.pages[page.id]),
            icon: page.icon,
            also: page.id,
            ...(page.key ? { keys: `g ${page.key}` } : {}),
            run: () =>
              void navigate({
                to: pagePath(id, page),
                search: ({ version, run }: Record<string, string>) => ({ version, run }),
              } as never),
          })),
    [id, navigate, say],
  );
  const rest = useMemo<Command[]>(
    () => [
      { id: 'palette', label: say.palette, icon: 'search', keys: 'mod+K', run: () => open('palette') },
      {
        id: 'shortcuts',
        label: say.shortcutsHint,
        icon: 'keyboard',
        keys: '?',
        run: () => open('shortcuts'),
      },
      {
        id: 'programmes',
        label: say.goTo(say.allProgrammes),
        icon: 'home',
        keys: 'g h',
        run: () => void navigate({ to: '/' }),
      },
      ...items.map(
        ({ id, name }): Command => ({
          id: `programme-${id}`,
          label: name,
          icon: 'chain',
          run: () => void navigate({ to: `/p/${id}` }),
        }),
      ),
    ],
    [items, navigate, open, say],
  );
  useCommands(pages);
  useCommands(rest);
}
