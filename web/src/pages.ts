import type { ComponentType } from 'react';
import type { IconName } from './shell/icons.tsx';
import type { shellEn } from './words/en/shell.ts';

/** Names of pages, as the words have titles for them. */
export type PageId = keyof typeof shellEn.pages;

/** Headings of the navigation inside a programme. */
export type NavGroup = keyof typeof shellEn.navGroups;

/** One page: where it is, who may see it, and its file, fetched when it is opened. */
export interface Page {
  readonly id: PageId;
  /** Below the root, or below `/p/$programme` where the scope is a programme. */
  readonly path: string;
  /** `open`: without signing in; `person`: signed in; `owner`: of the installation; `programme`: inside one. */
  readonly scope: 'open' | 'person' | 'owner' | 'programme';
  readonly icon: IconName;
  /** Where it stands in the navigation of a programme; absent: nowhere. */
  readonly group?: NavGroup;
  /** Opened by `g` and this letter. */
  readonly key?: string;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** Every page. A new page is a row here, a title in the words, and a file. */
export const PAGES: readonly Page[] = [
  {
    id: 'signIn',
    path: '/sign-in',
    scope: 'open',
    icon: 'person',
    load: () => import('./pages/sign-in/page.tsx'),
  },
  {
    id: 'owner',
    path: '/owner/$token',
    scope: 'open',
    icon: 'person',
    load: () => import('./pages/owner/page.tsx'),
  },
  {
    id: 'invitation',
    path: '/invitation/$token',
    scope: 'open',
    icon: 'person',
    load: () => import('./pages/invitation/page.tsx'),
  },
  {
    id: 'answer',
    path: '/answer/$token',
    scope: 'open',
    icon: 'question',
    load: () => import('./pages/answer/page.tsx'),
  },
  {
    id: 'programmes',
    path: '/',
    scope: 'person',
    icon: 'home',
    load: () => import('./pages/programmes/page.tsx'),
  },
  {
    id: 'account',
    path: '/account',
    scope: 'person',
    icon: 'person',
    load: () => import('./pages/account/page.tsx'),
  },
  {
    id: 'people',
    path: '/people',
    scope: 'owner',
    icon: 'people',
    load: () => import('./pages/people/page.tsx'),
  },
  {
    id: 'overview',
    path: '/',
    scope: 'programme',
    icon: 'overview',
    group: 'see',
    key: 'o',
    load: () => import('./pages/overview/page.tsx'),
  },
  {
    id: 'chain',
    path: '/chain',
    scope: 'programme',
    icon: 'chain',
    group: 'see',
    key: 'c',
    load: () => import('./pages/chain/page.tsx'),
  },
  {
    id: 'scenarios',
    path: '/scenarios',
    scope: 'programme',
    icon: 'scenarios',
    group: 'see',
    key: 's',
    load: () => import('./pages/scenarios/page.tsx'),
  },
  {
    id: 'chokepoints',
    path: '/chokepoints',
    scope: 'programme',
    icon: 'chokepoints',
    group: 'see',
    key: 'k',
    load: () => import('./pages/chokepoints/page.tsx'),
  },
  {
    id: 'options',
    path: '/options',
    scope: 'programme',
    icon: 'options',
    group: 'decide',
    key: 't',
    load: () => import('./pages/options/page.tsx'),
  },
  {
    id: 'plan',
    path: '/plan',
    scope: 'programme',
    icon: 'plan',
    group: 'decide',
    key: 'p',
    load: () => import('./pages/plan/page.tsx'),
  },
  {
    id: 'budget',
    path: '/budget',
    scope: 'programme',
    icon: 'budget',
    group: 'decide',
    key: 'b',
    load: () => import('./pages/budget/page.tsx'),
  },
  {
    id: 'portfolio',
    path: '/portfolio',
    scope: 'programme',
    icon: 'portfolio',
    group: 'decide',
    key: 'f',
    load: () => import('./pages/portfolio/page.tsx'),
  },
  {
    id: 'compare',
    path: '/compare',
    scope: 'programme',
    icon: 'compare',
    group: 'decide',
    key: 'd',
    load: () => import('./pages/compare/page.tsx'),
  },
  {
    id: 'edit',
    path: '/edit',
    scope: 'programme',
    icon: 'edit',
    group: 'know',
    key: 'e',
    load: () => import('./pages/edit/page.tsx'),
  },
  {
    id: 'evidence',
    path: '/evidence',
    scope: 'programme',
    icon: 'evidence',
    group: 'know',
    key: 'v',
    load: () => import('./pages/evidence/page.tsx'),
  },
  {
    id: 'method',
    path: '/method',
    scope: 'programme',
    icon: 'method',
    group: 'know',
    key: 'm',
    load: () => import('./pages/method/page.tsx'),
  },
  {
    id: 'jobs',
    path: '/jobs',
    scope: 'programme',
    icon: 'jobs',
    group: 'keep',
    key: 'j',
    load: () => import('./pages/jobs/page.tsx'),
  },
  {
    id: 'settings',
    path: '/settings',
    scope: 'programme',
    icon: 'settings',
    group: 'keep',
    key: 'x',
    load: () => import('./pages/settings/page.tsx'),
  },
];

/** Pages of the navigation inside a programme. */
export const NAV_PAGES = PAGES.filter((page) => page.group !== undefined);

/** The address of a page inside a programme. */
export const pagePath = (programme: string, page: Page): string =>
  `/p/${programme}${page.path === '/' ? '' : page.path}`;
