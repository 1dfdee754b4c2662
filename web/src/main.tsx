import '@mantine/core/styles.css';
import './main.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/queries.ts';
import { makeRouter } from './router.tsx';
import { LangProvider } from './shell/lang.tsx';
import { adoptTheme, theme } from './theme.ts';

adoptTheme();

const client = makeQueryClient(() => {
  const { pathname, searchStr } = router.state.location;
  if (pathname === '/sign-in') return;
  client.removeQueries();
  void router.navigate({ to: '/sign-in', search: { next: `${pathname}${searchStr}` } } as never);
});
const router = makeRouter(client);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={localStorageColorSchemeManager({ key: 'muster.colours' })}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client}>
        <LangProvider>
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
        </LangProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
