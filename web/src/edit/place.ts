import { useCallback, useMemo } from 'react';
import type { Part } from '../../../src/programme/programme.ts';
import { useUrl } from '../shell/url-state.ts';
import { PARTS } from './schema.ts';

/** A place in the inputs: a part, and the way into it. */
export interface Place {
  readonly part: Part;
  readonly path: readonly string[];
}

/** A way into a part as a text for the address. */
export const printPath = (path: readonly string[]): string => path.map(encodeURIComponent).join('/');

const parsePath = (text: string | undefined): string[] =>
  text ? text.split('/').map(decodeURIComponent) : [];

/** The place of the address, and a way to another one. */
export function usePlace(): [Place, (place: Place) => void] {
  const [search, change] = useUrl();
  const part = PARTS.find((one) => one === search.part) ?? 'muster';
  const place = useMemo(() => ({ part, path: parsePath(search.at) }), [part, search.at]);
  const set = useCallback(
    (next: Place) => change({ part: next.part, at: printPath(next.path) || undefined, q: undefined }),
    [change],
  );
  return [place, set];
}
