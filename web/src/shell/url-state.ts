import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Search parameters of a page: texts by name. */
export type Search = Readonly<Record<string, string | undefined>>;

/** Search parameters stay plain: `?tab=audit&run=1b2…`, every value a text. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

export function printSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** All search parameters, and a way to change some: undefined takes one away. */
export function useUrl(): [Search, (change: Search, how?: { replace?: boolean }) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Search, { replace = false } = {}) => {
      void navigate({ to: '.', search: (now: Search) => ({ ...now, ...next }), replace } as never);
    },
    [navigate],
  );
  return [search, change];
}

/**
 * State that lives in the address: filters, tabs, what is chosen. `usual` is what holds where the address does not
 * say; it is not written. Typing replaces the entry of the history rather than adding one for each letter.
 */
export function useUrlState<Value extends string>(
  name: string,
  usual: Value,
  how: { replace?: boolean } = {},
): [Value, (value: Value) => void] {
  const [search, change] = useUrl();
  const replace = how.replace ?? false;
  const set = useCallback(
    (value: Value) => change({ [name]: value === usual ? undefined : value }, { replace }),
    [change, name, usual, replace],
  );
  return [(search[name] ?? usual) as Value, set];
}
