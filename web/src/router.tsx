import type { QueryClient } from '@tanstack/react-query';
import {
  type AnyRoute,
  type AsyncRouteComponent,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { query } from './api/queries.ts';
import { PAGES, type Page } from './pages.ts';
import { BrokenPage } from './shell/broken-page.tsx';
import { OpenFrame, PersonFrame, ProgrammeFrame } from './shell/frame.tsx';
import { MissingPage } from './shell/missing-page.tsx';
import { useProgrammeIfAny } from './shell/programme.tsx';
import { parseSearch, printSearch, type Search } from './shell/url-state.ts';
import { Waiting } from './shell/waiting.tsx';
import { shellWords } from './words/shell.ts';
import { useWords } from './words/subject.ts';

/** The router over the table of pages: every page its own file, fetched when it is opened or pointed at. */
export function makeRouter(client: QueryClient) {
  const root = createRootRoute({
    component: Outlet,
    notFoundComponent: MissingPage,
    validateSearch: (search: Record<string, unknown>) => search as Search,
  });
  const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenFrame });
  const person = createRoute({ getParentRoute: () => root, id: 'person', component: PersonFrame });
  const programme = createRoute({
    getParentRoute: () => root,
    path: '/p/$programme',
    component: ProgrammeFrame,
    loader: ({ params }) => {
      void client.prefetchQuery(
        query('GET /programmes/{programme}', { params: { programme: params.programme } }),
      );
    },
  });
  const parents = { open, person, owner: person, programme };
  const below = (scope: Page['scope']): AnyRoute[] =>
    PAGES.filter((page) => page.scope === scope).map((page) =>
      createRoute({
        getParentRoute: (): AnyRoute => parents[scope],
        path: page.path,
        component: withTitle(page),
        errorComponent: BrokenPage,
      }),
    );
  return createRouter({
    routeTree: root.addChildren([
      open.addChildren(below('open')),
      person.addChildren([...below('person'), ...below('owner')]),
      programme.addChildren(below('programme')),
    ]),
    parseSearch,
    stringifySearch: printSearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
  });
}

/** The page, with its title in the title of the window. */
function withTitle(page: Page) {
  const Content = lazyRouteComponent(page.load) as AsyncRouteComponent<object>;
  const Titled = () => {
    useTitle(page);
    return <Content />;
  };
  return Object.assign(Titled, { preload: Content.preload });
}

function useTitle({ id }: Page): void {
  const say = useWords(shellWords);
  const name = useProgrammeIfAny()?.name ?? null;
  useEffect(() => {
    document.title = say.title(say.pages[id], name);
  }, [id, name, say]);
}
